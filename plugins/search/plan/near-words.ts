import type { SearchIndex } from '../../../gateway/contracts/index.js'
import { distanceOf } from '../distance.js'

const alphabet = [...'abcdefghijklmnopqrstuvwxyz']
const mostNear = 4
/** Words looked at. */
const looked = 10_000

/**
 * Words of titles and names that are one slip away, the most frequent first; none where it is shorter than four letters, undefined where
 * the word itself is known. Most slips are behind the first four letters; one among them is found by the beginnings that it may have come from.
 */
export const nearWords = async (index: SearchIndex, word: string): Promise<string[] | undefined> => {
  if (!/^[a-z]{4,40}$/.test(word)) return []
  const own = await nearBehind(index, word, [word.slice(0, 4)])
  if (own.has(word)) return undefined
  const near = own.size > 0 ? own : await nearBehind(index, word, beginningsOf(word))
  return [...near]
    .sort(([, one], [, other]) => other - one)
    .slice(0, mostNear)
    .map(([token]) => token)
}

const nearBehind = async (index: SearchIndex, word: string, beginnings: readonly string[]) => {
  const counts = new Map<string, number>()
  for (const { token, count } of await index.complete(['title', 'agents'], beginnings, looked))
    if (distanceOf(token, word, 1) <= 1) counts.set(token, count)
  return counts
}

/** Those that the first four letters may have been without a slip among them. */
const beginningsOf = (word: string): string[] => {
  const [a, b, c, d] = word as unknown as [string, string, string, string]
  const rest = word.slice(4, 5)
  const found = new Set([b + a + c + d, a + c + b + d, a + b + d + c])
  for (const letter of alphabet) {
    found
      .add(letter + b + c + d)
      .add(a + letter + c + d)
      .add(a + b + letter + d)
      .add(a + b + c + letter)
    found
      .add(letter + a + b + c)
      .add(a + letter + b + c)
      .add(a + b + letter + c)
  }
  found
    .add(b + c + d + rest)
    .add(a + c + d + rest)
    .add(a + b + d + rest)
    .add(a + b + c + rest)
  return [...found]
}
