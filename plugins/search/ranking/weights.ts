/**
 * What makes one hit better than another, and by how much. Each feature is between 0 and 1; a score is their sum,
 * weighted. `champion` ranks; `npm run bench -- judged` sets a challenger beside it.
 */
export interface Weights {
  /** The title is what was asked for, no more and no less. */
  whole: number
  /** It begins so. */
  begins: number
  /** What was asked for stands in it side by side. */
  together: number
  /** How little has to be changed to find it in the title: order, slips. */
  similar: number
  /** Words of the query that the title has. */
  inTitle: number
  /** Words of the query that only the names have. */
  inAgents: number
  /** How much of the title was asked for. */
  coverage: number
  /** Written as it was asked for, not merely read alike. */
  written: number
  /** The engine’s own score beside its best. */
  engine: number
  /** Members that hold it: one none, a hundred all. */
  holdings: number
  /** From 1950 to this decade. */
  recency: number
}

export const champion: Weights = {
  whole: 30,
  begins: 6,
  together: 12,
  similar: 16,
  inTitle: 20,
  inAgents: 12,
  coverage: 5,
  written: 4,
  engine: 8,
  holdings: 2,
  recency: 1,
}
