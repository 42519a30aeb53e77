#!/usr/bin/env node
// Makes what is missing or stale: the packages, then the build. Plain JavaScript, because it runs before there
// is a build, and on a machine where nothing but Node is installed.
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { install, isInstalled } from './packages.js'

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..')
const build = join(root, '.build')
const lock = join(root, '.build.lock')
const folders = ['gateway', 'plugins', 'adapters', 'standards', 'conformance']

/** What is started or imported by its path in the build; threads and processes of their own (`…-worker.ts`) too. */
const entries = [
  'gateway/cli.ts',
  'gateway/generate.ts',
  'gateway/bench/index.ts',
  'gateway/contracts/index.ts',
  'gateway/suites/adapter-testing.ts',
  'gateway/suites/plugin-testing.ts',
]

/** Packages with a binary, a thread or files of their own, and those of the tools; every other is bundled. */
const leftOut = [
  '@bull-board/api',
  '@bull-board/ui',
  'bull',
  'ioredis',
  'libsql',
  'pino',
  '@fastify/swagger-ui',
  'esbuild',
  'openapi-typescript',
  'tap',
]

/** @param {{ development?: boolean }} options whether the tools for tests are wanted too */
export const ensureBuilt = ({ development = false } = {}) => {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major < 20 || (major === 20 && minor < 19)) {
    say(`Shulian needs Node 20.19 or later; this is ${process.version}. See https://nodejs.org`)
    process.exit(1)
  }
  if (isInstalled(root, development) && isFresh()) return
  try {
    holdingLock(() => {
      if (!isInstalled(root, development)) installPackages(development)
      if (!isFresh()) compile()
    })
  } catch (error) {
    say(error.message)
    process.exit(1)
  }
}

/** A fingerprint of every source file (name, size, time) and of what is bundled with them. */
const fingerprint = () => {
  const hash = createHash('sha256')
  for (const file of sources()) {
    const { size, mtimeMs } = statSync(file)
    hash.update(`${file.slice(root.length)} ${size} ${mtimeMs}\n`)
  }
  for (const name of ['tsconfig.json', 'package-lock.json', join('gateway', 'bin', 'build.js')])
    hash.update(readFileSync(join(root, name)))
  return hash.digest('hex')
}

const sources = () =>
  folders
    .flatMap((folder) => filesOf(join(root, folder)))
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))

const filesOf = (folder) =>
  readdirSync(folder, { withFileTypes: true })
    .sort((one, other) => (one.name < other.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name)
      return entry.isDirectory() ? filesOf(path) : [path]
    })

const stamp = join(build, 'fingerprint')
const isFresh = () => existsSync(stamp) && readFileSync(stamp, 'utf8') === fingerprint()

const compile = () => {
  say('Building …')
  const wanted = fingerprint()
  rmSync(stamp, { force: true })
  const made = bundle()
  for (const file of filesOf(build)) if (!made.has(file)) rmSync(file)
  writeFileSync(stamp, wanted)
}

/**
 * Few large files: Node reads each module of a graph by itself, and there are 1,900 of them. Types are checked by
 * `npm run types`; a start needs the code alone. @returns the files it made
 */
const bundle = () => {
  const { buildSync } = createRequire(import.meta.url)('esbuild')
  const threads = sources().filter((file) => file.endsWith('-worker.ts'))
  try {
    const { metafile } = buildSync({
      absWorkingDir: root,
      entryPoints: [...entries.map((entry) => join(root, entry)), ...threads],
      outbase: root,
      outdir: build,
      bundle: true,
      splitting: true,
      format: 'esm',
      platform: 'node',
      target: 'node20.19',
      // Else each `/\p{sc=Han}/u` is written as a call that makes it, and so anew whenever the line is run.
      supported: { 'regexp-unicode-property-escapes': true },
      external: leftOut,
      // Packages that are CommonJS ask for Node's modules by `require`.
      banner: {
        js: "import { createRequire as requireOf } from 'node:module'; const require = requireOf(import.meta.url)",
      },
      sourcemap: 'linked',
      sourcesContent: false,
      metafile: true,
      logLevel: 'warning',
    })
    return new Set(Object.keys(metafile.outputs).map((file) => join(root, file)))
  } catch {
    return fail('The sources do not compile.')
  }
}

/** One process builds, the others wait for it; a lock whose owner is gone is taken over. */
const holdingLock = (work) => {
  const deadline = Date.now() + 300_000
  while (!takeLock()) {
    if (Date.now() > deadline)
      fail(`Another process has been building for five minutes. If there is none, remove ${lock}`)
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 200)
  }
  try {
    work()
  } finally {
    rmSync(lock, { recursive: true, force: true })
  }
}

const takeLock = () => {
  try {
    mkdirSync(lock)
    writeFileSync(join(lock, 'pid'), String(process.pid))
    return true
  } catch (error) {
    if (error.code !== 'EEXIST') fail(`The project's folder cannot be written to: ${error.message}`)
    if (ownerIsGone()) rmSync(lock, { recursive: true, force: true })
    return false
  }
}

const ownerIsGone = () => {
  try {
    const pid = Number(readFileSync(join(lock, 'pid'), 'utf8'))
    process.kill(pid, 0)
    return false
  } catch (error) {
    return (
      error.code === 'ESRCH' ||
      (error.code === 'ENOENT' && Date.now() - statSync(lock, { throwIfNoEntry: false })?.mtimeMs > 5000)
    )
  }
}

const installPackages = (development) => {
  say('Installing packages (once) …')
  if (!install(root, development)) fail('npm could not install the packages. Is the npm registry reachable?')
}

const say = (line) => process.stderr.write(`${line}\n`)
const fail = (line) => {
  throw new Error(line)
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) ensureBuilt({ development: true })
