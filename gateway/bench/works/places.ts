import type { Clues } from '../../../standards/matching/clues.js'
import { groupsOf, type Place } from '../../../standards/matching/components.js'
import { traitsOf } from '../../../standards/matching/traits.js'
import type { Pair } from './candidates.js'

/** Names that sort as the places do. */
const idOf = (at: number): string => String(at).padStart(8, '0')

/** Work and version of each record, in their order. */
export const placesOf = (clues: readonly Clues[], pairs: readonly Pair[]): Place[] => {
  const traits = new Map(clues.map((one, at) => [idOf(at), traitsOf(one)]))
  const { places } = groupsOf({
    ids: [...traits.keys()],
    links: pairs.flatMap(({ a, b, comparison: { outcome, score } }) =>
      outcome === 'work' || outcome === 'version' ? [{ a: idOf(a), b: idOf(b), outcome, score }] : [],
    ),
    words: [],
    traitsOf: (id) => traits.get(id)!,
  })
  return clues.map((_, at) => places.get(idOf(at))!)
}
