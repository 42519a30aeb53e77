import { Compile } from 'typebox/compile'
import type { Dispatcher } from 'undici'
import type { AdapterKind } from './contracts/adapter.js'
import { ShulianError } from './contracts/errors.js'
import type { JobQueue } from './contracts/job-queue.js'
import type { Log } from './contracts/log.js'
import type { Counters } from './contracts/metrics.js'
import type { Outside } from './contracts/outside.js'
import type { Kernel, Migration, Outbox, Plugin, PluginParts } from './contracts/plugin.js'
import type { SearchIndex } from './contracts/search-index.js'
import type { Services } from './contracts/services.js'
import type { Threads } from './contracts/threads.js'
import type { Databases } from './database/databases.js'
import { migrate } from './database/migrate.js'
import type { Followers } from './job-queue/outbox.js'
import { projectRoot } from './root.js'

/** A plugin with its settings; a stranger's also with the services it may call. */
export interface PluginEntry {
  plugin: Plugin
  options?: unknown
  grants?: readonly string[]
}

export interface KernelParts {
  consortium: { name: string; nameZh?: string }
  database: Pick<Databases, 'kysely' | 'of'>
  migrations: Migration[]
  outbox: Outbox
  /** Which topics follow which: filled when the plugins are set up. */
  followers: Followers
  jobs: JobQueue
  searchIndex: SearchIndex
  threads: Threads
  adapterKinds: readonly AdapterKind[]
  outside(member: string): Outside
  dispatcher: Dispatcher
  log: Log
  metrics: Counters
  now(): Date
}

export interface BuiltKernel {
  services: Services
  plugins: { plugin: Plugin; parts: PluginParts }[]
  close(): Promise<void>
}

/**
 * Sets up the plugins in the order given, each with what it asked for and nothing else.
 * @throws ShulianError PLUGIN_INVALID, ADAPTER_EXISTS
 */
export const buildKernel = async (
  parts: KernelParts,
  entries: readonly PluginEntry[],
): Promise<BuiltKernel> => {
  assertNamesDiffer(entries)
  const adapters = adaptersByKind(parts.adapterKinds)
  await migrate(parts.database.kysely, [
    ...parts.migrations,
    ...entries.flatMap(({ plugin }) => plugin.migrations ?? []),
  ])
  // Without a prototype: `constructor` is no service.
  const services: Record<string, unknown> = Object.create(null)
  const built: BuiltKernel['plugins'] = []
  for (const entry of entries) {
    const kernel = kernelFor(parts, adapters, services, entry)
    const pluginParts = await entry.plugin.setup(kernel, checkedOptions(entry))
    if (pluginParts.service !== undefined) services[entry.plugin.name] = pluginParts.service
    built.push({ plugin: entry.plugin, parts: pluginParts })
  }
  await registerJobs(parts, built)
  const close = async () => {
    await parts.jobs.close()
    for (const { parts } of built.toReversed()) await parts.close?.()
  }
  return { services: services as unknown as Services, plugins: built, close }
}

/** Whoever came first keeps the name: a package of others replaces nothing of the consortium's. */
const assertNamesDiffer = (entries: readonly PluginEntry[]): void => {
  const names = new Set<string>()
  for (const { plugin } of entries) {
    if (names.has(plugin.name)) throw invalid(plugin, 'has the name of a plugin that is there already')
    names.add(plugin.name)
  }
}

const adaptersByKind = (kinds: readonly AdapterKind[]): ReadonlyMap<string, AdapterKind> => {
  const adapters = new Map<string, AdapterKind>()
  for (const kind of kinds) {
    if (adapters.has(kind.kind)) {
      throw new ShulianError(
        'ADAPTER_EXISTS',
        `There are two adapters of kind '${kind.kind}'. Leave one of the packages out of the consortium file.`,
      )
    }
    adapters.set(kind.kind, kind)
  }
  return adapters
}

const kernelFor = (
  parts: KernelParts,
  adapters: ReadonlyMap<string, AdapterKind>,
  services: Record<string, unknown>,
  { plugin, grants }: PluginEntry,
): Kernel => {
  const required = new Set<string>(plugin.requires ?? [])
  for (const name of required) {
    if (grants && !grants.includes(name)) {
      throw invalid(
        plugin,
        `asks for the service '${name}', which the consortium file does not grant it. Add it to its grants, or leave the plugin out`,
      )
    }
    if (!(name in services))
      throw invalid(plugin, `asks for the service '${name}', which no plugin before it offers`)
  }
  return {
    consortium: parts.consortium,
    database: parts.database.of(plugin.name),
    outbox: parts.outbox,
    jobs: parts.jobs,
    searchIndex: parts.searchIndex,
    threads: parts.threads,
    adapters,
    root: projectRoot(),
    outside: parts.outside,
    dispatcher: parts.dispatcher,
    log: parts.log.child({ plugin: plugin.name }),
    metrics: parts.metrics,
    now: parts.now,
    service: (name) => {
      if (!required.has(name))
        throw invalid(plugin, `calls the service '${name}' without naming it in requires`)
      return services[name] as never
    },
  }
}

const checkedOptions = ({ plugin, options = {} }: PluginEntry): unknown => {
  const check = Compile(plugin.options)
  if (check.Check(options)) return options
  const [first] = check.Errors(options)
  throw invalid(
    plugin,
    `does not take these options: ${first?.instancePath || 'the whole'} ${first?.message ?? ''}`,
  )
}

const registerJobs = async (
  { jobs, followers }: KernelParts,
  built: BuiltKernel['plugins'],
): Promise<void> => {
  for (const { parts } of built) {
    for (const { topic, handler, options, everySeconds, follows } of parts.jobs ?? []) {
      jobs.handle(topic, handler, options)
      if (everySeconds !== undefined) await jobs.schedule(topic, everySeconds)
      if (follows !== undefined) followers.set(follows, [...(followers.get(follows) ?? []), topic])
    }
  }
}

const invalid = (plugin: Plugin, reason: string) =>
  new ShulianError('PLUGIN_INVALID', `Plugin '${plugin.name}' ${reason}.`)
