import { createRequire } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { AdapterKind } from './contracts/adapter.js'
import { ShulianError } from './contracts/errors.js'
import type { Plugin } from './contracts/plugin.js'
import type { PluginEntry } from './kernel.js'
import { projectRoot } from './root.js'

/** Packages of others, named in the consortium file; each default export is an AdapterKind. */
export const loadAdapters = async (names: readonly string[]): Promise<AdapterKind[]> =>
  Promise.all(
    names.map(async (name) => {
      const kind = await load(name)
      if (isObject(kind) && typeof kind['kind'] === 'string' && typeof kind['connect'] === 'function') return kind as unknown as AdapterKind
      throw unusable(name, 'an AdapterKind (kind, summary, capabilities, options, connect)')
    }),
  )

/** Packages of others with what the consortium grants them; each default export is a Plugin. */
export const loadPlugins = async (
  entries: readonly { package: string; options?: Record<string, unknown>; grants?: readonly string[] }[],
): Promise<PluginEntry[]> =>
  Promise.all(
    entries.map(async ({ package: name, options, grants = [] }) => {
      const plugin = await load(name)
      if (isObject(plugin) && typeof plugin['name'] === 'string' && typeof plugin['setup'] === 'function') {
        return { plugin: plugin as unknown as Plugin, options: options ?? {}, grants }
      }
      throw unusable(name, 'a Plugin (name, place, options, setup)')
    }),
  )

/** From the folder the gateway was started in, as a person who installs a package there expects; else beside the gateway. */
const load = async (name: string): Promise<unknown> => {
  const places = [join(process.cwd(), 'package.json'), join(projectRoot(), 'package.json')]
  for (const place of places) {
    const path = resolveFrom(place, name)
    if (path) return ((await import(pathToFileURL(path).href)) as { default?: unknown }).default
  }
  throw new ShulianError('PACKAGE_NOT_FOUND', `The package '${name}' of the consortium file is not installed. Install it: npm install ${name}`)
}

const resolveFrom = (place: string, name: string): string | null => {
  try {
    return createRequire(place).resolve(name)
  } catch {
    return null
  }
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

const unusable = (name: string, expected: string) =>
  new ShulianError('PACKAGE_INVALID', `The default export of the package '${name}' is not ${expected}.`)
