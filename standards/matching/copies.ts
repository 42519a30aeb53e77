import type { Clues } from './clues.js'
import type { Comparison } from './comparison.js'
import { rules } from './rules.js'

/** Numbers of their own that copies of one description may carry. */
const ownNumbers = /^(isbn|csbn) /

/**
 * What is the same in two records that say the same of a thing in every respect but for their numbers, as text; null
 * where they say too little for that: who made it, when, and one thing more. Libraries copy each other's records: of
 * many that are alike one is compared with others, in the name of all.
 */
export const copyOf = (clues: Clues): string | null => {
  const { names, years, publishers, extent, host } = clues
  const isEnough = publishers.length > 0 || extent?.pages !== undefined || host !== undefined
  if (names.length === 0 || years.length === 0 || !isEnough) return null
  const identifiers = clues.identifiers.filter((one) => !ownNumbers.test(one))
  return JSON.stringify({ ...clues, numbers: [], identifiers })
}

/** What two copies are to each other: nothing else needs to be compared. */
export const copies: Comparison = {
  outcome: 'version',
  score: rules.copy.same,
  evidence: [{ name: 'copy', agreement: 'same', points: rules.copy.same }],
}
