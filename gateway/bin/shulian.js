#!/usr/bin/env node
// The `shulian` command: makes the build when it is missing or stale, then hands over to it.
import module from 'node:module'
import { fileURLToPath } from 'node:url'
import { ensureBuilt } from './build.js'

ensureBuilt()
// From Node 22.8 on a start need not compile what the last one compiled.
module.enableCompileCache?.(fileURLToPath(new URL('../../.build/compiled', import.meta.url)))
const { main } = await import('../../.build/gateway/cli.js')
process.exitCode = await main(process.argv.slice(2))
