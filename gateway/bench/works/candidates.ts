import type { Clues } from '../../../standards/matching/clues.js'
import { compare } from '../../../standards/matching/compare.js'
import type { Comparison } from '../../../standards/matching/comparison.js'
import { matchingKeys } from '../../../standards/matching/keys.js'
import { candidates } from '../matching/grouping.js'

/** Two records, by their places, and what they are to each other. */
export interface Pair {
  a: number
  b: number
  comparison: Comparison
}

/** Each pair that shares a key, compared once; how many keys more records share than the cap. */
export const comparedPairs = (clues: readonly Clues[], cap: number): { pairs: Pair[]; overflow: number } => {
  const { pairs, overflow } = candidates(clues.map(matchingKeys), cap)
  const compared = pairs.map(([a, b]) => ({
    a,
    b,
    comparison: compare(clues[a] as Clues, clues[b] as Clues),
  }))
  return { pairs: compared, overflow }
}

/** One number for two places, of up to sixty million records. */
export const pairName = (a: number, b: number): number => Math.min(a, b) * 67_108_864 + Math.max(a, b)
