import type { TextTerm } from '../../../gateway/contracts/index.js'
import { readAloud } from '../../../standards/text/readings.js'
import { initialTokens, syllableTokens } from '../../../standards/text/sounds.js'
import { termOf, type Word } from '../query.js'
import type { Way } from './way.js'
import { looseWays } from './ways.js'
import { isHan, pinyinOf } from './words.js'

/** Fewer can lose none. */
const fewest = 3
/** Cuts of pinyin in which a slip is forgiven: the others are less likely than the slip. */
const mostCuts = 2

/** One slip in a word, wherever it is; of Latin words those that the index knows and that are `near`. */
export const slipWays = (word: Word, near: readonly string[]): Way[] => {
  const ways = looseWays(word)
  if (word.quoted) return ways
  if (word.tokens.some(isHan)) return [...ways, ...hanSlips(word)]
  return [
    ...near.map((token): Way => ({ manner: 'near spelling', terms: [termOf({ ...word, tokens: [token] })] })),
    ...ways,
    ...pinyinSlips([word]),
    ...initialSlips(word),
  ]
}

export const pinyinSlips = (run: readonly Word[]): Way[] =>
  pinyinOf(run)
    .slice(0, mostCuts)
    .flatMap((cut) => twoOfThree(syllableTokens(cut), (tokens) => ({ tokens, field: 'sounds' })))

const hanSlips = ({ tokens, fields }: Word): Way[] => [
  ...twoOfThree(tokens, (piece) => ({ tokens: piece, field: fields ?? ['title', 'alternative', 'agents'] })),
  ...(!fields && tokens.every(isHan)
    ? twoOfThree(syllableTokens(readAloud(tokens.join(''))), (piece) => ({ tokens: piece, field: 'sounds' }))
    : []),
]

/** A character that is read in two ways has two initials. */
const initialSlips = ({ tokens: [letters, ...more] }: Word): Way[] =>
  more.length > 0 || !/^[a-z]{5,20}$/.test(letters!)
    ? []
    : twoOfThree([...letters!], (piece) => ({ tokens: initialTokens(piece.join('')), field: 'sounds' }))

/** A slip leaves two of three pieces whole. */
const twoOfThree = (tokens: readonly string[], term: (piece: string[]) => TextTerm): Way[] => {
  if (tokens.length < fewest) return []
  const [one, two] = [Math.ceil(tokens.length / 3), Math.ceil((tokens.length * 2) / 3)]
  const pieces = [tokens.slice(0, one), tokens.slice(one, two), tokens.slice(two)]
  return pieces.map((_, missing) => ({
    manner: 'a slip forgiven',
    terms: pieces
      .filter((_, at) => at !== missing)
      .map(term)
      .filter(({ tokens }) => tokens.length > 0),
  }))
}
