import { type Known, vetoOf } from './compare.js'
import type { Comparison } from './evidence.js'

/** Two names that are one agent when looked at by themselves. `a` is the smaller id. */
export interface Pair {
  a: string
  b: string
  comparison: Comparison
}

export interface Cluster {
  /** In order. */
  names: string[]
  /** The pairs that hold it together: a tree of the strongest. */
  pairs: Pair[]
}

export interface Clustering {
  clusters: Cluster[]
  /** Pairs that would have joined what a veto, or the guard against chains, keeps apart. */
  refused: Pair[]
}

/** An agent known in more ways than this has grown past sense: what would come further, by weaker evidence, stays apart. */
export const mostProfiles = 40

interface Group {
  names: string[]
  pairs: Pair[]
  /** What is known of its names, each once. */
  profiles: Map<string, Known>
}

/**
 * Agents from names: the strongest pair first (the smaller ids where two are as strong), and no two names of one agent
 * may forbid each other. So the result depends on what there is and never on the order in which it came.
 */
export const cluster = (known: ReadonlyMap<string, Known>, pairs: readonly Pair[]): Clustering => {
  const groups = new Map<string, Group>()
  for (const [id, one] of known)
    groups.set(id, { names: [id], pairs: [], profiles: new Map([[JSON.stringify(one), one]]) })
  const refused: Pair[] = []
  for (const pair of [...pairs].sort(strongestFirst)) {
    const [one, other] = [groups.get(pair.a), groups.get(pair.b)]
    if (!one || !other || one === other) continue
    if (mayJoin(one, other)) join(groups, one, other, pair)
    else refused.push(pair)
  }
  const clusters = [...new Set(groups.values())].map((group) => ({
    names: group.names.sort(),
    pairs: group.pairs,
  }))
  return { clusters: clusters.sort((one, other) => (first(one) < first(other) ? -1 : 1)), refused }
}

const first = ({ names }: Cluster): string => names[0] as string

const strongestFirst = (one: Pair, other: Pair): number =>
  other.comparison.score - one.comparison.score ||
  (one.a < other.a || (one.a === other.a && one.b < other.b) ? -1 : 1)

const mayJoin = (one: Group, other: Group): boolean => {
  const [few, many] = one.profiles.size < other.profiles.size ? [one, other] : [other, one]
  const added = [...few.profiles.keys()].filter((key) => !many.profiles.has(key)).length
  if (many.profiles.size + added > mostProfiles) return false
  for (const [key, profile] of few.profiles)
    if (!many.profiles.has(key))
      for (const second of many.profiles.values()) if (vetoOf(profile, second)) return false
  return true
}

const join = (groups: Map<string, Group>, one: Group, other: Group, pair: Pair): void => {
  const [few, many] = one.names.length < other.names.length ? [one, other] : [other, one]
  for (const name of few.names) groups.set(name, many)
  many.names.push(...few.names)
  many.pairs.push(...few.pairs, pair)
  for (const [key, profile] of few.profiles) many.profiles.set(key, profile)
}
