import type { FacetField, SearchQuery, SearchResult } from '../../contracts/search-index.js'
import type { Condition } from '../fts5/conditions.js'
import { type Asking, ask, type EngineHit, type Federated } from './ask.js'
import {
  afterKeys,
  type Cursor,
  fromCursor,
  type Key,
  keysOf,
  orderOf,
  remembered,
  toCursor,
} from './cursor.js'
import { facetAttribute } from './documents.js'
import { type Count, countedIn, countsOf, facetOf, missingOf, yearsOf } from './facets.js'
import { isRanked, questionsOf, scoreOf } from './query.js'
import { mostHits } from './settings.js'
import { idOf } from './words.js'

/** @throws ShulianError CURSOR_INVALID (400), SEARCH_ENGINE_AWAY (503) */
export const search = async (asking: Asking, query: SearchQuery): Promise<SearchResult> => {
  const { own, others, chosen } = countsOf(query)
  const [page, ...counts] = await Promise.all([
    pageOf(asking, query, own),
    ...others.map((count) => counted(asking, query, count)),
  ])
  const counts2 = [{ facets: own, federated: page.federated, filter: query.filter }, ...counts]
  const facets: SearchResult['facets'] = {}
  let years: SearchResult['years']
  for (const { facets: some, federated, filter } of counts2) {
    for (const facet of some) {
      const values = countedIn(federated.facetDistribution, facet)
      if (facet === 'year') years = yearsOf(values)
      values.push(
        ...(await beyond(asking, { ...query, filter }, facet, missingOf(query, facet, values, chosen))),
      )
      facets[facet] = facetOf(query, facet, values, chosen)
    }
  }
  const { federated, ...found } = page
  return {
    ...found,
    facets,
    ...(years && { years }),
    ...awayOf([page.federated, ...counts.map((one) => one.federated)]),
  }
}

type Page = Pick<SearchResult, 'total' | 'totalIsExact' | 'hits' | 'cursor'> & { federated: Federated }

const counted = async (asking: Asking, query: SearchQuery, { facets, filter }: Count) => ({
  facets,
  filter,
  federated: await ask(asking, {
    questions: questionsOf({ ...query, filter, sort: 'newest' }),
    facets,
    window: { from: 0, size: 0 },
  }),
})

/** Values that stand behind the most frequent, each counted for itself. */
const beyond = async (asking: Asking, query: SearchQuery, facet: FacetField | 'year', values: string[]) =>
  Promise.all(
    values.map(async (value) => {
      const filter = {
        and: [...(query.filter ? [query.filter] : []), { field: facet as FacetField, in: [value] }],
      }
      const { totalHits } = await ask(asking, {
        questions: questionsOf({ ...query, filter, sort: 'newest' }),
        facets: [],
        window: { from: 0, size: 0 },
      })
      return { value, count: totalHits }
    }),
  )

const pageOf = (asking: Asking, query: SearchQuery, facets: Count['facets']): Promise<Page> => {
  const ranked = isRanked(query)
  const cursor = query.cursor === undefined ? undefined : fromCursor(query.sort, ranked, query.cursor)
  return ranked ? rankedPage(asking, query, facets, cursor) : orderedPage(asking, query, facets, cursor)
}

/** In an order of keys: a page begins behind the keys of the last hit. */
const orderedPage = async (
  asking: Asking,
  query: SearchQuery,
  facets: Count['facets'],
  cursor?: Cursor,
): Promise<Page> => {
  const order = orderOf(query.sort)
  const after = cursor && 'after' in cursor ? [afterKeys(query.sort, cursor.after)] : []
  const attributes = keysOf(query.sort)
  const window = { from: cursor ? 0 : query.offset, size: query.limit === 0 ? 0 : query.limit + 1 }
  const [federated, whole] = await Promise.all([
    ask(asking, {
      questions: questionsOf(query, after, order),
      facets: cursor ? [] : facets,
      window,
      attributes,
    }),
    // The total, and what is counted, are those of the whole result.
    cursor && ask(asking, { questions: questionsOf(query, [], order), facets, window: { from: 0, size: 0 } }),
  ])
  const hits = federated.hits.slice(0, query.limit)
  const last = federated.hits.length > query.limit ? hits.at(-1) : undefined
  const keys = (hit: EngineHit): Key[] => attributes.map((name) => (hit[name] as Key | undefined) ?? null)
  return {
    ...totalOf(whole ?? federated),
    hits: hits.map((hit) => ({ ...hitOf(hit), score: 0 })),
    ...(last && { cursor: toCursor(query.sort, { after: keys(last) }) }),
    federated: whole ?? federated,
  }
}

/** By the engine's score: a page begins behind the hit before, wherever that now stands, or at its place when it is gone. */
const rankedPage = async (
  asking: Asking,
  query: SearchQuery,
  facets: Count['facets'],
  cursor?: Cursor,
): Promise<Page> => {
  const place = cursor && 'place' in cursor ? cursor.place : query.offset
  const from = cursor ? Math.max(0, place - around) : place
  const window = { from, size: query.limit === 0 ? 0 : query.limit + 1 + (cursor ? 2 * around : 0) }
  const federated = await ask(asking, { questions: questionsOf(query), facets, window })
  const begin = cursor && 'place' in cursor ? beginIn(federated.hits, cursor, place - from) : 0
  const hits = federated.hits.slice(begin, begin + query.limit)
  const isLast = federated.hits.length <= begin + query.limit || hits.length === 0
  const last = hits.slice(-remembered).map(({ id }) => id)
  return {
    ...totalOf(federated),
    hits: hits.map(hitOf),
    ...(!isLast && { cursor: toCursor(query.sort, { place: from + begin + hits.length, last }) }),
    federated,
  }
}

/** How far a hit may have moved between two pages. */
const around = 20

const beginIn = (hits: readonly EngineHit[], { last }: { last: string[] }, otherwise: number): number => {
  const places = new Map(hits.map(({ id }, at) => [id, at]))
  for (const id of last.toReversed()) {
    const at = places.get(id)
    if (at !== undefined) return at + 1
  }
  return otherwise
}

const totalOf = ({ totalHits }: Federated) => ({ total: totalHits, totalIsExact: totalHits < mostHits })

export const hitOf = (hit: EngineHit): SearchResult['hits'][number] => ({
  id: idOf(hit.id),
  score: scoreOf(hit._federation?.weightedRankingScore ?? 0),
  stored: JSON.parse(String(hit['stored'])) as unknown,
})

/** Parts of the index that did not answer, each once. */
export const awayOf = (all: readonly Federated[]): Pick<SearchResult, 'away'> => {
  const away = new Map(all.flatMap((one) => one.away).map((one) => [one.part, one]))
  return away.size === 0 ? {} : { away: [...away.values()] }
}

/** The latest hits alone, counted here: nothing is ranked. */
export const glance = async (
  asking: Asking,
  query: SearchQuery & { over: number },
): Promise<SearchResult> => {
  const federated = await ask(asking, {
    questions: questionsOf(query, [], ['added:desc']),
    facets: [],
    window: { from: 0, size: query.over },
    attributes: query.facets.map(facetAttribute),
  })
  const { hits } = federated
  const facets: SearchResult['facets'] = {}
  for (const facet of query.facets) facets[facet] = facetOf(query, facet, tallied(hits, facet), noConditions)
  return {
    total: hits.length,
    totalIsExact: hits.length < query.over,
    hits: hits.slice(query.offset, query.offset + query.limit).map((hit) => ({ ...hitOf(hit), score: 0 })),
    facets,
    ...awayOf([federated]),
  }
}

const noConditions: Condition[] = []

const tallied = (hits: readonly EngineHit[], facet: FacetField | 'year') => {
  const attribute = facetAttribute(facet)
  const counts: Record<string, number> = Object.create(null) as Record<string, number>
  for (const hit of hits)
    for (const value of [hit[attribute] ?? []].flat() as (string | number)[])
      counts[value] = (counts[value] ?? 0) + 1
  return countedIn({ [attribute]: counts }, facet)
}
