#!/usr/bin/env node
// `npm test`: installs and builds what is missing, then runs every test, or those named.
import { spawnSync } from 'node:child_process'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ensureBuilt } from './build.js'

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..')
ensureBuilt({ development: true })
const tap = join(root, 'node_modules', '.bin', 'tap')
const { status } = spawnSync(tap, process.argv.slice(2), { cwd: root, stdio: 'inherit' })
process.exit(status ?? 1)
