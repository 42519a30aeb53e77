import type { SearchIndex } from '../../gateway/contracts/index.js'
import { fold } from '../../standards/text/folding.js'
import { distanceOf } from './distance.js'
import { nearWords } from './plan/near-words.js'
import type { Respelt } from './plan/way.js'

/** The query with the words that were meant for those that were typed; undefined when none of them stands in it. */
export const respeltQuery = (text: string, respelt: readonly Respelt[]): string | undefined => {
  const words = wordsIn(text)
  const meant = words.map((word) => respelt.find(({ typed }) => typed === tokenOf(word))?.meant ?? word)
  return meant.some((word, at) => word !== words[at]) ? meant.join(' ') : undefined
}

/**
 * The query with each Latin word that no title or name has replaced by the nearest that one has; undefined when
 * there is none. The caller makes sure that the proposal finds something.
 */
export const nearestQuery = async (index: SearchIndex, text: string): Promise<string | undefined> => {
  const respelt: Respelt[] = []
  for (const word of wordsIn(text)) {
    const typed = tokenOf(word)
    const meant = typed && (await nearest(index, typed))
    if (typed && meant) respelt.push({ typed, meant })
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
  if (!/^[a-z]{4,40}$/.test(token)) return undefined
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
