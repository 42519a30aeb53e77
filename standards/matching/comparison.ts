/**
 * What two records of a union catalogue are to each other.
 *
 *   version  a reader would accept either: the same edition in the same form
 *   work     the same work: another edition, another carrier
 *   grey     too alike to be passed over, too unlike to be joined: a librarian decides
 *   apart    different works
 */
export const outcomes = ['version', 'work', 'grey', 'apart'] as const
export type Outcome = (typeof outcomes)[number]

/** One piece of evidence for or against a pair: what each record says, and what that is worth. */
export interface Evidence {
  /** A row of the table of rules: title, volume, agents … */
  name: string
  /** What the records say, as it was compared; absent where a record says nothing. */
  a?: string
  b?: string
  agreement: 'same' | 'close' | 'differs' | 'unknown'
  /** Added to the score; negative speaks against. */
  points: number
  /** It alone decides: the pair is not one version, or not one work. */
  veto?: 'version' | 'work'
}

export interface Comparison {
  outcome: Outcome
  score: number
  evidence: Evidence[]
}

/**
 * Facts on which records of one work, or of one version, never differ; what a record does not say is absent. A work
 * is kept free of contradictions by them even where none of its pairs was compared: volume 1 and volume 2 do not
 * become one through a record that names no volume.
 */
export interface Traits {
  work: Record<string, string>
  version: Record<string, string>
}

/** A place where candidates meet: `isbn 9787020002207`, `title-agent 红楼梦 曹雪芹`. */
export interface MatchingKey {
  kind: string
  value: string
}
