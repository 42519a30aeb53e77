import type { SearchIndex } from '../../../gateway/contracts/index.js'
import { romanised } from '../../../standards/text/other-spellings.js'
import { mostCharacters, parseQuery, type Word } from '../query.js'
import { saying, withoutAsides } from './asides.js'
import { closedWays, humpsApart } from './blanks.js'
import { issuedIn } from './issued.js'
import { misreadWays } from './misread.js'
import { nearAlone, nearTo, pieceByPiece } from './near.js'
import { pinyinSlips, slipWays, swappedWays } from './slips.js'
import { spoiltPinyin, widelySpoilt } from './spoilt.js'
import { type Synonyms, synonymWays } from './synonyms.js'
import type { Vocabulary } from './vocabulary.js'
import { together, type Way } from './way.js'
import {
  looseWays,
  numberWays,
  pinyinWays,
  scatteredWays,
  shortenedWays,
  syllableWays,
  typedWays,
} from './ways.js'
import { isChinese, pinyinOf, runsOf } from './words.js'

/** Ways that are asked for at once: each has its price in the engine. */
const mostWays = 16

/** Cuts of pinyin that are asked for at once; the others are hardly ever meant. */
const mostReadings = 4

/** Fewer words that might be pinyin are as likely English: `me too`. */
const fewestSpoken = 3

/** Fewer syllables are as likely a word of another language. */
const fewestSyllables = 4

export const stageNames = ['typed', 'loose', 'forgiving'] as const
export type StageName = (typeof stageNames)[number]

/** What is asked of the engine at once. */
export interface Question {
  ways: Way[]
  /** Only works of this year. */
  year?: number
}

/** A query as the stages take it. What only some of them need is made when the first one asks for it. */
export interface Query {
  index: SearchIndex
  vocabulary: Vocabulary
  synonyms: Synonyms
  text: string
  words: readonly Word[]
  /** Whether slips are forgiven at all. */
  isForgiven: boolean
  /** As it was typed, the likeliest first. */
  typed(): Way[]
  /** Without what was said around it. */
  plainer(): readonly Word[]
  /** Each piece of it that may have a slip of its own. */
  pieces(): readonly Word[]
  /** Words like those of the pieces. */
  near(): Promise<ReadonlyMap<Word, Way[]>>
}

export const queryOf = (
  given: Pick<Query, 'index' | 'vocabulary' | 'synonyms' | 'text' | 'words' | 'isForgiven'>,
): Query => {
  const { index, vocabulary, synonyms, text, words } = given
  const plainer = once(() => plainerOf(text, words))
  const pieces = once(() => pieceByPiece(plainer()))
  return {
    ...given,
    typed: once(() => typed(words, synonyms)),
    plainer,
    pieces,
    near: once(() => nearTo(index, vocabulary, pieces())),
  }
}

const once = <T>(make: () => T): (() => T) => {
  let made: { value: T } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}

type Questions = Iterable<Question> | Promise<Iterable<Question>>

/** What is asked of the engine, one after the other until something is found: the surest first, of those as sure the cheapest. */
export const stages: readonly [name: StageName, how: string, ask: (query: Query) => Questions][] = [
  [
    'typed',
    'as it was typed: pinyin is a way of typing, a synonym another',
    (query) => [{ ways: firstReadings(query) }],
  ],
  ['loose', 'other cuts of pinyin', (query) => [{ ways: unlikely(query) }]],
  ['loose', 'a number as the year of issue', inYear],
  [
    'loose',
    'Cyrillic in Latin letters',
    ({ text, synonyms }) => romanised(text).map((latin) => rewritten(latin, synonyms)),
  ],
  [
    'loose',
    'parted where capitals are',
    ({ text, synonyms }) => otherThan(text, humpsApart(text)).map((apart) => rewritten(apart, synonyms)),
  ],
  ['loose', 'without what was said around it', (query) => [{ ways: plainly(query) }]],
  ['loose', 'numbers written otherwise', ({ plainer }) => [{ ways: numbered(plainer()) }]],
  ['loose', 'words apart, other endings, by sound, initials; a single word like it', loosely],
  [
    'forgiving',
    'two neighbours swapped',
    ({ plainer }) => [{ ways: together(plainer().map(swappedWays), mostWays) }],
  ],
  [
    'forgiving',
    'characters read in another way',
    ({ pieces }) => [{ ways: misreadWays(pieces(), mostWays) }],
  ],
  [
    'forgiving',
    'a wrong syllable, where all of it may be pinyin',
    ({ pieces }) => [{ ways: spokenSlips(pieces()) }],
  ],
  ['forgiving', 'a blank too many', ({ pieces }) => [{ ways: closedWays(pieces()).slice(0, mostWays) }]],
  ['forgiving', 'words like those that were typed, beside the others as they are', nearWays],
  ['forgiving', 'letters that are no pinyin as they are', ({ pieces }) => [{ ways: spoiltPinyin(pieces()) }]],
  [
    'forgiving',
    'as much as a slip can spoil of it left out',
    ({ pieces }) => [{ ways: widelySpoilt(pieces(), mostWays) }],
  ],
  ['forgiving', 'what a slip leaves whole in any of the words', slips],
  ['forgiving', 'its characters anywhere', ({ plainer }) => [{ ways: scattered(plainer()) }]],
]

const readAloud = ({ manner }: Way): boolean => manner === 'read aloud'

const unlikely = ({ typed }: Query): Way[] => typed().filter(readAloud).slice(mostReadings)

const firstReadings = (query: Query): Way[] => {
  const others = unlikely(query)
  return query.typed().filter((way) => !others.includes(way))
}

function inYear({ words, synonyms }: Query): Question[] {
  const issued = issuedIn(words)
  return issued ? [{ ways: typed(issued.words, synonyms), year: issued.year }] : []
}

const otherThan = (text: string, other: string): string[] => (other === text ? [] : [other])

/** What was typed may be longer when it is written otherwise. */
const rewritten = (text: string, synonyms: Synonyms): Question => ({
  ways: typed(parseQuery(text.slice(0, mostCharacters)).words, synonyms),
})

const plainly = ({ words, plainer, synonyms }: Query): Way[] =>
  JSON.stringify(plainer()) === JSON.stringify(words) ? [] : typed(plainer(), synonyms)

async function loosely({ index, isForgiven, plainer }: Query): Promise<Question[]> {
  const near = isForgiven ? await nearAlone(index, plainer()) : []
  return [{ ways: [...near, ...loose(plainer())].slice(0, mostWays) }]
}

const spokenSlips = (words: readonly Word[]): Way[] =>
  isRun(words) && (pinyinOf(words)[0]?.length ?? 0) >= fewestSyllables
    ? pinyinSlips(words).slice(0, mostWays)
    : []

const isRun = (words: readonly Word[]): boolean => runsOf(words).length === 1

async function nearWays({ pieces, near }: Query): Promise<Question[]> {
  const found = await near()
  if (found.size === 0) return []
  return [
    {
      ways: together(
        pieces().map((word) => found.get(word) ?? typedWays(word)),
        mostWays,
      ),
    },
  ]
}

async function slips({ pieces, near }: Query): Promise<Question[]> {
  const words = pieces()
  const found = await near()
  const whole = words.length > 1 && isRun(words) ? pinyinSlips(words) : []
  const each = together(
    words.map((word) => [...(found.get(word) ?? []), ...slipWays(word)]),
    mostWays,
  )
  return [{ ways: [...whole, ...each].slice(0, mostWays) }]
}

/** Without what readers write around that which they look for. Of pinyin every syllable says something, beside one with a slip too: `you`, `an`, `he`. */
const plainerOf = (text: string, words: readonly Word[]): readonly Word[] => {
  if (isPinyin(words) || words.some((word) => isPinyin(words.filter((other) => other !== word)))) return words
  const core = withoutAsides(text)
  return saying(core === text.trim() ? words : parseQuery(core).words)
}

const isPinyin = (words: readonly Word[]): boolean =>
  words.length >= fewestSpoken && pinyinOf(words).length > 0

const loose = (words: readonly Word[]): Way[] => {
  const isAmongHan = words.some(isChinese)
  const each = words.map((word) => [...looseWays(word), ...(isAmongHan ? syllableWays(word) : [])])
  return [...together(each, mostWays), ...shortenedWays(words)].slice(0, mostWays)
}

/** A word alone may be a number (`elf`, `xi`), but is a word. */
const numbered = (words: readonly Word[]): Way[] => {
  const [first, ...more] = words
  if (more.length === 0 && first?.tokens.length === 1 && /^\p{L}/u.test(first.tokens[0]!)) return []
  const each = words.map((word) => (word.quoted ? [] : numberWays(word)))
  if (each.every(({ length }) => length === 0)) return []
  return together(
    words.map((word, at) => [typedWays(word)[0]!, ...each[at]!]),
    mostWays,
  )
}

/** Whatever holds the characters, in any order and place. */
const scattered = (words: readonly Word[]): Way[] =>
  words.some(isChinese)
    ? together(
        words.map((word) => (isChinese(word) ? scatteredWays(word) : looseWays(word))),
        mostWays,
      )
    : []

const typed = (words: readonly Word[], synonyms: Synonyms): Way[] => {
  const meant = synonymWays(words, synonyms)
  const ways = together(words.map(typedWays), mostWays - meant.length)
  const runs = runsOf(words).map((run) => {
    const pinyin = pinyinWays(run)
    return pinyin.length > 0 ? pinyin : together(run.map(typedWays), mostWays)
  })
  const read = together(runs, mostWays).filter(({ manner }) => manner === 'read aloud')
  return [...ways, ...meant, ...read].slice(0, mostWays)
}
