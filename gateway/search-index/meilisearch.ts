import { ShulianError } from '../contracts/errors.js'
import type { Log } from '../contracts/log.js'
import type { Refused, SearchDocument, SearchIndex } from '../contracts/search-index.js'
import { besideLive, dropNext, isOutdated, putInPlace } from './meilisearch/build.js'
import { createCollection } from './meilisearch/collection.js'
import { EngineRefused } from './meilisearch/exchange.js'
import { createJoining } from './meilisearch/joining.js'
import { createPruning } from './meilisearch/pruning.js'
import { openServers, type Server } from './meilisearch/servers.js'
import { digest } from './meilisearch/settings.js'
import {
  applySettings,
  ensureIndex,
  labelOf,
  liveUid,
  type Naming,
  nextUid,
  searchKeyOf,
} from './meilisearch/setup.js'

export interface MeilisearchParts {
  /** One server, or several among which the works are divided. */
  urls: readonly string[]
  /** May do everything; it is sent to these servers alone. */
  key?: string
  /** Tells the indexes of this gateway from those of others on the same server. */
  id(): Promise<string>
  log: Log
}

/**
 * Each time that the engine writes has a price however little it writes, and one that grows with the index: it looks through
 * its lists of words and values. What waits in its queue it writes at one time.
 */
const writesAtOnce = 4

/**
 * Meilisearch as a search engine: words, syllables and titles are folded above it as for any engine, and a query
 * becomes a few weighted queries of one federated search. Nothing is asked of it before the first use, so that a
 * gateway starts while its engine is away.
 */
export const createMeilisearchIndex = (parts: MeilisearchParts): SearchIndex => {
  const servers = openServers(parts)
  const opened = kept(async () => {
    const naming: Naming = { folder: await parts.id() }
    const keyOf = kept((server: Server) => searchKeyOf(server, naming))
    const joining = createJoining(servers, liveUid(naming), keyOf, (server) =>
      ensureIndex(server, liveUid(naming), servers.closing),
    )
    const live = createCollection(servers, joining, liveUid(naming), keyOf)
    const next = createCollection(servers, joining, nextUid(naming), keyOf)
    return { naming, joining, live, next, prune: createPruning(naming) }
  })
  /** What is searched and written. An engine that lost it is prepared anew before it is asked the next time. */
  const onLive = async <T>(work: (live: ReturnType<typeof createCollection>) => Promise<T>): Promise<T> => {
    const { live } = await opened(parts)
    try {
      return await work(live)
    } catch (error) {
      if (!isLost(error)) throw error
      opened.forget(parts)
      throw indexLost(error)
    }
  }
  /**
   * Written to the index that is being built, where one is: first, so that a swap in between misses nothing. One that
   * went meanwhile was swapped or given up, and whoever did so compares all with the catalogue.
   */
  const writtenBeside = async <T>(
    items: T[],
    idIn: (item: T) => string,
    work: (some: T[]) => Promise<unknown>,
  ) => {
    const { naming, joining } = await opened(parts)
    const built = new Set<Server>()
    for (const server of await joining.here()) if (await labelOf(server, nextUid(naming))) built.add(server)
    const some = items.filter((item) => built.has(servers.of(idIn(item))))
    if (some.length === 0) return
    await work(some).catch((error: unknown) => {
      if (!(error instanceof EngineRefused) || error.engineCode !== 'index_not_found') throw error
    })
  }

  /** Nobody waits for it: what was not pruned is pruned the next time. */
  const prune = async () => {
    const { joining, prune } = await opened(parts)
    await Promise.allSettled((await joining.here()).map(prune))
  }

  const upsert = async (documents: SearchDocument[]) => {
    if (documents.length === 0) return []
    const { next } = await opened(parts)
    await writtenBeside(documents, ({ id }) => id, next.upsert)
    const refused = await onLive((live) => live.upsert(documents))
    prune().catch(() => undefined)
    return refused
  }
  const remove = async (ids: string[]) => {
    if (ids.length === 0) return
    const { next } = await opened(parts)
    await writtenBeside(ids, (id) => id, next.remove)
    await onLive((live) => live.remove(ids))
  }

  return {
    isAtomic: false,
    writesAtOnce,
    upsert: thenWithout(upsert, remove),
    remove,
    search: (query) => onLive((live) => live.search(query)),
    complete: (...given) => onLive((live) => live.complete(...given)),
    missing: (terms) => onLive((live) => live.missing(terms)),
    titled: (...given) => onLive((live) => live.titled(...given)),
    list: (...given) => onLive((live) => live.list(...given)),
    count: () => onLive((live) => live.count()),
    clear: async () => {
      const { naming } = await opened(parts)
      await onLive((live) => live.clear())
      const label = { digest, build: 'first' }
      await Promise.all(
        servers.all.map((server) => applySettings(server, liveUid(naming), label, servers.closing)),
      )
    },
    isOutdated: async () => {
      const { naming, joining } = await opened(parts)
      await joining.present()
      return isOutdated(servers, naming)
    },
    beside: async () => {
      const { naming, joining, next } = await opened(parts)
      await joining.present()
      const build = await besideLive(servers, naming)
      return {
        ...next,
        upsert: thenWithout(next.upsert, next.remove),
        isAtomic: false,
        writesAtOnce,
        finish: async () => undefined,
        swap: () => putInPlace(servers, naming, build),
        drop: () => dropNext(servers, naming),
        close: async () => undefined,
      }
    },
    close: () => servers.close(),
  }
}

/** The engine has no step that does both; a reader rather finds a work twice than never. */
const thenWithout =
  (
    upsert: (documents: SearchDocument[]) => Promise<Refused[]>,
    remove: (ids: string[]) => Promise<void>,
  ): SearchIndex['upsert'] =>
  async (documents, gone = []) => {
    const refused = await upsert(documents)
    await remove(gone)
    return refused
  }

/** Its index is gone, or the key with which this gateway searches: a folder was lost, or somebody deleted them. */
const isLost = (error: unknown): error is EngineRefused =>
  error instanceof EngineRefused && ['index_not_found', 'invalid_api_key'].includes(error.engineCode)

const indexLost = (cause: EngineRefused) =>
  new ShulianError(
    'SEARCH_INDEX_LOST',
    'The search engine no longer has the index of this gateway. It is made anew at the next call; its works come back within the hour, or at once with: shulian reconcile',
    { status: 503, retryAfter: 1, cause },
  )

/** Asked once and remembered, unless it fails or is to be forgotten. */
const kept = <K extends object, V>(work: (key: K) => Promise<V>) => {
  const known = new Map<K, Promise<V>>()
  const ask = (key: K): Promise<V> => {
    const value = known.get(key) ?? work(key)
    known.set(key, value)
    value.catch(() => known.delete(key))
    return value
  }
  return Object.assign(ask, { forget: (key: K): void => void known.delete(key) })
}
