import type { TextTerm } from '../../../gateway/contracts/index.js'
import { readAloud } from '../../../standards/text/readings.js'
import { initialTokens, syllableTokens } from '../../../standards/text/sounds.js'
import { termOf, type Word } from '../query.js'
import type { Way } from './way.js'
import { looseWays } from './ways.js'
import { isCharacter, isHan, pinyinOf } from './words.js'

/** Fewer can lose none. */
const fewest = 3
/** Cuts of pinyin in which a slip is forgiven: the others are less likely than the slip. */
const mostCuts = 2

/** One slip in a word, wherever it is; of Latin words those that the index knows and that are `near`. */
export const slipWays = (word: Word, near: readonly string[]): Way[] => {
  const ways = looseWays(word)
  if (word.quoted) return ways
  if (word.tokens.some(isCharacter)) return [...ways, ...hanSlips(word)]
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
    .flatMap((cut) => besideSlip(syllableTokens(cut), (tokens) => ({ tokens, field: 'sounds' })))

const hanSlips = ({ tokens, fields }: Word): Way[] => [
  ...besideSlip(tokens, (piece) => ({ tokens: piece, field: fields ?? ['title', 'alternative', 'agents'] })),
  ...(!fields && tokens.every(isHan)
    ? besideSlip(syllableTokens(readAloud(tokens.join(''))), (piece) => ({ tokens: piece, field: 'sounds' }))
    : []),
]

/** A character that is read in two ways has two initials. */
const initialSlips = ({ tokens: [letters, ...more] }: Word): Way[] =>
  more.length > 0 || !/^[a-z]{5,20}$/.test(letters!)
    ? []
    : besideSlip([...letters!], (piece) => ({ tokens: initialTokens(piece.join('')), field: 'sounds' }))

/** Up to here each place may be the slip: what stands before it and behind it is left. */
const mostPlaces = 7

/** A slip leaves what is before it and behind it whole; in a long text two of three pieces, which are rare enough. */
const besideSlip = (tokens: readonly string[], term: (piece: string[]) => TextTerm): Way[] => {
  if (tokens.length < fewest) return []
  return (tokens.length <= mostPlaces ? aroundEach(tokens) : twoOfThree(tokens)).map((pieces) => ({
    manner: 'a slip forgiven',
    terms: pieces.map(term).filter(({ tokens }) => tokens.length > 0),
  }))
}

const aroundEach = (tokens: readonly string[]): string[][][] =>
  tokens.map((_, at) => [tokens.slice(0, at), tokens.slice(at + 1)])

const twoOfThree = (tokens: readonly string[]): string[][][] => {
  const [one, two] = [Math.ceil(tokens.length / 3), Math.ceil((tokens.length * 2) / 3)]
  const pieces = [tokens.slice(0, one), tokens.slice(one, two), tokens.slice(two)]
  return pieces.map((_, missing) => pieces.filter((_, at) => at !== missing))
}
