import type { SearchIndex } from '../../../gateway/contracts/index.js'
import { isOneSlipAway } from '../distance.js'

const alphabet = [...'abcdefghijklmnopqrstuvwxyz']
const mostNear = 4
/** Words looked at. */
const looked = 10_000

/**
 * Words of titles and names that are one slip away, the most frequent first; none where it is shorter than four letters, undefined where
 * the word itself is known. Most slips are behind the first four letters; one among them is found by what the word may have been before it.
 */
export const nearWords = async (index: SearchIndex, word: string): Promise<string[] | undefined> => {
  if (!/^[a-z]{4,40}$/.test(word)) return []
  const own = await nearBehind(index, word, [word.slice(0, 4)])
  if (own.has(word)) return undefined
  const near = own.size > 0 ? own : await nearBehind(index, word, slipsAtFront(word))
  return [...near]
    .sort(([, one], [, other]) => other - one)
    .slice(0, mostNear)
    .map(([token]) => token)
}

const nearBehind = async (index: SearchIndex, word: string, beginnings: readonly string[]) => {
  const counts = new Map<string, number>()
  for (const { token, count } of await index.complete(['title', 'agents'], beginnings, looked))
    if (isOneSlipAway(token, word)) counts.set(token, count)
  return counts
}

/** What it may have been before a slip among its first four letters: a letter changed with the next, left out, taken for another, put in. */
const slipsAtFront = (word: string): string[] => {
  const slips = new Set<string>()
  for (let at = 0; at < 4; at++) {
    const [before, after] = [word.slice(0, at), word.slice(at)]
    slips.add(before + after.slice(1, 2) + after.slice(0, 1) + after.slice(2))
    slips.add(before + after.slice(1))
    for (const letter of alphabet) slips.add(before + letter + after.slice(1)).add(before + letter + after)
  }
  return [...slips]
}
