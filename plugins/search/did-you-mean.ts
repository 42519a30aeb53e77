import type { SearchIndex } from '../../gateway/contracts/index.js'
import { fold } from '../../standards/text/folding.js'

/**
 * The query with each Latin word that no title or name has replaced by the nearest that one has; undefined when
 * there is none. The first two letters are taken to be right. The caller makes sure that the proposal finds something.
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
  const most = token.length < 8 ? 1 : 2
  const candidates = [
    ...(await index.complete('title', token.slice(0, 2), 5000)),
    ...(await index.complete('agents', token.slice(0, 2), 5000)),
  ]
  if (candidates.some((one) => one.token === token)) return undefined
  const near = candidates
    .map((one) => ({ ...one, distance: distanceOf(one.token, token, most) }))
    .filter(({ distance }) => distance <= most)
    .sort((one, other) => one.distance - other.distance || other.count - one.count)
  return near[0]?.token
}

/** Letters put in, left out, changed or swapped (restricted Damerau–Levenshtein); beyond `most` any larger number. */
export const distanceOf = (one: string, other: string, most: number): number => {
  if (Math.abs(one.length - other.length) > most) return most + 1
  let [beforeLast, last]: number[][] = [[], Array.from({ length: other.length + 1 }, (_, column) => column)]
  for (let row = 1; row <= one.length; row++) {
    const current = [row]
    for (let column = 1; column <= other.length; column++) {
      const same = one[row - 1] === other[column - 1] ? 0 : 1
      let best = Math.min(last![column]! + 1, current[column - 1]! + 1, last![column - 1]! + same)
      const swapped =
        row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1]
      if (swapped) best = Math.min(best, beforeLast![column - 2]! + 1)
      current.push(best)
    }
    if (Math.min(...current) > most) return most + 1
    beforeLast = last
    last = current
  }
  return last!.at(-1)!
}
