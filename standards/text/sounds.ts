import { syllableNumber, syllableOf } from './syllables.js'

/**
 * Tokens for how Chinese is read. Each is one character of Unicode's private use area (6.0 §23.5), so that none is ever taken for a
 * word, and an index that keeps beginnings of words keeps none of them:
 *
 *   - a syllable, tone left out: a phrase of them is found however it was written or cut;
 *   - two initials side by side (jl lf fr …), the edges of a text among them: a few letters from anywhere in a title
 *     are a phrase, and "from the beginning" or "the whole" is one too.
 */
const firstSyllable = 0xe000
const firstPair = 0xe400
const letters = 27

/** What is no syllable is a token too: the characters on either side of it are not neighbours. */
const unread = String.fromCharCode(firstSyllable + 0x3ff)

export const syllableToken = (syllable: string): string => {
  const number = syllableNumber(syllable)
  return number === undefined ? unread : String.fromCharCode(firstSyllable + number)
}

export const syllableTokens = (syllables: readonly string[]): string[] => syllables.map(syllableToken)

/** `edges`: with the beginning and the end of the text; for a query only those that it means. */
export const initialTokens = (
  initials: string,
  edges: { begins?: boolean; ends?: boolean } = {},
): string[] => {
  const codes = [...initials].map((letter) => letter.charCodeAt(0) - 96)
  const all = [...(edges.begins ? [0] : []), ...codes, ...(edges.ends ? [0] : [])]
  return all.slice(1).map((code, at) => String.fromCharCode(firstPair + all[at]! * letters + code))
}

/** The syllables of tokens side by side, each as pinyin writes it without marks; an empty one for what is none. */
export const syllablesIn = (tokens: string): string[] =>
  Array.from(tokens, (token) => syllableOf(token.charCodeAt(0) - firstSyllable) ?? '')

export const initialsOf = (syllables: readonly string[]): string =>
  syllables.map((syllable) => syllable[0] ?? '').join('')

/** For people: what a token stands for. */
export const tokenInWords = (token: string): string => {
  const code = token.charCodeAt(0)
  if (token.length !== 1 || code < firstSyllable || code >= firstPair + letters * letters) return token
  if (code < firstPair) return syllableOf(code - firstSyllable) ?? '?'
  const pair = code - firstPair
  return [Math.floor(pair / letters), pair % letters]
    .map((one) => (one === 0 ? '·' : String.fromCharCode(one + 96)))
    .join('')
}
