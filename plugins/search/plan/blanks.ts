import { termOf, type Word } from '../query.js'
import type { Way } from './way.js'
import { typedWays } from './ways.js'

/** Shorter ones are prefixes and endings rather than words. */
const fewestLetters = 3

/** A Latin word that may be two without their blank: `harrypotter`. */
export const partedWays = (word: Word): Way[] => {
  const token = word.tokens[0]!
  const places = Math.max(0, token.length - 2 * fewestLetters + 1)
  return Array.from({ length: places }, (_, at) => {
    const parts = [token.slice(0, at + fewestLetters), token.slice(at + fewestLetters)]
    return {
      manner: 'near spelling',
      terms: [termOf({ ...word, tokens: parts })],
      respelt: [{ typed: token, meant: parts.join(' ') }],
    }
  })
}

/** Two neighbours that may be one word with a blank in it: `data base`. */
export const closedWays = (words: readonly Word[]): Way[] =>
  words.slice(1).flatMap((word, at): Way[] => {
    const before = words[at]!
    if (!isLatin(before) || !isLatin(word) || before.fields !== word.fields) return []
    const closed = { ...word, tokens: [before.tokens[0]! + word.tokens[0]!] }
    const all = words.toSpliced(at, 2, closed)
    return [{ manner: 'a slip forgiven', terms: all.flatMap((one) => typedWays(one)[0]!.terms) }]
  })

const isLatin = ({ tokens: [token, ...more], quoted }: Word): boolean =>
  !quoted && more.length === 0 && /^[a-z]+$/.test(token!)
