import type { SearchIndex } from '../../gateway/contracts/index.js'
import { fold } from '../../standards/text/folding.js'
import { distanceOf } from './distance.js'
import { nearWords } from './plan/near-words.js'
import type { Vocabulary } from './plan/vocabulary.js'
import type { Respelt } from './plan/way.js'

/** The query with the words that were meant for those that were typed; undefined when none of them stands in it. */
export const respeltQuery = (text: string, respelt: readonly Respelt[]): string | undefined => {
  const words = wordsIn(text)
  const meant = words.map((word) => respelt.find(({ typed }) => typed === tokenOf(word))?.meant ?? word)
  return meant.some((word, at) => word !== words[at]) ? meant.join(' ') : undefined
}

/** Words for which others are looked up: whoever pastes a page made no slips. */
const mostCorrected = 6

/**
 * The query with Latin words that no work has replaced by the nearest that a title or a name has; undefined when
 * there is none. The caller makes sure that the proposal finds something.
 */
export const nearestQuery = async (
  index: SearchIndex,
  vocabulary: Vocabulary,
  text: string,
): Promise<string | undefined> => {
  const typed = [...new Set(wordsIn(text).map(tokenOf))].filter((token) => token !== undefined)
  const words = typed
    .filter((token) => /^[a-z]{4,40}$/.test(token))
    .map((token) => ({ tokens: [token], quoted: false }))
  const missing = await vocabulary.missing(words)
  const respelt: Respelt[] = []
  for (const { tokens } of missing.slice(0, mostCorrected)) {
    const meant = await nearest(index, tokens[0]!)
    if (meant) respelt.push({ typed: tokens[0]!, meant })
  }
  return respeltQuery(text, respelt)
}

const wordsIn = (text: string): string[] => text.split(/\s+/u).filter(Boolean)

/** None of a word that is several. */
const tokenOf = (word: string): string | undefined => {
  const [token, ...more] = fold(word)
  return more.length === 0 ? token : undefined
}

const nearest = async (index: SearchIndex, token: string): Promise<string | undefined> => {
  const near = await nearWords(index, token)
  return near === undefined || near.length > 0 ? near?.[0] : farther(index, token)
}

/** Words looked at. */
const looked = 10_000

/** Two slips behind the first two letters of a long word. */
const farther = async (index: SearchIndex, token: string): Promise<string | undefined> => {
  if (token.length < 8) return undefined
  const candidates = await index.complete(['title', 'agents'], [token.slice(0, 2)], looked)
  const near = candidates
    .map((one) => ({ ...one, distance: distanceOf(one.token, token, 2) }))
    .filter(({ distance }) => distance <= 2)
    .sort((one, other) => one.distance - other.distance || other.count - one.count)
  return near[0]?.token
}
