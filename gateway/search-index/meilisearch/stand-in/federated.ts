import type { Fields } from './filter-language.js'
import { Refusal } from './refusals.js'
import {
  answer,
  assertQuery,
  compareHits,
  facetsOf,
  type Hit,
  hitsOf,
  orderOf,
  type Query,
  shown,
} from './search.js'
import type { StoredIndex } from './stored-index.js'

export interface FederatedQuery extends Query {
  indexUid: string
  federationOptions?: { weight?: number; remote?: string; queryPosition?: number }
}
export interface Federation {
  limit?: number
  offset?: number
  page?: number
  hitsPerPage?: number
  facetsByIndex?: Record<string, string[]>
  mergeFacets?: { maxValuesPerFacet?: number } | null
}
export interface FederatedAnswer {
  hits: Fields[]
  totalHits?: number
  estimatedTotalHits?: number
  facetsByIndex?: Record<string, { distribution: Record<string, Record<string, number>> }>
}

export interface Places {
  index(uid: string): StoredIndex
  filterFor(uid: string): unknown
}

/** Several searches, each with its own answer. */
export const multiSearch = (places: Places, queries: readonly FederatedQuery[]) => ({
  results: queries.map(({ indexUid, ...query }, at) =>
    inside(at, () => ({ indexUid, ...answer(places.index(indexUid), query, places.filterFor(indexUid)) })),
  ),
})

const inside = <T>(at: number, work: () => T): T => {
  try {
    return work()
  } catch (error) {
    if (error instanceof Refusal)
      throw new Refusal(400, error.code, `Inside \`.queries[${at}]\`: ${error.message}`)
    throw error
  }
}

export const assertFederated = (queries: readonly FederatedQuery[]): void => {
  for (const [at, query] of queries.entries()) {
    for (const name of ['limit', 'offset', 'page', 'hitsPerPage'])
      if (name in query)
        throw new Refusal(
          400,
          'invalid_multi_search_query_pagination',
          `Inside \`.queries[${at}]\`: Using pagination options is not allowed in federated queries.\n - Hint: remove \`${name}\` from the query or remove \`federation\` from the request`,
        )
    const { indexUid: _, federationOptions: __, ...rest } = query
    inside(at, () => assertQuery(rest))
  }
}

interface Merged extends Hit {
  index: StoredIndex
  query: FederatedQuery
  at: number
}

/** One list over all queries: a document that several find is there once, with the best of its scores. */
export const federated = (
  places: Places,
  federation: Federation,
  queries: readonly { query: FederatedQuery; at: number }[],
) => {
  const best = new Map<string, Merged>()
  for (const { query, at } of queries) {
    const { indexUid, federationOptions, ...own } = query
    const index = inside(at, () => places.index(indexUid))
    for (const hit of inside(at, () => hitsOf(index, own, places.filterFor(indexUid)))) {
      const merged = { ...hit, score: hit.score * (federationOptions?.weight ?? 1), index, query, at }
      const key = `${indexUid} ${hit.number}`
      const known = best.get(key)
      if (known === undefined || merged.score > known.score) best.set(key, merged)
    }
  }
  const first = queries[0]?.query
  const order = first ? orderOf(places.index(first.indexUid), first.sort ?? []) : []
  const merged = [...best.values()].sort((one, other) => compareHits(one, other, order))
  return { merged, facetsByIndex: facetsByIndex(places, federation, merged) }
}

const facetsByIndex = (places: Places, { facetsByIndex = {} }: Federation, merged: readonly Merged[]) =>
  Object.fromEntries(
    Object.entries(facetsByIndex).map(([uid, facets]) => {
      const index = places.index(uid)
      const { facetDistribution, facetStats } = facetsOf(
        index,
        merged.filter((hit) => hit.index === index),
        facets,
      )
      return [uid, { distribution: facetDistribution, stats: facetStats }]
    }),
  )

export const federatedHit = (hit: Merged, remote: string | null, isProxied: boolean): Fields => ({
  ...shown(hit, hit.query),
  _federation: {
    indexUid: hit.index.uid,
    queriesPosition: hit.at,
    weightedRankingScore: hit.score,
    ...(remote !== null && { remote }),
    // Only between servers: what the asking one merges by.
    ...(remote === null && isProxied && { keys: hit.keys }),
  },
})

/** Counts of every part together. */
export const mergedFacets = (
  parts: readonly Record<string, { distribution: Record<string, Record<string, number>> }>[],
  most: number,
) => {
  const facetDistribution: Record<string, Record<string, number>> = {}
  for (const part of parts)
    for (const { distribution } of Object.values(part))
      for (const [name, counts] of Object.entries(distribution)) {
        const known = facetDistribution[name] ?? {}
        facetDistribution[name] = known
        for (const [value, count] of Object.entries(counts)) known[value] = (known[value] ?? 0) + count
      }
  for (const [name, counts] of Object.entries(facetDistribution))
    facetDistribution[name] = Object.fromEntries(
      Object.entries(counts)
        .sort(([, one], [, other]) => other - one)
        .slice(0, most),
    )
  return facetDistribution
}
