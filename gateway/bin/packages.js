// What of the project's packages is there, and how what is missing is installed.
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Whether every package that the lock file names is there. What npm wrote down when it installed tells it by its time; where
 * the lock file is newer, as after a clone or another branch, by the versions.
 * @param {string} root @param {boolean} development whether the tools for tests are wanted too
 */
export const isInstalled = (root, development) => {
  const needed = ['esbuild', 'libsql', ...(development ? ['tap'] : [])]
  if (!needed.every((name) => existsSync(join(root, 'node_modules', name, 'package.json')))) return false
  const [wanted, mark] = [join(root, 'package-lock.json'), markOf(root)]
  if (!existsSync(mark)) return false
  return statSync(mark).mtimeMs >= statSync(wanted).mtimeMs - 1000 || isAsLocked(wanted, mark, development)
}

const markOf = (root) => join(root, 'node_modules', '.package-lock.json')

const packagesOf = (file) => JSON.parse(readFileSync(file, 'utf8')).packages

/** Packages for other machines are optional, and are not there. */
const isAsLocked = (wanted, mark, development) => {
  const there = packagesOf(mark)
  return Object.entries(packagesOf(wanted))
    .filter(([path, { dev, optional }]) => path !== '' && !optional && (development || !dev))
    .every(([path, { version }]) => there[path]?.version === version)
}

/** npm removes all that it is not asked for: tools that a developer has installed are asked for again. */
const hasTools = (root) =>
  existsSync(markOf(root)) && Object.values(packagesOf(markOf(root))).some(({ dev }) => dev)

/** @param {string} root @param {boolean} development @returns {boolean} whether it could */
export const install = (root, development) => {
  const which = development || hasTools(root) ? '--include=dev' : '--omit=dev'
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'
  const words = ['ci', '--no-audit', '--no-fund', '--loglevel=error', which]
  // stdout belongs to the command that was asked for: what tools say goes to stderr.
  return spawnSync(npm, words, { cwd: root, stdio: ['ignore', 2, 2] }).status === 0
}
