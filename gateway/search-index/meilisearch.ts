import type { SearchIndex } from '../contracts/search-index.js'
import { createCollection } from './meilisearch/collection.js'
import { joinNetwork } from './meilisearch/network.js'
import { openServers, type Server } from './meilisearch/servers.js'
import { ensureIndex, liveUid, type Naming, searchKeyOf } from './meilisearch/setup.js'

export interface MeilisearchParts extends Naming {
  /** One server, or several among which the works are divided. */
  urls: readonly string[]
  /** May do everything; it is sent to these servers alone. */
  key: string | undefined
}

/**
 * Meilisearch as a search engine: words, syllables and titles are folded above it as for any engine, and a query
 * becomes a few weighted queries of one federated search. Nothing is asked of it before the first use, so that a
 * gateway starts while its engine is away.
 */
export const createMeilisearchIndex = (parts: MeilisearchParts): SearchIndex => {
  const servers = openServers(parts)
  const keyOf = kept((server: Server) => searchKeyOf(server, parts))
  const live = createCollection(servers, liveUid(parts), keyOf)
  const ready = kept(async () => {
    await ensureIndex(servers, liveUid(parts))
    await joinNetwork(servers, keyOf)
  })
  const once =
    <A extends unknown[], R>(work: (...given: A) => Promise<R>) =>
    async (...given: A): Promise<R> => {
      await ready(parts)
      return work(...given)
    }

  return {
    upsert: once(async (documents) => (documents.length === 0 ? [] : live.upsert(documents))),
    remove: once(async (ids) => (ids.length === 0 ? undefined : live.remove(ids))),
    search: once(live.search),
    complete: once(live.complete),
    titled: once(live.titled),
    list: once(live.list),
    count: once(live.count),
    clear: once(live.clear),
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
