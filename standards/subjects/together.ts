/** How often a heading stands with the classes of one scheme: over works that have any class of it. */
export interface Together {
  number: string
  works: number
  /** Works with the heading and any class of the scheme. */
  of: number
}

/** Of few works nothing is concluded: five that all agree are the least. */
const least = 5

/**
 * The class that a heading belongs to, when the works say so clearly enough: more than half of them in the worse end of the
 * 95 % interval (Wilson), so that four of five are not enough and seventy of a hundred are.
 */
export const classOfHeading = (counts: readonly Together[]): Together | undefined =>
  [...counts]
    .sort((one, other) => other.works - one.works || (one.number < other.number ? -1 : 1))
    .find(({ works, of }) => of >= least && lowerBound(works, of) > 0.5)

const lowerBound = (hits: number, of: number): number => {
  const z = 1.96
  const share = hits / of
  const spread = z * Math.sqrt((share * (1 - share)) / of + (z * z) / (4 * of * of))
  return (share + (z * z) / (2 * of) - spread) / (1 + (z * z) / of)
}
