import type { TextTerm } from '../../contracts/search-index.js'
import { phraseOf } from './phrase.js'
import type { Spelt } from './spelling.js'
import type { Sqlite } from './sqlite.js'
import { isWord, wordsOf } from './words.js'

/**
 * Of several ways those whose Latin words all stand somewhere. FTS5 opens the list of every word, and puts those of a beginning together,
 * before it tells that one of them is empty; one word with a slip in it empties most ways of a query.
 */
export const possibleAmong = (sqlite: Sqlite, ways: readonly Spelt[][]): readonly Spelt[][] => {
  const asked = ways.length > 1 ? new Set(ways.flat().flatMap(latinIn)) : new Set<string>()
  if (asked.size === 0) return ways
  const missing = missingAmong(sqlite, [...asked])
  return ways.filter((way) => !way.flatMap(latinIn).some((word) => missing.has(word)))
}

/** `*` behind a word that only begins so. Characters, and what stands for sounds, are hardly ever missing, and are asked for in pairs. */
const latinIn = ({ tokens, prefix }: Spelt): string[] =>
  tokens.flatMap((word, at) =>
    /^[a-z0-9]{2,}$/.test(word) ? [prefix && at === tokens.length - 1 ? `${word}*` : word] : [],
  )

/** Words that were counted beside the index (terms.ts) may be there; of the others the vocabulary tells, which takes ten times as long. */
const missingAmong = (sqlite: Sqlite, words: readonly string[]): ReadonlySet<string> => {
  const missing = sqlite.text(
    `select json_group_array(word) from
       (select value as word, rtrim(value, '*') as first, rtrim(value, '*') || iif(value like '%*', char(0x10ffff), '') as last
        from json_each(?))
     where not exists (select 1 from search_term where term >= first and term <= last)
     and not exists (select 1 from search_spelling where term >= first and term <= last)`,
    JSON.stringify(words),
  )
  return new Set(JSON.parse(missing!) as string[])
}

/** A beginning is looked up among the words: to find a document FTS5 would first put all of its lists together. */
export const missingOf = (sqlite: Sqlite, terms: readonly Omit<TextTerm, 'field'>[]): boolean[] => {
  const asked = terms.map(askedFor)
  const begun = asked.flatMap(({ beginning }) => beginning ?? [])
  const phrases = asked.flatMap(({ phrase }) => phrase ?? [])
  const missing = new Set([
    ...(begun.length > 0 ? missingAmong(sqlite, begun) : []),
    ...(phrases.length > 0 ? unmatched(sqlite, phrases) : []),
  ])
  return asked.map(({ beginning, phrase }) => missing.has(beginning ?? phrase ?? ''))
}

/** Neither where nothing is asked for. */
const askedFor = (term: Omit<TextTerm, 'field'>): { beginning?: string; phrase?: string } => {
  const tokens = term.tokens.every(isWord) ? term.tokens : term.tokens.flatMap(wordsOf)
  if (tokens.length === 0) return {}
  return isBeginning({ ...term, tokens })
    ? { beginning: `${tokens[0]}*` }
    : { phrase: phraseOf({ ...term, tokens }) }
}

const isBeginning = ({ tokens: [word, ...more], prefix }: Omit<TextTerm, 'field'>): boolean =>
  prefix === true && word !== undefined && more.length === 0

const unmatched = (sqlite: Sqlite, phrases: readonly string[]): string[] => {
  const none = sqlite.text(
    `select json_group_array(value) from json_each(?)
     where not exists (select 1 from search_text where search_text match value)`,
    JSON.stringify(phrases),
  )
  return JSON.parse(none!) as string[]
}
