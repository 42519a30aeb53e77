import { ShulianError } from '../../contracts/errors.js'
import type { SearchIndex } from '../../contracts/search-index.js'
import { type Asking, ask } from './ask.js'
import { titleKeyOf } from './documents.js'
import { beginsWith } from './filters.js'
import type { Joining } from './joining.js'
import { glance, hitOf, search } from './search.js'
import type { Server, Servers } from './servers.js'
import { succeeded } from './tasks.js'
import { complete, missing } from './vocabulary.js'
import { documentIdOf, idOf } from './words.js'
import { createWriter } from './write.js'

/** One index, in a part on every server: what is written goes to the part its id belongs to, what is asked goes to all. */
export const createCollection = (
  servers: Servers,
  joining: Joining,
  uid: string,
  keyOf: Asking['keyOf'],
): Omit<SearchIndex, 'close' | 'isOutdated' | 'beside' | 'isAtomic' | 'writesAtOnce'> => {
  const asking: Asking = { servers: servers.all, here: joining.here, uid, keyOf, lost: joining.lost }
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
  const each = async <T>(work: (server: Server) => Promise<T>): Promise<T[]> => {
    await joining.present()
    return Promise.all(servers.all.map(work))
  }
  const at = async (server: Server) => {
    await joining.present(server)
    return writers.get(server)!
  }

  return {
    upsert: async (documents) => {
      const parts = parted(documents, ({ id }) => id)
      const refused = parts.map(async ([server, some]) => (await at(server)).upsert(some))
      return (await Promise.all(refused)).flat()
    },
    remove: async (ids) => {
      const parts = parted(ids, (id) => id)
      await Promise.all(parts.map(async ([server, some]) => (await at(server)).remove(some)))
    },
    search: (query) =>
      query.over === undefined ? search(asking, query) : glance(asking, { ...query, over: query.over }),
    complete: (...given) => complete(asking, ...given),
    missing: (terms) => missing(asking, terms),
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
      await joining.present()
      const { hits, away } = await ask(asking, {
        questions: [{ ...everyDocument, filter: `id > "${documentIdOf(after ?? '')}"`, sort: ['id:asc'] }],
        facets: [],
        window: { from: 0, size: limit },
        attributes: ['version'],
      })
      if (away.length > 0) throw partAway(away.map(({ part }) => part))
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

/** What is compared with the catalogue must be whole: works of a part that is away would be taken for missing. */
const partAway = (parts: readonly string[]) =>
  new ShulianError(
    'SEARCH_ENGINE_AWAY',
    `Search engine ${parts.join(', ')} does not answer: what it holds cannot be listed. Start it; until then the others are searched.`,
    { status: 503, retryAfter: 5 },
  )

const everyDocument = { q: '', matchingStrategy: 'all', weight: 1 } as const
