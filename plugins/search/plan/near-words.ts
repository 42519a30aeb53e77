import type { SearchIndex } from '../../../gateway/contracts/index.js'
import { distanceOf } from '../did-you-mean.js'

const alphabet = [...'abcdefghijklmnopqrstuvwxyz']
const mostNear = 4
/** Words looked at for one beginning. */
const looked = 400

/**
 * Words of titles and names that are one slip away, the most frequent first; none where the word itself is known or
 * shorter than four letters. A slip in the first letters is found by the beginnings that it may have come from.
 */
export const nearWords = async (index: SearchIndex, word: string): Promise<string[]> => {
  if (!/^[a-z]{4,40}$/.test(word)) return []
  const counts = new Map<string, number>()
  for (const beginning of beginningsOf(word)) {
    for (const field of ['title', 'agents'] as const) {
      for (const { token, count } of await index.complete(field, beginning, looked)) {
        if (distanceOf(token, word, 1) <= 1) counts.set(token, Math.max(count, counts.get(token) ?? 0))
      }
    }
  }
  if (counts.has(word)) return []
  return [...counts]
    .sort(([, one], [, other]) => other - one)
    .slice(0, mostNear)
    .map(([token]) => token)
}

/** Its own first four letters, and those it has without a slip among them. */
const beginningsOf = (word: string): string[] => {
  const [a, b, c, d] = word as unknown as [string, string, string, string]
  const rest = word.slice(4, 5)
  const found = new Set([word.slice(0, 4), b + a + c + d, a + c + b + d, a + b + d + c])
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
