import type { Description } from '../../../standards/record/v1-draft.js'
import { disjointSets } from '../matching/disjoint-sets.js'

/** What a catalogue does that takes a shared ISBN for a verdict: all records that share one are one work. */
export const joinedByIsbn = (descriptions: readonly Description[]): string[] => {
  const sets = disjointSets(descriptions.length)
  const first = new Map<string, number>()
  for (const [at, { identifiers }] of descriptions.entries())
    for (const { scheme, value, valid } of identifiers) {
      if (scheme !== 'isbn' || !valid) continue
      const known = first.get(value)
      if (known === undefined) first.set(value, at)
      else sets.join(at, known)
    }
  return descriptions.map((_, at) => String(sets.rootOf(at)))
}
