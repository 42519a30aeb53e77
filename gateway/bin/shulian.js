#!/usr/bin/env node
// The `shulian` command: makes the build when it is missing or stale, then hands over to it.
import { ensureBuilt } from './build.js'

ensureBuilt()
const { main } = await import('../../.build/gateway/cli.js')
process.exitCode = await main(process.argv.slice(2))
