import { codeOf, ShulianError } from '../../contracts/errors.js'
import type { SearchIndex } from '../../contracts/search-index.js'
import { type Asking, ask } from './ask.js'
import { titleKeyOf, wordsAttribute } from './documents.js'
import { beginsWith } from './filters.js'
import type { Joining } from './joining.js'
import { glance, hitOf, search } from './search.js'
import type { Server, Servers } from './servers.js'
import { succeeded } from './tasks.js'
import { documentIdOf, idOf, tokenOf, wordsIn } from './words.js'
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
    complete: async (fields, beginnings, limit) => {
      const wanted = fields.flatMap((field) => widest(beginnings).map((beginning) => ({ field, beginning })))
      const here = await joining.here()
      const found = await Promise.all(
        wanted.map(async ({ field, beginning }) => {
          const [word, ...more] = wordsIn(beginning)
          if (word === undefined || more.length > 0) return []
          const attribute = wordsAttribute(field)
          const words = await ofThoseHere(here, (server) => facetWords(server, asking, attribute, word))
          return added(words.flat())
        }),
      )
      return inOrder(found.flat()).slice(0, limit)
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

/** A server that is away completes nothing; all of them away is an error. */
const ofThoseHere = async <T>(servers: readonly Server[], work: (server: Server) => Promise<T>) => {
  const ends = await Promise.allSettled(servers.map(work))
  const found = ends.flatMap((end) => (end.status === 'fulfilled' ? [end.value] : []))
  const failed = ends.find((end) => end.status === 'rejected')
  if (failed && (found.length === 0 || codeOf(failed.reason) !== 'SEARCH_ENGINE_AWAY')) throw failed.reason
  return found
}

const everyDocument = { q: '', matchingStrategy: 'all', weight: 1 } as const

const facetWords = async (server: Server, { uid, keyOf }: Asking, attribute: string, beginning: string) => {
  const wanted = { facetName: attribute, facetQuery: beginning }
  const { facetHits } = await server.search(await keyOf(server))((client) =>
    client.index(uid).searchForFacetValues(wanted),
  )
  return facetHits.filter(({ value }) => value.startsWith(beginning))
}

/** Without those that begin as another does: what they would give is among its words. */
const widest = (beginnings: readonly string[]): string[] => [
  ...new Set(beginnings.filter((one) => !beginnings.some((other) => other !== one && one.startsWith(other)))),
]

const added = (found: readonly { value: string; count: number }[]) => {
  const counts = new Map<string, number>()
  for (const { value, count } of found) counts.set(value, (counts.get(value) ?? 0) + count)
  return [...counts].map(([value, count]) => ({ token: tokenOf(value), count }))
}

/** Each once, as in the field that has it most. */
const inOrder = (found: readonly { token: string; count: number }[]) => {
  const most = new Map<string, number>()
  for (const { token, count } of found) most.set(token, Math.max(count, most.get(token) ?? 0))
  return [...most]
    .map(([token, count]) => ({ token, count }))
    .sort((one, other) => other.count - one.count || (one.token < other.token ? -1 : 1))
}
