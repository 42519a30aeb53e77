import type { TextField, TextTerm } from '../../../gateway/contracts/index.js'
import { readAloud } from '../../../standards/text/readings.js'
import { initialTokens, syllableTokens } from '../../../standards/text/sounds.js'
import type { Word } from '../query.js'
import type { Way } from './way.js'
import { looseWays, typedWays } from './ways.js'
import { isChinese, isHan, pinyinOf } from './words.js'

const names: readonly TextField[] = ['title', 'alternative', 'agents']

/** Fewer can lose none. */
const fewest = 3
/** Cuts of pinyin in which a slip is forgiven: the others are less likely than the slip. */
const mostCuts = 2

/** One slip in a word, wherever it is. */
export const slipWays = (word: Word): readonly Way[] => {
  const ways = looseWays(word)
  if (word.quoted) return ways
  if (isChinese(word)) return [...ways.slice(0, 1), ...hanSlips(word), ...ways.slice(1)]
  return [...ways, ...pinyinSlips([word]), ...initialSlips(word)]
}

export const pinyinSlips = (run: readonly Word[]): Way[] =>
  pinyinOf(run)
    .slice(0, mostCuts)
    .flatMap((cut) => besideSlip(syllableTokens(cut), (tokens) => ({ tokens, field: 'sounds' })))

const hanSlips = ({ tokens, fields }: Word): Way[] => [
  ...besideSlip(tokens, (piece) => ({ tokens: piece, field: fields ?? names })),
  ...(!fields && tokens.every(isHan)
    ? besideSlip(syllableTokens(readAloud(tokens.join(''))), (piece) => ({ tokens: piece, field: 'sounds' }))
    : []),
]

/** Longer ones are found by two of their three pieces. */
const mostSwapped = 12

/** Two neighbours of a Chinese word in the other order; any other word as it is. */
export const swappedWays = (word: Word): Way[] => {
  const { tokens, fields = names } = word
  if (!isChinese(word) || tokens.length < fewest || tokens.length > mostSwapped) return typedWays(word)
  return tokens.slice(1).map((token, at) => ({
    manner: 'a slip forgiven',
    terms: [{ tokens: tokens.toSpliced(at, 2, token, tokens[at]!), field: fields }],
  }))
}

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
