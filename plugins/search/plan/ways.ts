import type { TextField, TextTerm } from '../../../gateway/contracts/index.js'
import { numberForms } from '../../../standards/text/number-forms.js'
import { otherNumerals } from '../../../standards/text/numerals.js'
import { readAloud } from '../../../standards/text/readings.js'
import { mainlandWords } from '../../../standards/text/regional-words.js'
import { initialsOf, initialTokens, syllableTokens } from '../../../standards/text/sounds.js'
import { syllableNumber } from '../../../standards/text/syllables.js'
import { termOf, type Word } from '../query.js'
import { shortenedOf, syllableRuns } from './shortened.js'
import type { Way } from './way.js'
import { isCharacter, isHan, pinyinOf, spokenOf } from './words.js'

const titles: readonly TextField[] = ['title', 'alternative']
/** Where the characters of a title may stand apart; in an abstract they would be anywhere. */
const near: readonly TextField[] = ['title', 'alternative', 'agents', 'subjects']

const sounds = (syllables: readonly string[]): TextTerm => ({
  tokens: syllableTokens(syllables),
  field: 'sounds',
})

/** What was typed, and its numbers written the other way. */
export const typedWays = (word: Word): Way[] => {
  const others = word.quoted ? [] : otherNumerals(word.tokens)
  return [
    { manner: 'as typed', terms: [termOf(word)] },
    ...others.map(
      (tokens): Way => ({ manner: 'numbers written otherwise', terms: [termOf({ ...word, tokens })] }),
    ),
  ]
}

/** A run of words as pinyin, however it can be cut. */
export const pinyinWays = (run: readonly Word[]): Way[] =>
  pinyinOf(run).map((cut) => ({ manner: 'read aloud', terms: [sounds(cut)] }))

/** One syllable is any of a hundred characters: among words in Han it may stand for one that nobody could type. */
export const syllableWays = ({ tokens: [token, ...more], quoted }: Word): Way[] =>
  quoted || more.length > 0 || syllableNumber(token!) === undefined
    ? []
    : [{ manner: 'read aloud', terms: [sounds([token!])] }]

/** Less than was typed, without a slip: characters in any order, another ending, initials; and what sounds alike. */
export const looseWays = (word: Word): readonly Way[] => {
  const ways = known.get(word) ?? looselyOf(word)
  known.set(word, ways)
  return ways
}

/** Stages ask of the same words again. */
const known = new WeakMap<Word, readonly Way[]>()

const looselyOf = (word: Word): Way[] => {
  if (word.quoted) return typedWays(word)
  if (word.tokens.some(isCharacter))
    return [
      ...typedWays(word).slice(1),
      ...spokenWays(word),
      ...regionalWays(word),
      ...ownedWays(word),
      ...apartWays(word),
      ...homophoneWays(word),
    ]
  return [...endingWays(word), ...pinyinWays([word]), ...initialWays(word)]
}

const regionalWays = (word: Word): Way[] =>
  mainlandWords(word.tokens).map((tokens) => ({
    manner: 'words of another region',
    terms: [termOf({ ...word, tokens })],
  }))

/** In titles: elsewhere every 2 is the number of something. */
export const numberWays = (word: Word): Way[] =>
  numberForms(word.tokens).map((tokens) => ({
    manner: 'numbers written otherwise',
    terms: [termOf({ ...word, tokens, fields: word.fields ?? titles })],
  }))

/** Han and pinyin in one word (红楼meng): one run of syllables. */
const spokenWays = ({ tokens, fields }: Word): Way[] =>
  fields ? [] : spokenOf(tokens).map((cut) => ({ manner: 'read aloud', terms: [sounds(cut)] }))

/** 鲁迅的呐喊: a name, and the title that is somebody's. */
const ownedWays = ({ tokens, fields }: Word): Way[] => {
  const at = tokens.indexOf('的', 2)
  if (fields || at < 0 || at > 8 || at > tokens.length - 2) return []
  return [
    {
      manner: 'name and title',
      terms: [
        { tokens: tokens.slice(0, at), field: 'agents' },
        { tokens: tokens.slice(at + 1), field: titles },
      ],
    },
  ]
}

/** Up to here characters may stand in any order; more are two pieces first, with something between them or in the other order. */
const mostApart = 3
/** Places where the first piece may end, those in the middle first. */
const mostCuts = 7

const apartWays = (word: Word): Way[] =>
  word.tokens.length <= mostApart ? scatteredWays(word) : cutWays(word)

const cutWays = ({ tokens, fields = near }: Word): Way[] =>
  Array.from({ length: tokens.length - 1 }, (_, at) => at + 1)
    .sort((one, other) => Math.abs(one - tokens.length / 2) - Math.abs(other - tokens.length / 2))
    .slice(0, mostCuts)
    .map((at) => ({
      manner: 'characters apart',
      terms: [tokens.slice(0, at), tokens.slice(at)].map((piece) => ({ tokens: piece, field: fields })),
    }))

/** More characters stand together in no title but the one that has them in their order. */
const mostScattered = 24

/** Its characters wherever they are: each of their lists is read to its end. */
export const scatteredWays = ({ tokens, fields = near }: Word): Way[] => {
  const characters = [...new Set(tokens)]
  if (characters.length > mostScattered) return []
  return [
    {
      manner: 'characters apart',
      terms: characters.map((token) => ({ tokens: [token], field: fields })),
    },
  ]
}

/** Its Han characters by their sounds, everything else as it is; in no field, since titles and names sound in one. */
const homophoneWays = ({ tokens, fields }: Word): Way[] => {
  if (fields) return []
  const han = tokens.filter(isHan)
  const others = tokens.filter((token) => !isHan(token))
  if (han.length < 2) return []
  const terms = others.map((token): TextTerm => ({ tokens: [token] }))
  return [{ manner: 'sounds alike', terms: [sounds(readAloud(han.join(''))), ...terms] }]
}

/**
 * Endings of number (`libraries`, `library`, `boxes`) and of case in Cyrillic. What would be shorter than four letters, elsewhere than
 * three, has none to spare.
 */
const ending = /(?<=^[a-z]{4,})(?:ies|es|s|y|e)$|(?<=^\p{sc=Cyrl}{3,})[аеийоуыьэюя]{1,2}$/u
const mayGoOn = /^(?:[a-z]{4,}|(?!\p{sc=Latn})\p{L}{3,})$/u

/** Without the ending that another form of the word has not. */
export const stemOf = (token: string): string => token.replace(ending, '')

const endingWays = (word: Word): Way[] => {
  const last = word.tokens.at(-1)!
  const stem = stemOf(last)
  const tokens = [...word.tokens.slice(0, -1), stem]
  return [
    {
      manner: stem === last ? 'as typed' : 'another ending',
      terms: [{ ...termOf({ ...word, tokens }), ...(mayGoOn.test(stem) && { prefix: true }) }],
    },
  ]
}

/** No syllable begins with i, u or v. */
const initialsTyped = /^[a-hj-tw-z]{2,20}$/

/**
 * A run of words as syllables and initials in any mixture (hongloum, zhong gws): its letters as initials, in which its whole
 * syllables stand.
 */
export const shortenedWays = (run: readonly Word[]): Way[] =>
  shortenedOf(run).map((units) => ({
    manner: 'initials',
    terms: [
      { tokens: initialTokens(initialsOf(units)), field: 'sounds' },
      ...syllableRuns(units).map(sounds),
    ],
  }))

const initialWays = ({ tokens }: Word): Way[] => {
  const [letters, ...more] = tokens
  if (more.length > 0 || !initialsTyped.test(letters!)) return []
  return [{ manner: 'initials', terms: [{ tokens: initialTokens(letters!), field: 'sounds' }] }]
}
