import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { AdapterKind } from './contracts/adapter.js'
import { ShulianError } from './contracts/errors.js'
import type { Plugin } from './contracts/plugin.js'
import type { PluginEntry } from './kernel.js'
import { projectRoot } from './root.js'

/**
 * Packages of others, named in the consortium file; each default export is an AdapterKind.
 * @param from the folder whose `node_modules` they are looked for in first: where the gateway was started
 * @throws ShulianError PACKAGE_NOT_FOUND, PACKAGE_INVALID
 */
export const loadAdapters = async (names: readonly string[], from = process.cwd()): Promise<AdapterKind[]> =>
  Promise.all(
    names.map(async (name) => {
      const kind = await load(name, from)
      if (isAdapterKind(kind)) return kind
      throw unusable(name, 'an AdapterKind (kind, summary, capabilities, options, connect)')
    }),
  )

/**
 * Packages of others with what the consortium grants them; each default export is a Plugin.
 * @throws ShulianError PACKAGE_NOT_FOUND, PACKAGE_INVALID
 */
export const loadPlugins = async (
  entries: readonly { package: string; options?: Record<string, unknown>; grants?: readonly string[] }[],
  from = process.cwd(),
): Promise<PluginEntry[]> =>
  Promise.all(
    entries.map(async ({ package: name, options = {}, grants = [] }) => {
      const plugin = await load(name, from)
      if (isPlugin(plugin)) return { plugin, options, grants }
      throw unusable(name, 'a Plugin (name, place, options, setup)')
    }),
  )

const isAdapterKind = (value: unknown): value is AdapterKind =>
  isObject(value) &&
  typeof value['kind'] === 'string' &&
  typeof value['summary'] === 'string' &&
  Array.isArray(value['capabilities']) &&
  isObject(value['options']) &&
  typeof value['connect'] === 'function'

const isPlugin = (value: unknown): value is Plugin =>
  isObject(value) &&
  typeof value['name'] === 'string' &&
  isObject(value['place']) &&
  isObject(value['options']) &&
  typeof value['setup'] === 'function'

/** Where a person who installs a package expects it; else beside the gateway. */
const load = async (name: string, from: string): Promise<unknown> => {
  const path = findEntry(name, from) ?? findEntry(name, projectRoot())
  if (!path) {
    throw new ShulianError(
      'PACKAGE_NOT_FOUND',
      `The package '${name}' of the consortium file is not installed. Install it: npm install ${name}`,
    )
  }
  const { default: exported } = await importFrom(name, path)
  // A CommonJS package that was written as ES modules carries its default export one level down.
  return isObject(exported) && exported['__esModule'] === true ? exported['default'] : exported
}

const importFrom = async (name: string, path: string): Promise<{ default?: unknown }> => {
  try {
    return await import(pathToFileURL(path).href)
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw new ShulianError(
      'PACKAGE_INVALID',
      `The package '${name}' does not load: ${reason}. Ask whoever wrote it.`,
      { cause },
    )
  }
}

const packageName = /^(?:@[a-z0-9][\w.-]*\/)?[a-z0-9][\w.-]*$/i

/**
 * Node's own lookup by hand: `require.resolve` does not see packages that export for `import` alone, and
 * `import.meta.resolve` looks from this file only.
 */
const findEntry = (name: string, from: string): string | null => {
  if (!packageName.test(name)) return null
  for (let folder = from; ; folder = dirname(folder)) {
    const home = join(folder, 'node_modules', name)
    if (existsSync(join(home, 'package.json'))) return entryOf(home)
    if (folder === dirname(folder)) return null
  }
}

const entryOf = (home: string): string | null => {
  const { exports, main } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')) as Record<
    string,
    unknown
  >
  const stated = exports === undefined ? (main ?? 'index.js') : targetOf(exports)
  if (typeof stated !== 'string') return null
  return (
    [stated, `${stated}.js`, join(stated, 'index.js')].map((file) => join(home, file)).find(isFile) ?? null
  )
}

const isFile = (path: string): boolean => existsSync(path) && /\.[cm]?js$/.test(path)

/** The condition that comes first in the package wins, as in Node. */
const targetOf = (exports: unknown): unknown => {
  if (Array.isArray(exports)) return targetOf(exports[0])
  if (!isObject(exports)) return exports
  if ('.' in exports) return targetOf(exports['.'])
  const condition = Object.keys(exports).find((key) =>
    ['node', 'import', 'module-sync', 'default'].includes(key),
  )
  return condition === undefined ? undefined : targetOf(exports[condition])
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null

const unusable = (name: string, expected: string) =>
  new ShulianError('PACKAGE_INVALID', `The default export of the package '${name}' is not ${expected}.`)
