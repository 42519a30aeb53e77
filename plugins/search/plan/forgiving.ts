import type { SearchIndex } from '../../../gateway/contracts/index.js'
import { fold } from '../../../standards/text/folding.js'
import { distanceOf } from '../did-you-mean.js'
import type { StoredWork } from '../documents.js'
import { termOf, type Word } from '../query.js'
import { nearWords } from './near-words.js'
import { pinyinSlips, slipWays } from './slips.js'
import { together, type Way } from './way.js'
import { runsOf } from './words.js'

/** Works that are looked at for a word like the one that was typed. */
const looked = 50
/** Words of which any one may be wrong. */
const mostWords = 8

/**
 * One slip. Of a Latin word that no document has, what the other words find is looked at first: a word like it there is the one that was
 * meant. Then the words near it that the index knows are tried. Where every word is known, any of them may be the slip.
 */
export const forgivingWays = async (
  index: SearchIndex,
  words: readonly Word[],
  most: number,
): Promise<Way[]> => {
  const latin = words.filter(isLatin)
  const unknown: Word[] = []
  for (const word of latin) if ((await ask(index, [word], 0)).total === 0) unknown.push(word)
  const suspects = unknown.length > 0 ? unknown : latin.slice(0, mostWords)
  const choices: Way[][] = []
  for (const word of words)
    choices.push(slipWays(word, suspects.includes(word) ? await likely(index, word, words, unknown) : []))
  const runs = runsOf(words)
  const whole = runs.length === 1 && words.length > 1 ? pinyinSlips(runs[0]!) : []
  return [...whole, ...together(choices, most)].slice(0, most)
}

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
  return unknown.includes(word) || words.length <= 2 ? nearWords(index, token) : []
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
