import type { SearchIndex } from '../../../gateway/contracts/index.js'
import { fold } from '../../../standards/text/folding.js'
import { distanceOf } from '../distance.js'
import type { StoredWork } from '../documents.js'
import { termOf, type Word } from '../query.js'
import { closedWays, partedWays } from './blanks.js'
import { misreadWays } from './misread.js'
import { nearWords } from './near-words.js'
import { pinyinSlips, slipWays } from './slips.js'
import { spoiltPinyin, widelySpoilt } from './spoilt.js'
import { together, type Way } from './way.js'
import { typedWays } from './ways.js'
import { pinyinOf, runsOf } from './words.js'

/** Works that are looked at for a word like the one that was typed. */
const looked = 50
/** Words of which any one may be wrong. */
const mostWords = 8

/**
 * One slip, the surest and cheapest first: in pinyin, where all of it may be that; a Latin word like the one that was typed, beside the others as
 * they are; then whatever a slip leaves whole in any of the words.
 */
export async function* forgivingWays(
  index: SearchIndex,
  words: readonly Word[],
  most: number,
): AsyncIterable<Way[]> {
  if (runsOf(words).length === 1) yield misreadWays(words, most)
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
  for (const word of unknown.length > 0 ? unknown : latin.slice(0, mostWords)) {
    const near = await likely(index, word, words, unknown)
    const ways =
      near.length > 0
        ? near.map((token) => nearWay(word, token))
        : unknown.includes(word)
          ? partedWays(word)
          : []
    if (ways.length > 0) found.set(word, ways)
  }
  return found
}

const nearWay = (word: Word, token: string): Way => ({
  manner: 'near spelling',
  terms: [termOf({ ...word, tokens: [token] })],
  respelt: [{ typed: word.tokens[0]!, meant: token }],
})

const isLatin = ({ tokens, quoted }: Word): boolean =>
  !quoted && tokens.length === 1 && /^[a-z]{3,}$/.test(tokens[0]!)

const likely = async (
  index: SearchIndex,
  word: Word,
  words: readonly Word[],
  unknown: readonly Word[],
): Promise<string[]> => {
  const token = word.tokens[0]!
  const rest = words.filter((other) => other !== word && !unknown.includes(other))
  if (rest.length > 0) {
    const near = nearAmong(
      (await ask(index, rest, looked)).hits.map(({ stored }) => stored as StoredWork),
      token,
    )
    if (near.length > 0) return near
  }
  return unknown.includes(word) || words.length <= 2 ? ((await nearWords(index, token)) ?? []) : []
}

const nearAmong = (works: readonly StoredWork[], token: string): string[] => {
  const tokens = new Set(
    works.flatMap(({ title, subtitle = '', agents }) => fold([title, subtitle, ...agents].join(' '))),
  )
  const slips = token.length < 8 ? 1 : 2
  return [...tokens].filter((one) => one !== token && distanceOf(one, token, slips) <= slips).slice(0, 4)
}

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
