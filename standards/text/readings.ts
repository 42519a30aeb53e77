import { createRequire } from 'node:module'
import { simplify } from './characters.js'
import { cutSyllables, syllableNumber } from './syllables.js'

type Pinyin = typeof import('pinyin-pro').pinyin

let pinyin: Pinyin | undefined

/** Its dictionary takes 40 ms and 25 MB: read where the first Chinese text is read aloud, once in a thread. */
const dictionary = (): Pinyin => {
  pinyin ??= (createRequire(import.meta.url)('pinyin-pro') as { pinyin: Pinyin }).pinyin
  return pinyin
}

/** Texts whose reading is remembered, with those asked for last: libraries describe the same works and name the same people. */
const mostRemembered = 5_000
/** Of more characters nothing is remembered: a title is no book. */
const longest = 100

const remembered = new Map<string, readonly string[]>()

const han = /\p{sc=Han}/u
const hanRuns = /\p{sc=Han}+/gu

/**
 * How the Han characters of a text are read, one syllable each, everything else passed over; an empty one for a
 * character that no dictionary reads. Words decide (重庆 chong qing, 音乐 yin yue); `person`: the first is a family name (单 shan).
 */
export const readAloud = (text: string, { person = false }: { person?: boolean } = {}): readonly string[] => {
  if (!han.test(text)) return []
  if (text.length > longest) return readEach(text, person)
  const key = person ? `\0${text}` : text
  const known = remembered.get(key) ?? readEach(text, person)
  remembered.delete(key)
  remembered.set(key, known)
  if (remembered.size > mostRemembered) remembered.delete(remembered.keys().next().value as string)
  return known
}

const readEach = (text: string, person: boolean): string[] => {
  const syllables: string[] = []
  for (const [run] of text.matchAll(hanRuns)) {
    const read = dictionary()([...run].map(simplify).join(''), {
      toneType: 'none',
      type: 'array',
      v: true,
      ...(person && { surname: 'head' as const }),
    })
    for (const syllable of read) syllables.push(syllableNumber(syllable) === undefined ? '' : syllable)
  }
  return syllables
}

/**
 * A catalogue's own romanisation of a text, where it has a syllable for each of its Han characters and is that of this
 * text: of another title half as many would agree.
 */
export const readAs = (text: string, romanised: string): string[] | undefined => {
  const read = readAloud(text)
  const own = read.length === 0 ? undefined : syllablesOf(romanised, read.length)
  const agreeing =
    own?.filter((syllable, at) => syllableNumber(syllable) === syllableNumber(read[at]!)).length ?? 0
  return agreeing * 2 >= read.length ? own : undefined
}

const syllablesOf = (romanised: string, wanted: number): string[] | undefined => {
  const words = romanised
    .normalize('NFD')
    .replace(/u\u0308/gu, 'v')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter(Boolean)
  return asMany(
    words.map((word) => cutSyllables(word, 4)),
    wanted,
  )
}

/** One cut of each word, so that there are as many syllables as wanted; the likeliest. */
const asMany = (words: string[][][], wanted: number): string[] | undefined => {
  if (words.length > wanted) return undefined
  let reached = new Map<number, string[]>([[0, []]])
  for (const cuts of words) {
    const next = new Map<number, string[]>()
    for (const [count, before] of reached) {
      for (const cut of cuts) {
        const sum = count + cut.length
        if (sum <= wanted && !next.has(sum)) next.set(sum, [...before, ...cut])
      }
    }
    reached = next
  }
  return reached.get(wanted)
}
