import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import t, { type Test } from 'tap'
import { install, isInstalled } from './bin/packages.js'

const locked = {
  '': { name: 'shulian' },
  'node_modules/esbuild': { version: '1.0.0' },
  'node_modules/libsql': { version: '1.0.0' },
  'node_modules/libsql-elsewhere': { version: '1.0.0', optional: true },
  'node_modules/tap': { version: '1.0.0', dev: true },
}
const { 'node_modules/tap': tool, 'node_modules/libsql-elsewhere': _elsewhere, ...product } = locked

type Packages = Record<string, { version?: string }>

/** A clone whose lock file is newer than what was installed there, and an npm that writes down how it was called. */
const cloned = (t: Test, installed: Packages | null) => {
  const root = mkdtempSync(join(tmpdir(), 'shulian-packages-'))
  t.teardown(() => rmSync(root, { recursive: true, force: true }))
  if (installed) {
    for (const path of Object.keys(installed)) {
      mkdirSync(join(root, path), { recursive: true })
      writeFileSync(join(root, path, 'package.json'), '{}')
    }
    const mark = join(root, 'node_modules', '.package-lock.json')
    writeFileSync(mark, JSON.stringify({ packages: installed }))
    utimesSync(mark, 1, 1)
  }
  writeFileSync(join(root, 'package-lock.json'), JSON.stringify({ packages: locked }))
  mkdirSync(join(root, 'bin'))
  writeFileSync(join(root, 'bin', 'npm'), '#!/bin/sh\necho "$@" > called\n')
  chmodSync(join(root, 'bin', 'npm'), 0o755)
  return root
}

const installedAs = (root: string, development: boolean): string => {
  const before = process.env['PATH']
  process.env['PATH'] = [join(root, 'bin'), before].join(delimiter)
  try {
    install(root, development)
  } finally {
    process.env['PATH'] = before
  }
  return readFileSync(join(root, 'called'), 'utf8')
}

const { '': _name, ...there } = product
const withTools = { ...there, 'node_modules/tap': tool }

t.test('a lock file that is merely newer installs nothing', (t) => {
  t.ok(isInstalled(cloned(t, there), false))
  t.ok(isInstalled(cloned(t, withTools), true))
  t.end()
})

t.test('what is missing, or of another version, is installed', (t) => {
  t.notOk(isInstalled(cloned(t, null), false), 'a fresh clone')
  t.notOk(isInstalled(cloned(t, there), true), 'the tools')
  t.notOk(isInstalled(cloned(t, { ...there, 'node_modules/libsql': { version: '0.9.0' } }), false))
  t.end()
})

t.test(
  'a start installs no tools, and removes none that a developer has',
  { skip: process.platform === 'win32' },
  (t) => {
    t.match(installedAs(cloned(t, null), false), /^ci .*--omit=dev/)
    t.match(installedAs(cloned(t, there), false), /^ci .*--omit=dev/)
    t.match(installedAs(cloned(t, withTools), false), /^ci .*--include=dev/)
    t.match(installedAs(cloned(t, there), true), /^ci .*--include=dev/)
    t.end()
  },
)
