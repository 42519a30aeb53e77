import type { SearchIndex } from '../../../gateway/contracts/index.js'
import { fold } from '../../../standards/text/folding.js'
import { distanceOf } from '../distance.js'
import type { StoredWork } from '../documents.js'
import { mostWords, termOf, type Word } from '../query.js'
import { partedWays } from './blanks.js'
import { nearWords } from './near-words.js'
import type { Vocabulary } from './vocabulary.js'
import type { Way } from './way.js'
import { stemOf } from './ways.js'

/** Works that are looked at for a word like the one that was typed. */
const looked = 50
/** Words that may be wrong. */
const mostWrong = 8

/** A slip is in one piece of `schmidt-nielshn`, and the others are as they are. */
export const pieceByPiece = (words: readonly Word[]): Word[] => words.flatMap(piecesOf).slice(0, mostWords)

const piecesOf = (word: Word): Word[] =>
  word.tokens.length > 1 && word.tokens.every((token) => /^[a-z]+$/.test(token)) && !word.quoted
    ? word.tokens.map((token) => ({ ...word, tokens: [token] }))
    : [word]

/**
 * Words like those that may be the slip. Of a Latin word that no document has, what the other words find is looked at first: a word like it
 * there is the one that was meant. Then the words near it that the index knows are tried. Where every word is known, any of them may be the slip.
 */
export const nearTo = async (
  index: SearchIndex,
  vocabulary: Vocabulary,
  words: readonly Word[],
): Promise<Map<Word, Way[]>> => {
  const found = new Map<Word, Way[]>()
  const latin = words.filter(isLatin)
  const unknown = await vocabulary.missing(latin)
  const wrong = (unknown.length > 0 ? unknown : latin).slice(0, mostWrong)
  const beside =
    unknown.length > 0
      ? [words.filter((word) => !unknown.includes(word))]
      : wrong.map((word) => words.filter((other) => other !== word))
  const texts = await textsOf(
    index,
    beside.filter(({ length }) => length > 0),
  )
  for (const word of wrong) {
    const ways = await likely(index, word, texts, {
      isUnknown: unknown.length > 0,
      isAlone: words.length <= 2,
    })
    if (ways.length > 0) found.set(word, ways)
  }
  return found
}

/** The words of works that have all words of one of these. */
const textsOf = async (index: SearchIndex, asked: readonly (readonly Word[])[]): Promise<string[][]> => {
  const [all, ...otherwise] = asked.map((words) => words.map(termOf))
  if (all === undefined) return []
  const { hits } = await index.search({ ...looking, all, otherwise })
  return hits.map(({ stored }) => {
    const { title, subtitle = '', agents } = stored as StoredWork
    return fold([title, subtitle, ...agents].join(' '))
  })
}

const looking = {
  none: [],
  facets: [],
  facetLimit: 0,
  sort: 'relevance' as const,
  limit: looked,
  offset: 0,
  exactUpTo: 1,
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
  texts: readonly string[][],
  { isUnknown, isAlone }: { isUnknown: boolean; isAlone: boolean },
): Promise<Way[]> => {
  const token = word.tokens[0]!
  const beside = nearAmong(texts, token)
  if (beside.length > 0) return beside.map((meant) => nearWay(word, meant))
  const near = isUnknown || isAlone ? ((await nearWords(index, token)) ?? []) : []
  return [...near.map((meant) => nearWay(word, [meant])), ...(isUnknown ? partedWays(word) : [])]
}

/** Words like it where it is not itself, or two that are it without their blank. */
const nearAmong = (all: readonly string[][], token: string): string[][] => {
  const texts = all.filter((text) => !text.includes(token))
  const pair = texts.flatMap(pairsOf).find((one) => one.join('') === token)
  if (pair) return [pair]
  const slips = token.length < 8 ? 1 : 2
  return [...new Set(texts.flat())]
    .filter((one) => distanceOf(one, token, slips) <= slips)
    .slice(0, 4)
    .map((one) => [one])
}

const pairsOf = (tokens: readonly string[]): [string, string][] =>
  tokens.slice(1).map((token, at) => [tokens[at]!, token])
