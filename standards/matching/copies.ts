import type { Clues } from './clues.js'
import { weightOfTitle } from './common-titles.js'
import type { Comparison } from './comparison.js'
import { rules } from './rules.js'

/** Numbers of their own that copies of one description may carry. */
const ownNumbers = /^(isbn|csbn) /

/**
 * What is the same in two records that say the same of a thing in every respect but for their numbers, as text; null
 * where they say too little for that: a title that many works bear needs three things more, any other two. Libraries
 * copy each other's records: of many that are alike one is compared with others, in the name of all.
 *
 * @param json of the clues, where somebody has it
 */
export const copyOf = (clues: Clues, json?: string): string | null => {
  const [title] = clues.titles
  if (!title) return null
  const identifiers = clues.identifiers.filter((one) => !ownNumbers.test(one))
  const { names, years, publishers, extent, host } = clues
  const said = [names.length, years.length, publishers.length, extent?.pages, host, identifiers.length]
  const needed = weightOfTitle(title.main) === 'telling' ? 2 : 3
  if (said.filter(Boolean).length < needed) return null
  // The two stand side by side in all clues, and no text holds a quotation mark that is not escaped.
  return (json ?? JSON.stringify(clues)).replace(numbersIn(clues.identifiers, clues.numbers), () =>
    numbersIn(identifiers, []),
  )
}

const numbersIn = (identifiers: string[], numbers: string[]): string =>
  `"identifiers":${JSON.stringify(identifiers)},"numbers":${JSON.stringify(numbers)}`

/** What two copies are to each other: nothing else needs to be compared. */
export const copies: Comparison = {
  outcome: 'version',
  score: rules.copy.same,
  evidence: [{ name: 'copy', agreement: 'same', points: rules.copy.same }],
}
