import type { Clues } from './clues.js'
import { compare } from './compare.js'
import type { Comparison } from './comparison.js'
import { rules } from './rules.js'

/** Numbers of their own that copies of one description may carry. */
const ownNumbers = /^(isbn|csbn) /

/**
 * What is the same in two records that say the same of a thing in every respect but for their numbers, as text; null
 * where they say so little that this would not make them one version. Libraries copy each other's records: of many
 * that are alike one is compared with others, in the name of all.
 */
export const copyOf = (clues: Clues): string | null => {
  const rest = {
    ...clues,
    numbers: [],
    identifiers: clues.identifiers.filter((one) => !ownNumbers.test(one)),
  }
  return compare(rest, rest).outcome === 'version' ? JSON.stringify(rest) : null
}

/** What two copies are to each other: nothing else needs to be compared. */
export const copies: Comparison = {
  outcome: 'version',
  score: rules.copy.same,
  evidence: [{ name: 'copy', agreement: 'same', points: rules.copy.same }],
}
