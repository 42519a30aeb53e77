import type { SearchQuery, TextTerm } from '../../contracts/search-index.js'
import { wordsOf } from '../fts5/words.js'
import { titleKeyOf } from './documents.js'
import { and, fieldsOf, filterOf, isEqual, not, wordFilter } from './filters.js'
import { wordOf } from './words.js'

/** One query of a federated search; what each may say of its own. */
export interface Question {
  q: string
  filter: string
  sort?: string[]
  attributesToSearchOn?: string[]
  matchingStrategy: 'all'
  weight: number
}

/** The engine reads so many terms of a query; what stands behind them is not asked. */
const mostTerms = 10
/**
 * Above any single way, and above those whoever types a whole title wants that work. The engine's score is that of its
 * first rule, how near words stand, divided by all that come after: of words that stand apart, or in another order, a
 * small part of one is left, so that twice or four times it would be little.
 */
const severalWays = 10_000
const wholeTitle = 1_000_000
/** With so many of the others the first way is also asked together. */
const mostTogether = 2
/** Each further way is a little less sure. */
const doubt = 0.02

/** What is asked of the engine: each way to be a hit, some of them together, and the title as a whole. */
export const questionsOf = (
  query: SearchQuery,
  conditions: readonly string[] = [],
  sort?: string[],
): Question[] => {
  const none = query.none.map(cut).filter(isSomething)
  const filter = [...conditions, ...(query.filter ? [filterOf(query.filter)] : [])]
  const shared = { filter, none, sort }
  const ways = waysOf(query)
  if (ways.length === 0) return [questionOf([], shared, 1)]
  const together = ways.slice(1, 1 + mostTogether).map((way) => [...ways[0]!, ...way])
  return [
    ...ways.map((way, place) => questionOf(way, shared, 1 - doubt * place)),
    ...(sort ? [] : together.map((way) => questionOf(way, shared, severalWays))),
    ...(sort ? [] : ways.filter(isAnywhere).map((way) => whole(way, shared))),
  ]
}

/** A term alone, of which only is asked whether anything has it. */
export const questionOfTerm = (term: TextTerm): Omit<Question, 'weight'> => {
  const { weight: _, ...question } = questionOf([cut(term)].filter(isSomething), { filter: [], none: [] }, 1)
  return question
}

/** What the engine weighed, in steps that can be compared: to 1 by one way, to 2 by several, to 4 by the whole title. */
export const scoreOf = (weighted: number): number => {
  if (weighted > severalWays) return 3 + weighted / wholeTitle
  return weighted > 1 ? 1 + weighted / severalWays : weighted
}

/** Whether words rank the hits; a filter alone ranks nothing. */
export const isRanked = (query: SearchQuery): boolean =>
  query.sort === 'relevance' && waysOf(query).length > 0

/** No condition in the first way is everything, whatever the others say. */
const waysOf = (query: SearchQuery): TextTerm[][] => {
  const [first, ...others] = [query.all, ...(query.otherwise ?? [])].map((way) =>
    way.map(cut).filter(isSomething),
  )
  return first!.length === 0 ? [] : [first!, ...others.filter(({ length }) => length > 0)]
}

const cut = (term: TextTerm): TextTerm => ({ ...term, tokens: term.tokens.flatMap(wordsOf) })
const isSomething = ({ tokens }: TextTerm): boolean => tokens.length > 0
const isAnywhere = (way: TextTerm[]): boolean => way.every((term) => term.field === undefined)

interface Shared {
  filter: string[]
  none: TextTerm[]
  sort?: string[]
}

/** Its terms in one way whose title is just these words. */
const whole = (way: TextTerm[], { filter, ...shared }: Shared): Question => {
  const title = titleKeyOf(way.flatMap(({ tokens }) => tokens).join(' '))
  return questionOf(way, { ...shared, filter: [...filter, isEqual('title_key', title)] }, wholeTitle)
}

const questionOf = (way: TextTerm[], { filter, none, sort }: Shared, weight: number): Question => {
  const searchOn = commonFields(way, none)
  const beginnings = way.filter(({ prefix }) => prefix)
  const last = beginnings.at(-1)
  const filtered = way.filter(
    (term) => (term.prefix && term !== last) || (searchOn === undefined && fieldsOf(term) !== undefined),
  )
  const excluded = none.map((term) => ({
    term,
    filter: term.prefix || fieldsOf(term) ? wordFilter(term) : undefined,
  }))
  const phrases = [
    ...excluded.filter((one) => one.filter === undefined).map(({ term }) => `-${phraseOf(term.tokens)}`),
    ...way
      .filter((term) => !term.prefix)
      .map(({ tokens }) => phraseOf(tokens))
      .slice(0, last ? mostTerms - 2 : mostTerms),
    ...(last ? beginningOf(last) : []),
  ]
  return {
    q: phrases.join(' '),
    filter: and([
      ...filter,
      ...filtered.flatMap((term) => wordFilter(term) ?? []),
      ...excluded.flatMap((one) => (one.filter === undefined ? [] : not(one.filter))),
    ]),
    ...(sort && { sort }),
    ...(searchOn && { attributesToSearchOn: searchOn }),
    matchingStrategy: 'all',
    weight,
  }
}

/** Attributes can be named for a whole query: where all terms ask in the same fields, and nothing is excluded elsewhere. */
const commonFields = (way: TextTerm[], none: TextTerm[]): string[] | undefined => {
  const asked = way
    .filter(({ field }) => field !== 'sounds')
    .map((term) => fieldsOf(term)?.toSorted().join(' '))
  const [first, ...others] = asked
  if (first === undefined || none.length > 0 || others.some((other) => other !== first)) return undefined
  return [...first.split(' '), ...(asked.length < way.length ? ['sounds'] : [])]
}

/** In quotation marks words stand side by side, and are neither prefixes nor near spellings. */
const phraseOf = (tokens: readonly string[]): string => `"${tokens.map(wordOf).join(' ')}"`

/** Only the last word of a query may go on. */
const beginningOf = ({ tokens }: TextTerm): string[] => [
  ...(tokens.length > 1 ? [phraseOf(tokens.slice(0, -1))] : []),
  wordOf(tokens.at(-1)!),
]
