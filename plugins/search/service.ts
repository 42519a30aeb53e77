import {
  type Filter,
  type Member,
  type SearchAnswer,
  type SearchHit,
  type SearchIndex,
  type SearchQuery,
  type SearchRequest,
  type SearchResult,
  ShulianError,
  type TextTerm,
} from '../../gateway/contracts/index.js'
import type { StoredWork } from './documents.js'
import { answeredFacets, askedFacets } from './facets.js'
import { parseFilter } from './filters.js'
import { type Asked, type Found, find } from './find.js'
import { escapeHtml, highlight } from './highlight.js'
import { corrected, helpFor } from './nothing-found.js'
import { explained, whyOf } from './ranking/why.js'

/** Totals are exact up to here; counting so many takes some milliseconds. */
const exactUpTo = 100_000
/** How far offset and limit reach together: each page by offset costs as much as all before it. */
const mostByOffset = 10_000

export interface Searching {
  index: SearchIndex
  membersById(): Promise<ReadonlyMap<string, Member>>
}

/** @throws ShulianError QUERY_TOO_LONG, FILTER_INVALID, CURSOR_INVALID, INPUT_INVALID, OFFSET_TOO_FAR (400) */
export const searchWorks = async (parts: Searching, request: SearchRequest): Promise<SearchAnswer> => {
  const began = performance.now()
  const query = queryOf(request)
  const members = await parts.membersById()
  const result = await find(parts.index, request.q, query)
  const terms = shownTerms(result.asked)
  const seeking = { index: parts.index, count: countFor(parts.index) }
  const help = result.total > 0 ? undefined : await helpFor(seeking, { q: request.q, filter: query.filter })
  const didYouMean = isSpeltNearly(result)
    ? (await corrected(seeking, request.q, query.filter))?.q
    : help?.find(({ reason }) => reason === 'spelling')?.q
  return {
    total: result.total,
    totalIsExact: result.totalIsExact,
    hits: result.hits.map((hit) => ({
      ...toHit(hit, terms),
      ...(request.explain && { why: whyOf(hit, result.asked) }),
    })),
    ...(request.cursor !== undefined && result.cursor !== undefined && { cursor: result.cursor }),
    ...answeredFacets(result, members),
    ...(didYouMean !== undefined && { didYouMean }),
    ...(help && { help }),
    ...(request.explain && { explanation: explained(result.asked) }),
    partial: [...members.values()]
      .filter(({ stage }) => stage === 'suspended')
      .map(({ id }) => ({ member: id, reason: 'suspended' })),
    tookMs: Math.round((performance.now() - began) * 10) / 10,
  }
}

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
  (index: SearchIndex) =>
  async (q: string, filter: Filter | undefined): Promise<number> => {
    const { total } = await find(index, q, { ...counting, all: [], none: [], filter }, { last: 'loose' })
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

/** The terms of every way that gave the hits: what of them stands in a text is marked. */
const shownTerms = (asked: readonly Asked[]): TextTerm[] =>
  asked.at(-1)?.ways.flatMap(({ terms }) => terms) ?? []

const toHit = ({ id, score, stored }: SearchResult['hits'][number], terms: TextTerm[]): SearchHit => {
  const { subtitle, publisher, abstract, ...work } = stored as StoredWork
  const texts = { title: work.title, subtitle, agents: work.agents.join('; '), publisher, abstract }
  const highlights: Record<string, string> = { title: escapeHtml(work.title) }
  for (const [name, text] of Object.entries(texts)) {
    const html = text && highlight(text, terms)
    if (html) highlights[name] = html
  }
  return { id, ...work, highlights, score }
}

const invalid = (path: string, expected: string, got: string) =>
  new ShulianError('INPUT_INVALID', `${path}: expected ${expected}, got ${got}.`, {
    status: 400,
    errors: [{ path, expected, got }],
  })
