import { termOf, type Word } from '../query.js'
import type { Way } from './way.js'
import { isHan } from './words.js'

/** A phrase that is looked for as well where another was typed, as a librarian said; both folded. */
export interface Synonym {
  from: readonly string[]
  to: readonly string[]
  /** As the librarian wrote what was typed. */
  of: string
}

/** By the first token of what may be typed. */
export type Synonyms = ReadonlyMap<string, readonly Synonym[]>

export const noSynonyms: Synonyms = new Map()

/** Each way has its price in the engine. */
const mostWays = 6

interface Typed {
  token: string
  word: Word
}

interface Match {
  at: number
  synonym: Synonym
}

/**
 * The query with synonyms in the place of what was typed, the fewest first. What was put in is not looked up in turn, so
 * that no circle of synonyms is one here; what stands between quotation marks is meant as it is.
 */
export const synonymWays = (words: readonly Word[], synonyms: Synonyms): Way[] => {
  if (synonyms.size === 0) return []
  const typed = words.flatMap((word) => word.tokens.map((token): Typed => ({ token, word })))
  return choicesOf(matchesIn(typed, synonyms)).map((chosen) => ({
    manner: 'synonym',
    terms: replaced(typed, chosen).map(termOf),
    synonymOf: chosen.map(({ synonym }) => synonym.of),
  }))
}

const matchesIn = (typed: readonly Typed[], synonyms: Synonyms): Match[] =>
  typed.flatMap(({ token }, at) =>
    (synonyms.get(token) ?? [])
      .filter(({ from }) => isThere(from, typed.slice(at, at + from.length)))
      .map((synonym) => ({ at, synonym })),
  )

const isThere = (from: readonly string[], typed: readonly Typed[]): boolean =>
  from.length === typed.length &&
  typed.every(
    ({ token, word }, place) =>
      token === from[place] && !word.quoted && word.fields === typed[0]?.word.fields,
  )

/** Every choice of matches that do not touch each other, as far as `mostWays`. */
const choicesOf = (matches: readonly Match[]): Match[][] => {
  let choices: Match[][] = [[]]
  for (const match of matches) {
    const longer = choices.filter((chosen) => chosen.every((other) => isBehind(match, other)))
    choices = [...choices, ...longer.map((chosen) => [...chosen, match])].slice(0, mostWays + 1)
  }
  return choices.slice(1).sort((one, other) => one.length - other.length)
}

const isBehind = (match: Match, { at, synonym }: Match): boolean => match.at >= at + synonym.from.length

/** Chinese in the place of Chinese stays within its word; anything else is a word of its own. */
const replaced = (typed: readonly Typed[], chosen: readonly Match[]): Word[] => {
  const words: Word[] = []
  let isApart = true
  for (let at = 0; at < typed.length; ) {
    const { token, word } = typed[at]!
    const synonym = chosen.find((match) => match.at === at)?.synonym
    const isForeign = synonym !== undefined && !synonym.to.every(isHan)
    if (isApart || isForeign || typed[at - 1]?.word !== word) words.push({ ...word, tokens: [] })
    words.at(-1)!.tokens.push(...(synonym?.to ?? [token]))
    isApart = isForeign
    at += synonym?.from.length ?? 1
  }
  return words
}
