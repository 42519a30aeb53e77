import type { FacetField, SearchIndex, SearchQuery, TextTerm } from '../../gateway/contracts/index.js'
import { fold } from '../../standards/text/folding.js'
import type { StoredWork } from './documents.js'
import { escapeHtml, highlight } from './highlight.js'
import { corrected, type Seeking } from './nothing-found.js'
import { vocabularyOf } from './plan/vocabulary.js'
import { parseQuery } from './query.js'

/** What the typed text may become; `highlight` is HTML with what was typed marked. */
export interface Completion {
  kind: 'query' | 'title' | 'agent' | 'subject'
  text: string
  highlight: string
}

export interface Suggestions {
  completions: Completion[]
  didYouMean?: string
}

/** What is looked at for one answer: more would come too late for the next key. */
const titlesOver = 100
const headingsOver = 500
/** Names and headings beside titles, each. */
const mostHeadings = 3
const mostQueries = 2

export interface Suggesting extends Omit<Seeking, 'vocabulary'> {
  /** What many have asked that begins so, the most frequent first. */
  queries(beginning: string, limit: number): Promise<string[]>
}

/**
 * Queries that others asked, titles, names and headings that fit what was typed so far.
 * @throws ShulianError QUERY_TOO_LONG (400)
 */
export const suggest = async (parts: Suggesting, text: string, limit: number): Promise<Suggestions> => {
  const typed = typedOf(text)
  if (typed.terms.length === 0) return { completions: [] }
  const headings = await Promise.all([
    headingsFor(parts.index, typed, 'agents', 'agent'),
    headingsFor(parts.index, typed, 'subjects', 'subject'),
  ])
  const queries = (await parts.queries(typed.tokens.join(' '), mostQueries)).map(entry('query', typed))
  const beside = [...queries, ...headings.flat()]
  const titles = await titlesFor(parts.index, typed, limit)
  const room = Math.max(limit - beside.length, Math.ceil(limit / 2))
  const completions = [...queries, ...titles.slice(0, room), ...headings.flat()].slice(0, limit)
  if (completions.length > 0) return { completions }
  const instead = await corrected({ ...parts, vocabulary: vocabularyOf(parts.index) }, text)
  return { completions, ...(instead && { didYouMean: instead.q }) }
}

interface Typed {
  terms: TextTerm[]
  tokens: string[]
  /** The terms without a last word of one letter: so many words begin so that the engine would read half of itself. */
  asked: TextTerm[]
  /** That one letter: it is looked for in what the others find. */
  started?: TextTerm
}

const typedOf = (text: string): Typed => {
  const terms = parseQuery(text, { typing: true }).all
  const last = terms.at(-1)
  const isStarted = last?.prefix === true && last.tokens.length === 1 && last.tokens[0]!.length === 1
  return {
    terms,
    tokens: fold(text),
    asked: isStarted ? terms.slice(0, -1) : terms,
    ...(isStarted && { started: last }),
  }
}

/** Those that begin with the words, then those that have them, held by many before held by few. */
const titlesFor = async (index: SearchIndex, typed: Typed, limit: number): Promise<Completion[]> => {
  const beginning = await index.titled(typed.tokens.join(' '), limit)
  const anywhere = typed.asked.length === 0 ? [] : await glance(index, typed.asked, { limit: titlesOver })
  const works = [...beginning, ...anywhere].map(({ stored }) => stored as StoredWork)
  const ranked = works
    .map((work, at) => ({ work, worth: worthOf(work, typed, at < beginning.length) }))
    .sort((one, other) => other.worth - one.worth)
  // Works that have the words elsewhere are told where no title has them.
  const least = (ranked[0]?.worth ?? 0) >= inTitle ? inTitle : 1
  const worthy = ranked.filter(({ worth }) => worth >= least)
  return [...new Set(worthy.map(({ work }) => work.title))].slice(0, limit).map(entry('title', typed))
}

const inTitle = 100

/** A name's works are worth less than a title with the words; of a letter that is just typed the title must say more. */
const worthOf = ({ title, holdings }: StoredWork, typed: Typed, begins: boolean): number => {
  const isIn = (terms: TextTerm[]) => terms.every((term) => highlight(title, [term]) !== undefined)
  if (typed.started && !isIn([typed.started])) return 0
  const place = begins ? 2 * inTitle : isIn(typed.asked) ? inTitle : 1
  return place + Math.min(holdings.length, 50)
}

/** The headings of works that have the words in them, as far as they have them themselves, the most frequent first. */
const headingsFor = async (
  index: SearchIndex,
  typed: Typed,
  field: 'agents' | 'subjects',
  kind: 'agent' | 'subject',
): Promise<Completion[]> => {
  const all = typed.asked.map((term) => ({ ...term, field }))
  if (all.length === 0) return []
  const facet: FacetField = kind
  const { facets } = await index.search(
    glanceQuery(all, { over: headingsOver, facets: [facet], facetLimit: 30, limit: 0 }),
  )
  return (facets[facet] ?? [])
    .filter(({ value }) => typed.terms.every((term) => highlight(value, [term]) !== undefined))
    .slice(0, mostHeadings)
    .map(({ value }) => entry(kind, typed)(value))
}

const glance = async (index: SearchIndex, all: TextTerm[], { limit }: { limit: number }) =>
  (await index.search(glanceQuery(all, { limit, over: limit }))).hits

const glanceQuery = (all: TextTerm[], given: Partial<SearchQuery>): SearchQuery => ({
  all,
  none: [],
  facets: [],
  facetLimit: 0,
  sort: 'relevance',
  limit: 0,
  offset: 0,
  exactUpTo: 0,
  ...given,
})

const entry =
  (kind: Completion['kind'], { terms }: Typed) =>
  (text: string): Completion => ({ kind, text, highlight: highlight(text, terms) ?? escapeHtml(text) })
