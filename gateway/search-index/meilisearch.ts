import type { SearchIndex } from '../contracts/search-index.js'
import { createCollection } from './meilisearch/collection.js'
import { joinNetwork } from './meilisearch/network.js'
import { openServers, type Server } from './meilisearch/servers.js'
import { digest } from './meilisearch/settings.js'
import { applySettings, ensureIndex, liveUid, type Naming, searchKeyOf } from './meilisearch/setup.js'

export interface MeilisearchParts {
  /** One server, or several among which the works are divided. */
  urls: readonly string[]
  /** May do everything; it is sent to these servers alone. */
  key?: string
  /** Tells the indexes of this gateway from those of others on the same server. */
  id(): Promise<string>
}

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
    await ensureIndex(servers, liveUid(naming))
    await joinNetwork(servers, keyOf)
    const uid = liveUid(naming)
    const live = createCollection(servers, uid, keyOf)
    /** Emptied for being filled anew: then with the settings of this version. */
    const clear = async () => {
      await live.clear()
      await Promise.all(
        servers.all.map((server) => applySettings(server, uid, { digest, build: 'first' }, servers.closing)),
      )
    }
    return { ...live, clear }
  })
  const live = () => opened(parts)

  return {
    upsert: async (documents) => (documents.length === 0 ? [] : (await live()).upsert(documents)),
    remove: async (ids) => (ids.length === 0 ? undefined : (await live()).remove(ids)),
    search: async (query) => (await live()).search(query),
    complete: async (...given) => (await live()).complete(...given),
    titled: async (...given) => (await live()).titled(...given),
    list: async (...given) => (await live()).list(...given),
    count: async () => (await live()).count(),
    clear: async () => (await live()).clear(),
    close: () => servers.close(),
  }
}

/** Asked once and remembered, unless it fails. */
const kept = <K extends object, V>(work: (key: K) => Promise<V>) => {
  const known = new Map<K, Promise<V>>()
  return (key: K): Promise<V> => {
    const value = known.get(key) ?? work(key)
    known.set(key, value)
    value.catch(() => known.delete(key))
    return value
  }
}
