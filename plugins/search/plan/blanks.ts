import { termOf, type Word } from '../query.js'
import type { Way } from './way.js'
import { typedWays } from './ways.js'

/** Words that capitals tell apart although no blank does: `EffectiveC#中文版`, `SQLServer`. What is quoted or excluded stays whole. */
export const humpsApart = (text: string): string =>
  signs.test(text) ? text : text.replace(/(?<=\p{Ll})(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})/gu, ' ')

const signs = /["＂“「『《]|(?<!\S)[-－−]/u

/** Shorter ones are prefixes and endings rather than words. */
const fewestLetters = 3

/** A Latin word that may be two without their blank: `harrypotter`, and with a short one `ofthe`. */
export const partedWays = (word: Word): Way[] => {
  const token = word.tokens[0]!
  const places = Array.from({ length: token.length - 1 }, (_, at) => at + 1)
  const isLong = (at: number) => Math.min(at, token.length - at) >= fewestLetters
  return [...places.filter(isLong), ...places.filter((at) => !isLong(at))].map((at) => {
    const parts = [token.slice(0, at), token.slice(at)]
    return {
      manner: 'near spelling',
      terms: [termOf({ ...word, tokens: parts })],
      respelt: [{ typed: token, meant: parts.join(' ') }],
    }
  })
}

/** Two neighbours that may be one word with a blank in it: `data base`, `shakes peare's`. */
export const closedWays = (words: readonly Word[]): Way[] =>
  words.slice(1).flatMap((word, at): Way[] => {
    const before = words[at]!
    const [first, ...more] = word.tokens
    if (!isLatin(before) || before.tokens.length > 1 || !isLatin(word) || before.fields !== word.fields)
      return []
    const closed = { ...word, tokens: [before.tokens[0]! + first!, ...more] }
    const all = words.toSpliced(at, 2, closed)
    return [{ manner: 'a slip forgiven', terms: all.flatMap((one) => typedWays(one)[0]!.terms) }]
  })

const isLatin = ({ tokens: [token], quoted }: Word): boolean => !quoted && /^[a-z]+$/.test(token!)
