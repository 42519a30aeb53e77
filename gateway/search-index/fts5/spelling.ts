import type { TextTerm } from '../../contracts/search-index.js'
import type { Sqlite } from './sqlite.js'
import { frequentTerms } from './terms.js'

/** A beginning, and words that go on so: all of them, or the most frequent. */
export interface Spelt extends TextTerm {
  endings?: readonly string[]
}

export interface Spelling {
  /** The same term; in the place of a long beginning the words that it may become, of very many the most frequent. */
  spelt(term: TextTerm): Spelt
}

/** Beginnings of so many characters have an index of their own (schema.ts). */
const indexed = 3
/** More words take longer to find than the beginning itself. */
const mostWords = 60
/** So few are told again by FTS5, which knows words from everywhere, and takes some 30 µs for each. */
const fewWords = 10
/** A beginning of more hits takes too long: those of its most frequent words stand for all. */
const manyHits = 3_000

/**
 * FTS5 puts together all hits of all words that begin so before it gives the first of them; of words it gives the latest at once. Whoever
 * asks for completions asks three times, so the last answer is kept until the index changes.
 */
export const createSpelling = (sqlite: Sqlite): Spelling => {
  let kept: { beginning: string; generation: number; words: readonly string[] | undefined } | undefined
  const wordsFrom = (beginning: string): readonly string[] | undefined => {
    const generation = sqlite.number('select generation from search_state')
    if (kept?.beginning !== beginning || kept.generation !== generation)
      kept = { beginning, generation, words: wordsBehind(sqlite, beginning) }
    return kept.words
  }
  return {
    spelt: (term) => {
      const last = term.tokens.at(-1) ?? ''
      if (!term.prefix || [...last].length <= indexed) return term
      const words = wordsFrom(last)
      return words === undefined ? term : { ...term, endings: words }
    },
  }
}

/** Those of titles, names and headings are counted beside the index (terms.ts); where they are few, FTS5 is asked for words from elsewhere. */
const wordsBehind = (sqlite: Sqlite, beginning: string): string[] | undefined => {
  const frequent = frequentTerms(sqlite, beginning, mostWords + 1)
  const everywhere = frequent.length <= fewWords ? leap(sqlite, beginning) : undefined
  if (everywhere || frequent.length === 0) return everywhere
  if (frequent.length > mostWords && sum(frequent) < manyHits) return undefined
  return frequent.slice(0, mostWords).map(({ term }) => term)
}

/** From each word to the next; undefined where they are too many. */
const leap = (sqlite: Sqlite, beginning: string): string[] | undefined => {
  const words = sqlite.text(
    `with recursive words(word) as (
       select (select term from search_spelling where term >= ?1 limit 1)
       union all
       select (select term from search_spelling where term >= word || char(1) limit 1) from words where word < ?2 limit ${mostWords + 2})
     select json_group_array(word) from words where word < ?2`,
    beginning,
    `${beginning}\u{10ffff}`,
  )
  const found = JSON.parse(words ?? '[]') as string[]
  return found.length <= mostWords ? found : undefined
}

const sum = (terms: readonly { documents: number }[]): number =>
  terms.reduce((total, { documents }) => total + documents, 0)
