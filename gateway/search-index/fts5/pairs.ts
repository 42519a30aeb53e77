/**
 * Characters side by side, each two of them a word of its own. A phrase of single characters makes FTS5 read the whole list of each,
 * and 的 stands in a quarter of all titles; lists of pairs are short, and a phrase of pairs says the same.
 */
export const pairsOf = (words: readonly string[]): string[] => {
  const pairs: string[] = []
  for (let at = 1; at < words.length; at++) {
    const pair = pairOf(words[at - 1]!, words[at]!)
    if (pair !== undefined) pairs.push(pair)
  }
  return pairs
}

/** What a phrase asks for instead; undefined where it is no phrase, or not of such characters alone. */
export const pairedPhrase = (words: readonly string[]): string[] | undefined => {
  const pairs = pairsOf(words)
  return words.length > 1 && pairs.length === words.length - 1 ? pairs : undefined
}

const pairOf = (one: string, other: string): string | undefined => {
  if (one.length > 1 || other.length > 1) return undefined
  const [first, second] = [one.charCodeAt(0), other.charCodeAt(0)]
  if (isSyllable(first) && isSyllable(second))
    return String.fromCodePoint(syllablePairs + (first - syllables) * mostSyllables + second - syllables)
  if (isInitials(first) && isInitials(second)) {
    const [before, after] = [first - initials, second - initials]
    return before % letters === Math.floor(after / letters)
      ? String.fromCodePoint(initialTriples + before * letters + (after % letters))
      : undefined
  }
  return isWritten(first) && isWritten(second)
    ? String.fromCodePoint(writtenPairs + first) + other
    : undefined
}

/**
 * Syllables, and initials two by two, each sharing one with the next (standards/text/sounds.ts). What stands for two of them is one
 * character of no script, which has no beginnings to be indexed.
 */
const syllables = 0xe000
const mostSyllables = 0x200
const syllablePairs = 0x50000
const isSyllable = (code: number): boolean => code >= syllables && code < syllables + mostSyllables
const initials = 0xe400
const letters = 27
const initialTriples = 0x40000
const isInitials = (code: number): boolean => code >= initials && code < initials + letters * letters

/** Han, kana and Hangul; the first of a pair is moved to plane 15, so that no pair is a word of a text, or a mark. */
const writtenPairs = 0xf0000
const isWritten = (code: number): boolean => code >= 0x3040 && code < 0xd800
