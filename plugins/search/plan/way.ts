import type { TextTerm } from '../../../gateway/contracts/index.js'

/** How a condition came from what was typed; the first is the surest. */
export const manners = [
  'as typed',
  'numbers written otherwise',
  'synonym',
  'words of another region',
  'read aloud',
  'name and title',
  'characters apart',
  'another ending',
  'sounds alike',
  'initials',
  'near spelling',
  'a slip forgiven',
] as const
export type Manner = (typeof manners)[number]

/** One way to understand a query, or a word of it: every term must match. */
export interface Way {
  manner: Manner
  terms: TextTerm[]
  /** What was typed in the place of what is asked for, where a librarian said that they are one. */
  synonymOf?: string[]
  /** Words for which others were taken. */
  respelt?: readonly Respelt[]
}

export interface Respelt {
  typed: string
  meant: string
}

/** One of the ways of each word, together: the surest first, at most `most`. */
export const together = (words: readonly (readonly Way[])[], most: number): Way[] => {
  let ways: { way: Way; doubt: number }[] = [{ way: { manner: 'as typed', terms: [] }, doubt: 0 }]
  for (const choices of words) {
    const next = ways.flatMap(({ way, doubt }) =>
      choices.map((choice, place) => ({ way: joined(way, choice), doubt: doubt + place })),
    )
    ways = next.sort((one, other) => one.doubt - other.doubt).slice(0, most)
  }
  return ways.map(({ way }) => way).filter(({ terms }) => terms.length > 0)
}

/** As sure as its less sure part. */
const joined = (one: Way, other: Way): Way => {
  const respelt = [...(one.respelt ?? []), ...(other.respelt ?? [])]
  return {
    manner: manners[Math.max(manners.indexOf(one.manner), manners.indexOf(other.manner))]!,
    terms: [...one.terms, ...other.terms],
    ...(respelt.length > 0 && { respelt }),
  }
}
