import type { SearchIndex } from '../../../gateway/contracts/index.js'
import { fold } from '../../../standards/text/folding.js'
import { distanceOf } from '../distance.js'
import type { StoredWork } from '../documents.js'
import { mostWords, termOf, type Word } from '../query.js'
import { closedWays, partedWays } from './blanks.js'
import { misreadWays } from './misread.js'
import { nearWords } from './near-words.js'
import { pinyinSlips, slipWays } from './slips.js'
import { spoiltPinyin, widelySpoilt } from './spoilt.js'
import { together, type Way } from './way.js'
import { stemOf, typedWays } from './ways.js'
import { pinyinOf, runsOf } from './words.js'

/** Works that are looked at for a word like the one that was typed. */
const looked = 50
/** Words of which any one may be wrong. */
const mostWrong = 8

/**
 * One slip, the surest and cheapest first: in pinyin, where all of it may be that; a Latin word like the one that was typed, beside the others as
 * they are; then whatever a slip leaves whole in any of the words.
 */
export async function* forgivingWays(
  index: SearchIndex,
  typed: readonly Word[],
  most: number,
): AsyncIterable<Way[]> {
  const words = typed.flatMap(pieceByPiece).slice(0, mostWords)
  yield misreadWays(words, most)
  if (isSpoken(words)) yield pinyinSlips(words).slice(0, most)
  yield closedWays(words).slice(0, most)
  const near = await nearTo(index, words)
  if (near.size > 0)
    yield together(
      words.map((word) => near.get(word) ?? typedWays(word)),
      most,
    )
  yield spoiltPinyin(words)
  yield widelySpoilt(words, most)
  const whole = runsOf(words).length === 1 && words.length > 1 ? pinyinSlips(words) : []
  const each = together(
    words.map((word) => [...(near.get(word) ?? []), ...slipWays(word)]),
    most,
  )
  yield [...whole, ...each].slice(0, most)
}

/** A slip is in one piece of `schmidt-nielshn`, and the others are as they are. */
const pieceByPiece = (word: Word): Word[] =>
  word.tokens.every((token) => /^[a-z]+$/.test(token)) && !word.quoted
    ? word.tokens.map((token) => ({ ...word, tokens: [token] }))
    : [word]

/** Fewer syllables are as likely a word of another language. */
const fewestSyllables = 4

const isSpoken = (words: readonly Word[]): boolean =>
  runsOf(words).length === 1 && (pinyinOf(words)[0]?.length ?? 0) >= fewestSyllables

/**
 * Words like those that may be the slip. Of a Latin word that no document has, what the other words find is looked at first: a word like it
 * there is the one that was meant. Then the words near it that the index knows are tried. Where every word is known, any of them may be the slip.
 */
const nearTo = async (index: SearchIndex, words: readonly Word[]): Promise<Map<Word, Way[]>> => {
  const latin = words.filter(isLatin)
  const unknown: Word[] = []
  for (const word of latin) if ((await ask(index, [word], 0)).total === 0) unknown.push(word)
  const found = new Map<Word, Way[]>()
  for (const word of unknown.length > 0 ? unknown : latin.slice(0, mostWrong)) {
    const ways = await likely(index, word, words, unknown)
    if (ways.length > 0) found.set(word, ways)
  }
  return found
}

/** Of one Latin word that no document has: its beginning may be another's (`copany`, Copán), so that those near it are asked for beside it. */
export const nearAlone = async (index: SearchIndex, words: readonly Word[]): Promise<Way[]> => {
  const [word, ...more] = words
  if (!word || more.length > 0 || !isLatin(word)) return []
  const [token] = word.tokens as [string]
  const near = (await nearWords(index, token)) ?? []
  // `tables` is `table` in another number: that is no slip, and found with other endings.
  return near.some((meant) => stemOf(meant) === stemOf(token))
    ? []
    : near.map((meant) => nearWay(word, [meant]))
}

const nearWay = (word: Word, meant: readonly string[]): Way => ({
  manner: 'near spelling',
  terms: [termOf({ ...word, tokens: [...meant] })],
  respelt: [{ typed: word.tokens[0]!, meant: meant.join(' ') }],
})

const isLatin = ({ tokens, quoted }: Word): boolean =>
  !quoted && tokens.length === 1 && /^[a-z]{3,}$/.test(tokens[0]!)

const likely = async (
  index: SearchIndex,
  word: Word,
  words: readonly Word[],
  unknown: readonly Word[],
): Promise<Way[]> => {
  const token = word.tokens[0]!
  const rest = words.filter((other) => other !== word && !unknown.includes(other))
  if (rest.length > 0) {
    const near = nearAmong(
      (await ask(index, rest, looked)).hits.map(({ stored }) => stored as StoredWork),
      token,
    )
    if (near.length > 0) return near.map((meant) => nearWay(word, meant))
  }
  const isUnknown = unknown.includes(word)
  const near = isUnknown || words.length <= 2 ? ((await nearWords(index, token)) ?? []) : []
  return [...near.map((meant) => nearWay(word, [meant])), ...(isUnknown ? partedWays(word) : [])]
}

/** Words like it, or two that are it without their blank. */
const nearAmong = (works: readonly StoredWork[], token: string): string[][] => {
  const texts = works.map(({ title, subtitle = '', agents }) => fold([title, subtitle, ...agents].join(' ')))
  const pair = texts.flatMap(pairsOf).find((one) => one.join('') === token)
  if (pair) return [pair]
  const slips = token.length < 8 ? 1 : 2
  return [...new Set(texts.flat())]
    .filter((one) => one !== token && distanceOf(one, token, slips) <= slips)
    .slice(0, 4)
    .map((one) => [one])
}

const pairsOf = (tokens: readonly string[]): [string, string][] =>
  tokens.slice(1).map((token, at) => [tokens[at]!, token])

const ask = (index: SearchIndex, words: readonly Word[], limit: number) =>
  index.search({
    all: words.map(termOf),
    none: [],
    facets: [],
    facetLimit: 0,
    sort: 'relevance',
    limit,
    offset: 0,
    exactUpTo: 1,
  })
