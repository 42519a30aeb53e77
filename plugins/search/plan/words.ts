import { readAloud } from '../../../standards/text/readings.js'
import { cutSyllables } from '../../../standards/text/syllables.js'
import type { Word } from '../query.js'

export const isHan = (token: string): boolean => /^\p{sc=Han}/u.test(token)

/** Of a script without blanks between words, whose tokens are characters. */
export const isCharacter = (token: string): boolean =>
  /^(?:\p{sc=Han}|\p{sc=Hang}|\p{sc=Hira}|\p{sc=Kana}|ー)/u.test(token)

export const isChinese = ({ tokens, quoted }: Word): boolean => !quoted && tokens.some(isCharacter)

/** Two syllables at least: one alone is any of a hundred characters. */
const fewestSyllables = 2

/** Cuts of one word that are tried. */
const mostCuts = 12

/** The pinyin that words typed side by side may be, the likeliest first: none where one of them is no pinyin. */
export const pinyinOf = (words: readonly Word[]): string[][] => {
  let cuts: string[][] = [[]]
  for (const word of words) {
    for (const own of word.quoted ? [[]] : cutsOf(word)) {
      if (own.length === 0) return []
      cuts = cuts.flatMap((before) => own.map((cut) => [...before, ...cut])).slice(0, mostCuts)
    }
  }
  return cuts.filter(({ length }) => length >= fewestSyllables)
}

/** Tokens that are Han and pinyin, as they sound, however that can be cut; none where they are only one of them, or something else too. */
export const spokenOf = (tokens: readonly string[]): string[][] => {
  if (!tokens.some(isHan) || tokens.every(isHan)) return []
  let cuts: string[][] = [[]]
  for (const run of alikeIn(tokens)) {
    const own = isHan(run[0]!) ? [[...readAloud(run.join(''))]] : cutSyllables(run[0]!, mostMixed)
    cuts = cuts.flatMap((before) => own.map((cut) => [...before, ...cut])).slice(0, mostMixed)
  }
  return cuts
}

const mostMixed = 3

/** Han that stands side by side, since words decide how it is read; everything else alone. */
const alikeIn = (tokens: readonly string[]): string[][] => {
  const runs: string[][] = []
  for (const token of tokens) {
    const before = runs.at(-1)
    if (before && isHan(token) && isHan(before[0]!)) before.push(token)
    else runs.push([token])
  }
  return runs
}

/** Runs of words that may be pinyin, asked for in the same field, and the others alone. */
export const runsOf = (words: readonly Word[]): Word[][] => {
  const runs: Word[][] = []
  for (const word of words) {
    const before = runs.at(-1)
    const isLike =
      before && isSoundable(word) && before.every(isSoundable) && before[0]?.fields === word.fields
    if (isLike) before.push(word)
    else runs.push([word])
  }
  return runs
}

const isSoundable = (word: Word): boolean => !word.quoted && cutsOf(word).every(({ length }) => length > 0)

/** Stages ask of the same words again and again. */
const known = new WeakMap<Word, string[][][]>()

const cutsOf = (word: Word): string[][][] => {
  const cuts = known.get(word) ?? lettersOf(word).map((letters) => cutSyllables(letters, mostCuts))
  known.set(word, cuts)
  return cuts
}

/** `hong 2 lou 2`: tones that are written as numbers are passed over. */
const lettersOf = ({ tokens }: Word): string[] =>
  tokens.filter((token, at) => at === 0 || !/^[1-5]$/.test(token) || !/^[a-z]+$/.test(tokens[at - 1]!))
