import type { SearchIndex } from '../../contracts/search-index.js'
import { type Asking, ask } from './ask.js'
import { titleKeyOf, wordsAttribute } from './documents.js'
import { beginsWith } from './filters.js'
import { glance, hitOf, search } from './search.js'
import type { Server, Servers } from './servers.js'
import { succeeded } from './tasks.js'
import { documentIdOf, idOf, tokenOf, wordsIn } from './words.js'
import { createWriter } from './write.js'

/** One index, in a part on every server: what is written goes to the part its id belongs to, what is asked goes to all. */
export const createCollection = (
  servers: Servers,
  uid: string,
  keyOf: Asking['keyOf'],
): Omit<SearchIndex, 'close' | 'build'> => {
  const asking: Asking = { servers: servers.all, uid, keyOf }
  const writers = new Map(
    servers.all.map((server) => [server, createWriter({ server, uid, closing: servers.closing })] as const),
  )
  const parted = <T>(items: readonly T[], idIn: (item: T) => string): [Server, T[]][] => {
    const parts = new Map<Server, T[]>()
    for (const item of items) {
      const server = servers.of(idIn(item))
      parts.set(server, [...(parts.get(server) ?? []), item])
    }
    return [...parts]
  }
  const each = <T>(work: (server: Server) => Promise<T>): Promise<T[]> => Promise.all(servers.all.map(work))

  return {
    upsert: async (documents) => {
      const parts = parted(documents, ({ id }) => id)
      return (await Promise.all(parts.map(([server, some]) => writers.get(server)!.upsert(some)))).flat()
    },
    remove: async (ids) => {
      const parts = parted(ids, (id) => id)
      await Promise.all(parts.map(([server, some]) => writers.get(server)!.remove(some)))
    },
    search: (query) =>
      query.over === undefined ? search(asking, query) : glance(asking, { ...query, over: query.over }),
    complete: async (field, prefix, limit) => {
      const [beginning, ...more] = wordsIn(prefix)
      if (beginning === undefined || more.length > 0) return []
      const found = await each((server) => facetWords(server, asking, wordsAttribute(field), beginning))
      return mostFrequent(found.flat()).slice(0, limit)
    },
    titled: async (beginning, limit) => {
      const { hits } = await ask(asking, {
        questions: [
          {
            ...everyDocument,
            filter: beginsWith('title_key', titleKeyOf(beginning)),
            sort: ['title_key:asc', 'id:asc'],
          },
        ],
        facets: [],
        window: { from: 0, size: limit },
      })
      return hits.map(hitOf).map(({ id, stored }) => ({ id, stored }))
    },
    list: async (after, limit) => {
      const { hits } = await ask(asking, {
        questions: [{ ...everyDocument, filter: `id > "${documentIdOf(after ?? '')}"`, sort: ['id:asc'] }],
        facets: [],
        window: { from: 0, size: limit },
        attributes: ['version'],
      })
      return hits.map(({ id, version }) => ({ id: idOf(id), version: Number(version) }))
    },
    count: async () =>
      (
        await each(
          async (server) => (await server.read((client) => client.index(uid).getStats())).numberOfDocuments,
        )
      ).reduce((sum, one) => sum + one, 0),
    clear: async () => {
      await each((server) =>
        succeeded(server, (client) => client.index(uid).deleteAllDocuments(), servers.closing),
      )
    },
  }
}

const everyDocument = { q: '', matchingStrategy: 'all', weight: 1 } as const

const facetWords = async (server: Server, { uid, keyOf }: Asking, attribute: string, beginning: string) => {
  const wanted = { facetName: attribute, facetQuery: beginning }
  const { facetHits } = await server.search(await keyOf(server))((client) =>
    client.index(uid).searchForFacetValues(wanted),
  )
  return facetHits.filter(({ value }) => value.startsWith(beginning))
}

const mostFrequent = (found: readonly { value: string; count: number }[]) => {
  const counts = new Map<string, number>()
  for (const { value, count } of found) counts.set(value, (counts.get(value) ?? 0) + count)
  return [...counts]
    .map(([value, count]) => ({ token: tokenOf(value), count }))
    .sort((one, other) => other.count - one.count || (one.token < other.token ? -1 : 1))
}
