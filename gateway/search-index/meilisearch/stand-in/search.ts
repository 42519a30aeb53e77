import { type Fields, folded, parseFilter } from './filter-language.js'
import { match } from './match.js'
import { Refusal } from './refusals.js'
import type { StoredIndex } from './stored-index.js'

export type Query = Record<string, unknown> & { q?: string; sort?: string[]; facets?: string[] }

const parameters =
  'q offset limit page hitsPerPage attributesToRetrieve attributesToCrop cropLength cropMarker attributesToHighlight highlightPreTag highlightPostTag showMatchesPosition filter sort distinct facets matchingStrategy attributesToSearchOn rankingScoreThreshold locales hybrid vector retrieveVectors media personalize useNetwork showRankingScore showRankingScoreDetails showPerformanceDetails'.split(
    ' ',
  )

/** @throws Refusal for what the engine refuses at once */
export const assertQuery = (query: Query): void => {
  for (const name of Object.keys(query))
    if (!parameters.includes(name))
      throw new Refusal(
        400,
        'bad_request',
        `Unknown field \`${name}\`: expected one of ${parameters.map((one) => `\`${one}\``).join(', ')}`,
      )
  if (query.q !== undefined && query.q !== null && typeof query.q !== 'string')
    throw new Refusal(
      400,
      'invalid_search_q',
      `Invalid value type at \`.q\`: expected a string, but found a positive integer: \`${String(query.q)}\``,
    )
}

export interface Hit {
  number: number
  document: Fields
  score: number
  keys: Key[]
}
type Key = string | number | null

/** Every hit, the best first. */
export const hitsOf = (index: StoredIndex, query: Query, tenantFilter?: unknown): Hit[] => {
  const { settings, documents, postings, filterable } = index
  const predicates = [query['filter'], tenantFilter].map((filter) =>
    parseFilter(filter, filterable, index.uid),
  )
  const order = orderOf(index, query.sort ?? [])
  const names = settings.searchableAttributes
  const searchOn = query['attributesToSearchOn'] as string[] | undefined
  const { scores, excluded } = match(postings, query.q ?? '', {
    attributes: searchOn && !names.includes('*') ? searchOn.map((name) => names.indexOf(name)) : null,
    attributeCount: names.length,
    strategy: (query['matchingStrategy'] as 'all' | undefined) ?? 'last',
  })
  const hits: Hit[] = []
  for (const number of (scores ?? documents).keys()) {
    const document = documents.get(number)!
    if (excluded.has(number) || !predicates.every((one) => one(document))) continue
    hits.push({
      number,
      document,
      score: scores?.get(number) ?? 1,
      keys: order.map(({ name }) => keyOf(document[name])),
    })
  }
  return hits.sort((one, other) => compareHits(one, other, order))
}

interface Order {
  name: string
  descending: boolean
  /** Asked for, and so before the score; a rule of the index comes after it. */
  isAsked: boolean
}

/** What was asked for, then the index's own rules. @throws Refusal */
export const orderOf = ({ settings, uid }: StoredIndex, sort: readonly string[]): Order[] => {
  const asked = sort.map((one) => toOrder(one, true))
  for (const { name } of asked)
    if (!settings.sortableAttributes.includes(name))
      throw new Refusal(
        400,
        'invalid_search_sort',
        `Index \`${uid}\`: Attribute \`${name}\` is not sortable. Available sortable attributes are: \`${settings.sortableAttributes.join(', ')}\`.`,
      )
  const own = settings.rankingRules
    .filter((rule) => /:(asc|desc)$/.test(rule))
    .map((rule) => toOrder(rule, false))
  return [...asked, ...own]
}

const toOrder = (text: string, isAsked: boolean): Order => ({
  name: text.replace(/:\w+$/, ''),
  descending: text.endsWith(':desc'),
  isAsked,
})

const keyOf = (value: unknown): Key =>
  typeof value === 'number'
    ? value
    : value === undefined || value === null
      ? null
      : Buffer.from(folded(String([value].flat()[0] ?? ''))).toString('latin1')

export const compareHits = (one: Hit, other: Hit, order: readonly Order[]): number => {
  const byKeys = (isAsked: boolean): number => {
    for (const [at, key] of order.entries()) {
      const difference =
        key.isAsked === isAsked ? compareKeys(one.keys[at]!, other.keys[at]!, key.descending) : 0
      if (difference !== 0) return difference
    }
    return 0
  }
  return byKeys(true) || other.score - one.score || byKeys(false) || one.number - other.number
}

/** What has no value comes last in both directions. */
const compareKeys = (one: Key, other: Key, descending: boolean): number => {
  if (one === other) return 0
  if (one === null || other === null) return one === null ? 1 : -1
  return one < other === descending ? 1 : -1
}

/** @throws Refusal */
export const facetsOf = (
  { settings, filterable, uid }: StoredIndex,
  hits: readonly Hit[],
  facets: readonly string[],
) => {
  const facetDistribution: Record<string, Record<string, number>> = {}
  const facetStats: Record<string, { min: number; max: number }> = {}
  for (const name of [...facets].sort()) {
    if (!filterable.has(name))
      throw new Refusal(
        400,
        'invalid_search_facets',
        `Invalid facet distribution: Pattern \`${name}\` is not filterable. Index \`${uid}\`. Available filterable attributes patterns are: \`${[...filterable.keys()].join(', ')}\`.`,
      )
    const counts = new Map<string, { value: string; count: number }>()
    for (const { document } of hits)
      for (const value of new Set([document[name] ?? []].flat().map(String))) {
        const key = folded(value)
        const known = counts.get(key) ?? { value, count: 0 }
        known.count++
        counts.set(key, known)
      }
    const first = [...counts.values()]
      .sort((one, other) => other.count - one.count)
      .slice(0, settings.faceting.maxValuesPerFacet)
    facetDistribution[name] = Object.fromEntries(first.map(({ value, count }) => [value, count]))
    const numbers = hits.flatMap(({ document }) =>
      typeof document[name] === 'number' ? [document[name]] : [],
    )
    if (numbers.length > 0) facetStats[name] = { min: Math.min(...numbers), max: Math.max(...numbers) }
  }
  return { facetDistribution, facetStats }
}

export const shown = ({ document, score }: Hit, query: Query): Fields => {
  const wanted = query['attributesToRetrieve'] as string[] | undefined
  const some = wanted
    ? Object.fromEntries(wanted.filter((name) => name in document).map((name) => [name, document[name]]))
    : { ...document }
  return {
    ...some,
    ...(query['attributesToHighlight'] ? { _formatted: formatted(some) } : {}),
    ...(query['showMatchesPosition'] ? { _matchesPosition: {} } : {}),
    ...(query['showRankingScore'] ? { _rankingScore: score } : {}),
    ...(query['showRankingScoreDetails'] ? { _rankingScoreDetails: { words: { order: 0, score } } } : {}),
  }
}

const formatted = (document: Fields): Fields =>
  Object.fromEntries(
    Object.entries(document).map(([name, value]) => [
      name,
      typeof value === 'number' ? String(value) : value,
    ]),
  )

/** One search of one index. */
export const answer = (index: StoredIndex, query: Query, tenantFilter?: unknown) => {
  assertQuery(query)
  const all = hitsOf(index, query, tenantFilter)
  const distinct = query['distinct'] as string | undefined
  const hits = distinct
    ? all.filter(
        ({ document }, at) => all.findIndex((one) => one.document[distinct] === document[distinct]) === at,
      )
    : all
  return {
    ...pageOf(
      hits.map((hit) => shown(hit, query)),
      query,
      index.settings.pagination.maxTotalHits,
    ),
    ...(query.facets ? facetsOf(index, hits, query.facets) : {}),
    requestUid: crypto.randomUUID(),
  }
}

const pageOf = (hits: Fields[], { q = '', ...query }: Query, most: number) => {
  const reachable = hits.slice(0, most)
  const { page, hitsPerPage } = query as { page?: number; hitsPerPage?: number }
  if (page !== undefined || hitsPerPage !== undefined) {
    const [number, size] = [page ?? 1, hitsPerPage ?? 20]
    return {
      hits: reachable.slice((number - 1) * size, number * size),
      query: q,
      processingTimeMs: 0,
      hitsPerPage: size,
      page: number,
      totalPages: Math.ceil(reachable.length / Math.max(1, size)),
      totalHits: reachable.length,
    }
  }
  const { offset = 0, limit = 20 } = query as { offset?: number; limit?: number }
  return {
    hits: reachable.slice(offset, offset + limit),
    query: q,
    processingTimeMs: 0,
    limit,
    offset,
    estimatedTotalHits: reachable.length,
  }
}
