import type { Filter, SearchIndex, SearchQuery, SearchResult } from '../../gateway/contracts/index.js'
import { planOf, type Stage, type StageName, termsOf } from './plan/plan.js'
import { noSynonyms, type Synonyms } from './plan/synonyms.js'
import { type Vocabulary, vocabularyOf } from './plan/vocabulary.js'
import { parseQuery, type ReaderQuery } from './query.js'
import { formsOf } from './ranking/forms.js'
import { type Ranked, rank } from './ranking/rank.js'
import type { Weights } from './ranking/weights.js'

/** Hits that are ranked here; what comes behind them stays in the engine’s order. */
const ranked = 50
/** A cursor that ends among them. */
const within = 'ranked-'

export interface Asked extends Stage {
  total: number
}

export interface Found extends Omit<SearchResult, 'hits'> {
  hits: Ranked[]
  /** Every stage that was asked, in order; the last one gave the hits. */
  asked: Asked[]
}

/**
 * The first stage of the plan that finds anything, as far as `last`, ranked by the champion or by other `weights`.
 *
 * @throws ShulianError QUERY_TOO_LONG, CURSOR_INVALID (400)
 */
export const find = async (
  index: SearchIndex,
  text: string,
  query: SearchQuery,
  {
    last = 'forgiving',
    weights,
    synonyms = noSynonyms,
    vocabulary = vocabularyOf(index),
  }: { last?: StageName; weights?: Weights; synonyms?: Synonyms; vocabulary?: Vocabulary } = {},
): Promise<Found> => {
  const words = parseQuery(text)
  const asked: Asked[] = []
  let found: Omit<Found, 'asked'> = nothing
  for await (const stage of planOf(index, text, words, { last, synonyms, vocabulary })) {
    const filter = filterOf(query.filter, stage.year)
    found = await askOnce(index, { ...query, filter, none: words.none, ...termsOf(stage.ways) }, words, {
      ...stage,
      weights,
    })
    asked.push({ ...stage, total: found.total })
    if (found.total > 0) break
  }
  return { ...found, asked }
}

/** Of what needs no search to be known to find nothing. */
const nothing = { total: 0, totalIsExact: true, hits: [], facets: {} }

const filterOf = (filter: Filter | undefined, year: number | undefined): Filter | undefined => {
  if (year === undefined) return filter
  const issued: Filter = { field: 'year', from: year, to: year }
  if (filter === undefined) return issued
  // What was chosen stands among the outermost conditions, where its facet is known by it.
  return { and: 'and' in filter ? [...filter.and, issued] : [filter, issued] }
}

const askOnce = async (
  index: SearchIndex,
  query: SearchQuery,
  { words }: ReaderQuery,
  { ways, weights }: Stage & { weights?: Weights },
): Promise<Found> => {
  const start = startOf(query)
  if (query.sort !== 'relevance' || query.limit === 0 || words.length === 0 || start >= ranked)
    return inOrder(await index.search(query))
  const first = await index.search({ ...query, cursor: undefined, offset: 0, limit: ranked })
  const end = start + query.limit
  const hits = rank(first.hits, formsOf(words, ways), weights).slice(start, end)
  if (end <= ranked || first.cursor === undefined) {
    const cursor = end < first.hits.length ? `${within}${end}` : first.cursor
    return { ...first, hits, cursor, asked: [] }
  }
  const more = inOrder(
    await index.search({
      ...query,
      offset: 0,
      cursor: first.cursor,
      limit: query.limit - hits.length,
      facets: [],
    }),
  )
  return { ...first, hits: [...hits, ...more.hits], cursor: more.cursor, asked: [] }
}

/** Where a page begins, as far as that is among the ranked; beyond, the engine knows. */
const startOf = ({ cursor, offset }: SearchQuery): number => {
  if (cursor === undefined) return offset
  const [, place] = new RegExp(`^${within}(\\d{1,2})$`).exec(cursor) ?? []
  return place === undefined ? ranked : Number(place)
}

const inOrder = (result: SearchResult): Found => ({
  ...result,
  hits: result.hits.map((hit) => ({ ...hit, features: {} })),
  asked: [],
})
