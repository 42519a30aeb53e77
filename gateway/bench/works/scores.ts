/**
 * How well a grouping fits the truth. Pairwise: of all pairs of records that the grouping joins, how many belong
 * together (precision), and of all that belong together, how many it joins (recall). B-cubed asks the same for each
 * record and takes the mean, so that one large group does not weigh as the square of its size (Bagga and Baldwin 1998).
 */
export interface Scores {
  pairs: number
  precision: number
  recall: number
  f1: number
  bCubed: { precision: number; recall: number; f1: number }
  /** Records in the largest group found. */
  largest: number
}

/** Groups by name, of the same records in the same order. */
export const scoresOf = (found: readonly string[], wanted: readonly string[]): Scores => {
  const [byFound, byWanted] = [sizes(found), sizes(wanted)]
  const shared = sizes(found.map((name, at) => `${name}\n${wanted[at]}`))
  const [joined, belonging, right] = [pairsIn(byFound), pairsIn(byWanted), pairsIn(shared)]
  const [precision, recall] = [ratio(right, joined), ratio(right, belonging)]
  let [ofFound, ofWanted] = [0, 0]
  for (const [names, count] of shared) {
    const [one, other] = names.split('\n') as [string, string]
    ofFound += (count * count) / (byFound.get(one) as number)
    ofWanted += (count * count) / (byWanted.get(other) as number)
  }
  const each = { precision: ratio(ofFound, found.length), recall: ratio(ofWanted, found.length) }
  return {
    pairs: belonging,
    precision,
    recall,
    f1: f1(precision, recall),
    bCubed: { ...each, f1: f1(each.precision, each.recall) },
    largest: Math.max(0, ...byFound.values()),
  }
}

const sizes = (names: readonly string[]): Map<string, number> => {
  const counts = new Map<string, number>()
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1)
  return counts
}

const pairsIn = (counts: ReadonlyMap<string, number>): number =>
  [...counts.values()].reduce((sum, count) => sum + (count * (count - 1)) / 2, 0)

/** Nothing joined is nothing wrong. */
const ratio = (part: number, whole: number): number => (whole === 0 ? 1 : part / whole)
const f1 = (precision: number, recall: number): number =>
  precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall)
