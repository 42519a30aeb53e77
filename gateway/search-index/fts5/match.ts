import type { Filter, SearchQuery, TextTerm } from '../../contracts/search-index.js'
import { textFields } from '../../contracts/search-index.js'
import { everything, mark, yearCover } from './marks.js'
import { phraseOf, placeOf, quoted } from './phrase.js'
import { possibleAmong } from './possible.js'
import type { Spelt } from './spelling.js'
import type { Sqlite } from './sqlite.js'
import { clean, isWord, wordsOf } from './words.js'

/** A query in FTS5's language, composed here from quoted words alone: what a reader types is never syntax. */
export interface Match {
  /** Null: every document. */
  all: string | null
  /** The same with the words in the title; null when there is no word, or one asks for another field. */
  inTitle(): string | null
  /** Whether words rank it; a filter alone ranks nothing. */
  ranks: boolean
  /** The words as one title would have them, for each way to be a hit. */
  titleKeys: string[]
  /** Each way to be a hit alone; of several none that has a word which no document has. */
  ways: Way[]
}

export interface Way {
  terms: readonly TextTerm[]
  all: string
  /** The same without what is said about a work: its words stand in titles, names, headings, numbers. */
  strong(): string
}

export const matchOf = (sqlite: Sqlite, query: SearchQuery): Match => {
  const ways = [query.all, ...(query.otherwise ?? [])]
    .map((way) => way.map(cleaned).filter(isSomething))
    .filter((way, place) => place === 0 || way.length > 0)
  const isEverything = ways[0]!.length === 0
  const wanted = isEverything ? [] : possibleAmong(sqlite, ways)
  const none = query.none.map(cleaned).filter(isSomething)
  const filter = query.filter && filterOf(sqlite, query.filter)
  const excluded = none.map((term) => termOf(term))
  const isTitled = wanted.some((way) => way.every(({ field }) => field === undefined))
  const composed = (some: readonly Spelt[][], term: (one: Spelt) => string): string | null =>
    compose(
      some.map((way) => way.map(term)),
      filter,
      excluded,
    )
  let all: string | null | undefined
  return {
    // Where hits are few, each way is asked alone: this is not.
    get all() {
      if (all === undefined)
        all = !isEverything && wanted.length === 0 ? nothing : composed(wanted, (term) => termOf(term))
      return all
    },
    inTitle: () => (isTitled ? composed(wanted, (term) => termOf(term, term.field ?? 'title')) : null),
    ranks: !isEverything,
    ways: wanted.map((terms) => ({
      terms,
      all: composed([terms], (term) => termOf(term)) ?? anything,
      strong: () => composed([terms], (term) => termOf(term, term.field ?? strongFields)) ?? anything,
    })),
    titleKeys: [...new Set(wanted.map((way) => way.flatMap(({ tokens }) => tokens).join(' ')))],
  }
}

const strongFields = textFields.filter((field) => field !== 'other')

const cleaned = (term: Spelt): Spelt =>
  term.tokens.every(isWord) ? term : { ...term, tokens: term.tokens.flatMap(wordsOf) }
const isSomething = ({ tokens }: TextTerm) => tokens.length > 0

const compose = (ways: string[][], filter: string | undefined, excluded: string[]): string | null => {
  const words = ways.length === 0 ? [] : ways.length === 1 ? ways[0]! : [or(ways.map(and))]
  const wanted = filter === undefined ? words : [...words, filter]
  if (excluded.length > 0) return butNot(and(wanted), or(excluded))
  return wanted.length === 0 ? null : and(wanted)
}

const termOf = (term: Spelt, instead = term.field): string => {
  const { tokens, endings } = term
  if (endings === undefined) return phraseOf(term, instead)
  if (endings.length === 0) return nothing
  const words = endings.map((word) => quoted([...tokens.slice(0, -1), word].join(' ')))
  return `${placeOf(tokens, instead)}${or(words)}`
}

const marked = (word: string) => `marks : ${quoted(word)}`
const anything = marked(everything)
/** A word that no document has. */
const nothing = marked(`${everything}${everything}`)

/** The list of a word that is typed several times is read once. */
const and = (parts: string[]): string =>
  parts.length === 0 ? anything : `(${[...new Set(parts)].join(' AND ')})`
const or = (parts: string[]): string => (parts.length === 0 ? nothing : `(${parts.join(' OR ')})`)
const butNot = (one: string, other: string) => `(${one} NOT ${other})`

const filterOf = (sqlite: Sqlite, filter: Filter): string => {
  if ('and' in filter) return and(filter.and.map((part) => filterOf(sqlite, part)))
  if ('or' in filter) return or(filter.or.map((part) => filterOf(sqlite, part)))
  if ('not' in filter) return butNot(anything, filterOf(sqlite, filter.not))
  const values = 'in' in filter ? filter.in.map(clean) : yearCover(filter.from, filter.to)
  return or(valueIds(sqlite, filter.field, values).map((id) => marked(mark(id))))
}

const valueIds = (sqlite: Sqlite, field: string, values: string[]): number[] =>
  sqlite
    .rows<{ id: number }>(
      'select id from search_value where field = ? and value in (select value from json_each(?))',
      field,
      JSON.stringify(values),
    )
    .map(({ id }) => id)
