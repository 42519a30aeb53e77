import type { SearchIndex } from '../../gateway/contracts/index.js'
import { fold } from '../../standards/text/folding.js'
import { distanceOf } from './distance.js'
import { nearWords } from './plan/near-words.js'
import type { Respelt } from './plan/way.js'

/** The query as it was understood: with the words that were taken for those that were typed; undefined when none was. */
export const respeltQuery = (text: string, respelt: readonly Respelt[]): string | undefined => {
  const words = text.split(/\s+/u).filter(Boolean)
  const meant = words.map((word) => {
    const [token, ...more] = fold(word)
    return (more.length === 0 && respelt.find(({ typed }) => typed === token)?.meant) || word
  })
  return meant.some((word, at) => word !== words[at]) ? meant.join(' ') : undefined
}

/**
 * The query with each Latin word that no title or name has replaced by the nearest that one has; undefined when
 * there is none. The caller makes sure that the proposal finds something.
 */
export const nearestQuery = async (index: SearchIndex, text: string): Promise<string | undefined> => {
  let changed = false
  const proposed: string[] = []
  for (const word of text.split(/\s+/u).filter(Boolean)) {
    const near = await nearest(index, word)
    proposed.push(near ?? word)
    changed ||= near !== undefined
  }
  return changed ? proposed.join(' ') : undefined
}

const nearest = async (index: SearchIndex, word: string): Promise<string | undefined> => {
  const [token, ...more] = fold(word)
  if (token === undefined || more.length > 0 || !/^[a-z]{4,40}$/.test(token)) return undefined
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
