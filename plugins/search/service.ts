import {
  type Filter,
  type Member,
  type SearchAnswer,
  type SearchDocument,
  type SearchHit,
  type SearchIndex,
  type SearchQuery,
  type SearchRequest,
  type SearchResult,
  ShulianError,
  type TextTerm,
} from '../../gateway/contracts/index.js'
import { respeltQuery } from './did-you-mean.js'
import type { StoredWork } from './documents.js'
import { answeredFacets, askedFacets } from './facets.js'
import { type ShownText, termsIn } from './fields-shown.js'
import { parseFilter } from './filters.js'
import { type Asked, type Found, find } from './find.js'
import { escapeHtml, highlight } from './highlight.js'
import { corrected, helpFor } from './nothing-found.js'
import { type Vocabulary, vocabularyOf } from './plan/vocabulary.js'
import { explained, reasonsOf, respeltFor } from './ranking/why.js'
import { remembered } from './remembered.js'
import { isWithin } from './steering/best-bet.js'
import type { BestBetRule } from './steering/rule.js'
import { queryKey, type Steering } from './steering/steering.js'

/** Totals are exact up to here; counting so many takes some milliseconds. */
const exactUpTo = 100_000
/** How far offset and limit reach together: each page by offset costs as much as all before it. */
const mostByOffset = 10_000

export interface Searching {
  index: SearchIndex
  membersById(): Promise<ReadonlyMap<string, Member>>
  /** What librarians said about search. */
  steering(): Promise<Steering>
  /** Works as they are found. */
  documents(ids: readonly string[]): Promise<SearchDocument[]>
}

/** @throws ShulianError QUERY_TOO_LONG, FILTER_INVALID, CURSOR_INVALID, INPUT_INVALID, OFFSET_TOO_FAR (400) */
export const searchWorks = async (parts: Searching, request: SearchRequest): Promise<SearchAnswer> => {
  const began = performance.now()
  const query = queryOf(request)
  const members = await parts.membersById()
  const steering = await parts.steering()
  const best = await bestBetFor(parts, steering, request, query)
  const index = remembered(parts.index)
  const vocabulary = vocabularyOf(index)
  const result = await find(index, request.q, query, { synonyms: steering.synonyms, vocabulary })
  const terms = shownTerms(result.asked)
  const seeking = { index, vocabulary, count: countFor(index, parts.steering, vocabulary) }
  const away = [...members.values()].filter(({ stage }) => stage === 'suspended').map(({ id }) => id)
  const help =
    result.total > 0 ? undefined : await helpFor(seeking, { q: request.q, filter: query.filter, away })
  const didYouMean = isSpeltNearly(result)
    ? (understoodAs(request.q, result) ?? (await corrected(seeking, request.q, query.filter))?.q)
    : help?.find(({ reason }) => reason === 'spelling')?.q
  const why = request.explain ? await reasonsOf(result, parts.documents) : undefined
  return {
    total: result.total,
    totalIsExact: result.totalIsExact,
    hits: result.hits
      .filter(({ id }) => !best?.documents.some((document) => document.id === id))
      .map((hit) => ({
        ...toHit(hit, terms),
        ...(why && { why: why(hit) }),
      })),
    ...(best && isFirstPage(request) && { bestBet: bestBetOf(best, terms, request.explain) }),
    ...(request.cursor !== undefined && result.cursor !== undefined && { cursor: result.cursor }),
    ...answeredFacets(result, members),
    ...(didYouMean !== undefined && { didYouMean }),
    ...(help && { help }),
    ...(request.explain && { explanation: explained(result.asked) }),
    partial: [
      ...away.map((member) => ({ member, reason: 'suspended' })),
      ...(result.away ?? []).map(({ part, reason }) => ({ index: part, reason })),
    ],
    tookMs: Math.round((performance.now() - began) * 10) / 10,
  }
}

interface BestBet {
  rule: BestBetRule & { number: number }
  documents: SearchDocument[]
}

/** In another order than that of worth there is no first place to give away. */
const bestBetFor = async (
  { documents: documentsOf }: Searching,
  { bestBets }: Steering,
  { q }: SearchRequest,
  { sort, filter, limit }: SearchQuery,
): Promise<BestBet | undefined> => {
  const rule = bestBets.size > 0 && sort === 'relevance' && limit > 0 ? bestBets.get(queryKey(q)) : undefined
  if (!rule) return undefined
  const documents = (await documentsOf(rule.works)).filter((one) => isWithin(one, filter))
  return documents.length > 0 ? { rule, documents } : undefined
}

const isFirstPage = ({ offset = 0, cursor = '*' }: SearchRequest): boolean => offset === 0 && cursor === '*'

const bestBetOf = (
  { rule: { number, note, until }, documents }: BestBet,
  terms: ShownTerms,
  explain: boolean | undefined,
): SearchAnswer['bestBet'] => ({
  number,
  note,
  ...(until !== undefined && { until }),
  hits: documents.map(({ id, stored }) => ({
    ...toHit({ id, stored, score: 0 }, terms),
    ...(explain && { why: { manner: 'best bet', fields: [], features: {} } }),
  })),
})

const queryOf = (request: SearchRequest): SearchQuery => {
  const { limit, offset = 0, cursor } = request
  if (cursor !== undefined && offset > 0) throw invalid('offset', 'no offset beside a cursor', String(offset))
  if (offset + limit > mostByOffset) {
    throw new ShulianError(
      'OFFSET_TOO_FAR',
      `Pages by offset reach ${mostByOffset} hits. To read on, ask with cursor=* and then with the cursor of each page.`,
      {
        status: 400,
        errors: [
          { path: 'offset', expected: `offset + limit ≤ ${mostByOffset}`, got: String(offset + limit) },
        ],
      },
    )
  }
  const filter = request.filter === undefined ? undefined : parseFilter(request.filter)
  return {
    all: [],
    none: [],
    limit,
    offset,
    exactUpTo,
    filter,
    ...askedFacets(request.facets ?? [], filter),
    sort: request.sort ?? 'relevance',
    cursor: cursor === '*' ? undefined : cursor,
  }
}

/** How many works are found by these words: the same search without its page, and without forgiving slips. */
export const countFor =
  (index: SearchIndex, steering: () => Promise<Pick<Steering, 'synonyms'>>, vocabulary?: Vocabulary) =>
  async (q: string, filter: Filter | undefined): Promise<number> => {
    const { synonyms } = await steering()
    const { total } = await find(
      index,
      q,
      { ...counting, all: [], none: [], filter },
      { last: 'loose', synonyms, vocabulary },
    )
    return total
  }

const counting: Omit<SearchQuery, 'all' | 'none'> = {
  facets: [],
  facetLimit: 0,
  sort: 'relevance',
  limit: 0,
  offset: 0,
  exactUpTo,
}

const isSpeltNearly = ({ asked }: Found): boolean =>
  asked.at(-1)!.ways.some(({ manner }) => manner === 'near spelling')

/** What gave the first hit is known to find something: nothing is looked up again. */
const understoodAs = (q: string, { hits: [first], asked }: Found): string | undefined =>
  first && respeltQuery(q, respeltFor(first, asked))

type ShownTerms = Record<ShownText, readonly TextTerm[]>

/** The terms of every way that gave the hits: what of them stands in a text is marked. */
const shownTerms = (asked: readonly Asked[]): ShownTerms =>
  termsIn(asked.at(-1)?.ways.flatMap(({ terms }) => terms) ?? [])

const toHit = ({ id, score, stored }: SearchResult['hits'][number], terms: ShownTerms): SearchHit => {
  const { subtitle, publisher, abstract, reading: _, ...work } = stored as StoredWork
  const texts = { title: work.title, subtitle, agents: work.agents.join('; '), publisher, abstract }
  const highlights: Record<string, string> = { title: escapeHtml(work.title) }
  for (const [name, text] of Object.entries(texts)) {
    const html = text && highlight(text, terms[name as ShownText])
    if (html) highlights[name] = html
  }
  return { id, ...work, highlights, score }
}

const invalid = (path: string, expected: string, got: string) =>
  new ShulianError('INPUT_INVALID', `${path}: expected ${expected}, got ${got}.`, {
    status: 400,
    errors: [{ path, expected, got }],
  })
