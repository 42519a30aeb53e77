import type { TextField, TextTerm } from '../../../gateway/contracts/index.js'
import { otherNumerals } from '../../../standards/text/numerals.js'
import { readAloud } from '../../../standards/text/readings.js'
import { mainlandWords } from '../../../standards/text/regional-words.js'
import { initialTokens, syllableTokens } from '../../../standards/text/sounds.js'
import { termOf, type Word } from '../query.js'
import type { Way } from './way.js'
import { isHan, pinyinOf } from './words.js'

/** Where the characters of a title may stand apart; in an abstract they would be anywhere. */
const near: readonly TextField[] = ['title', 'alternative', 'agents', 'subjects']

const sounds = (syllables: readonly string[]): TextTerm => ({
  tokens: syllableTokens(syllables),
  field: 'sounds',
})

/** What was typed, and its numbers written the other way. */
export const typedWays = (word: Word): Way[] => {
  const other = word.quoted ? undefined : otherNumerals(word.tokens)
  return [
    { manner: 'as typed', terms: [termOf(word)] },
    ...(other
      ? [{ manner: 'numbers written otherwise' as const, terms: [termOf({ ...word, tokens: other })] }]
      : []),
  ]
}

/** A run of words as pinyin, however it can be cut. */
export const pinyinWays = (run: readonly Word[]): Way[] =>
  pinyinOf(run).map((cut) => ({ manner: 'read aloud', terms: [sounds(cut)] }))

/** Less than was typed, without a slip: characters in any order, another ending, initials; and what sounds alike. */
export const looseWays = (word: Word): Way[] => {
  if (word.quoted) return typedWays(word)
  if (word.tokens.some(isHan))
    return [...typedWays(word).slice(1), ...regionalWays(word), ...apartWays(word), ...homophoneWays(word)]
  return [...endingWays(word), ...pinyinWays([word]), ...initialWays(word)]
}

const regionalWays = (word: Word): Way[] => {
  const tokens = mainlandWords(word.tokens)
  return tokens ? [{ manner: 'words of another region', terms: [termOf({ ...word, tokens })] }] : []
}

const apartWays = ({ tokens, fields = near }: Word): Way[] => [
  {
    manner: 'characters apart',
    terms: [...new Set(tokens)].map((token) => ({ tokens: [token], field: fields })),
  },
]

/** Its Han characters by their sounds, everything else as it is; in no field, since titles and names sound in one. */
const homophoneWays = ({ tokens, fields }: Word): Way[] => {
  if (fields) return []
  const han = tokens.filter(isHan)
  const others = tokens.filter((token) => !isHan(token))
  if (han.length < 2) return []
  const terms = others.map((token): TextTerm => ({ tokens: [token] }))
  return [{ manner: 'sounds alike', terms: [sounds(readAloud(han.join(''))), ...terms] }]
}

/** Endings of number: `libraries`, `library`, `boxes`. Shorter words have none to spare. */
const ending = /(?:ies|es|s|y|e)$/

const endingWays = (word: Word): Way[] => {
  const last = word.tokens.at(-1)!
  const stem = /^[a-z]{5,}$/.test(last) ? last.replace(ending, '') : last
  const tokens = [...word.tokens.slice(0, -1), stem]
  return [
    {
      manner: stem === last ? 'as typed' : 'another ending',
      terms: [{ ...termOf({ ...word, tokens }), ...(/^[a-z]{4,}$/.test(stem) && { prefix: true }) }],
    },
  ]
}

const initialWays = ({ tokens }: Word): Way[] => {
  const [letters, ...more] = tokens
  if (more.length > 0 || !/^[a-z]{2,20}$/.test(letters!)) return []
  return [{ manner: 'initials', terms: [{ tokens: initialTokens(letters!), field: 'sounds' }] }]
}
