import type { Traits } from './comparison.js'
import { copies } from './copies.js'
import { thresholds } from './rules.js'
import { contradiction } from './traits.js'

/** A pair that the rules joined. */
export interface Link {
  a: string
  b: string
  outcome: 'version' | 'work'
  score: number
}

/** What a librarian said of a pair; it outranks every rule. */
export interface Word {
  a: string
  b: string
  says: 'same' | 'apart'
}

export interface Neighbourhood {
  ids: readonly string[]
  links: readonly Link[]
  /** The newest first: of two that contradict each other the newer stands. */
  words: readonly Word[]
  traitsOf(id: string): Traits
}

/** Where a record belongs: each group is named after the smallest of its records. */
export interface Place {
  work: string
  version: string
}

export interface Grouping {
  places: Map<string, Place>
  /** Links that would have joined what does not belong together: `a b` → why they were not followed. */
  cut: Map<string, string>
}

/** A work of so many records grows by any link; each doubling beyond asks for so many points above the threshold … */
const common = 32
const pointsPerDoubling = 4
/** … or for so many links to each record of the smaller side: what many records vouch for is no chain. */
const vouched = 2
/** No work is larger, however strong its links: what grows so far is a placeholder, not a work. */
const largest = 5_000

export const linkName = (a: string, b: string): string => `${a} ${b}`

/**
 * Works and their versions, from the links among these records: the strongest link first, each followed unless the
 * two groups contradict each other (a librarian's word, a trait such as the volume) or the group grows past sense at
 * so weak a link. What comes of it depends on the links alone, never on the order in which anything arrived.
 */
export const groupsOf = ({ ids, links, words, traitsOf }: Neighbourhood): Grouping => {
  const cut = new Map<string, string>()
  const traits = new Map(ids.map((id) => [id, traitsOf(id)]))
  const ordered = [...links].sort(strongestFirst)
  const works = groups(ids, 'work', traits)
  const apart = followWords(works, words)
  const vouching = linksBetween(works, ordered)
  for (const link of ordered) {
    const reason = works.whyNot(link.a, link.b) ?? apart(link) ?? pastSense(works, vouching, link)
    if (reason !== undefined) cut.set(linkName(link.a, link.b), reason)
    else vouching.joined(works.join(link.a, link.b, link.score >= copies.score))
  }
  const versions = groups(ids, 'version', traits)
  for (const link of ordered) {
    if (link.outcome !== 'version' || works.rootOf(link.a) !== works.rootOf(link.b)) continue
    if (versions.whyNot(link.a, link.b) === undefined)
      versions.join(link.a, link.b, link.score >= copies.score)
  }
  const places = ids.map(
    (id) => [id, { work: works.rootOf(id), version: versions.rootOf(id) }] as [string, Place],
  )
  return { places: new Map(places), cut }
}

const strongestFirst = (one: Link, other: Link): number =>
  other.score - one.score || compareText(one.a, other.a) || compareText(one.b, other.b)

const compareText = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0)

type Groups = ReturnType<typeof groups>

/** Records in groups, each with what its records say that may not be contradicted. */
const groups = (ids: readonly string[], level: keyof Traits, traits: ReadonlyMap<string, Traits>) => {
  const parent = new Map(ids.map((id) => [id, id]))
  const said = new Map(traits)
  const size = new Map(ids.map((id) => [id, 1]))
  const rootOf = (id: string): string => {
    let at = id
    for (let up = parent.get(at) as string; up !== at; up = parent.get(at) as string) {
      const beyond = parent.get(up) as string
      parent.set(at, beyond)
      at = beyond
    }
    return at
  }
  return {
    has: (id: string): boolean => parent.has(id),
    rootOf,
    sizeOf: (id: string): number => size.get(rootOf(id)) ?? 1,
    /** The trait in which the groups of these two contradict each other. */
    whyNot(a: string, b: string): string | undefined {
      const [one, two] = [rootOf(a), rootOf(b)]
      return one === two ? undefined : contradiction(said.get(one) as Traits, said.get(two) as Traits, level)
    },
    /**
     * Copies of one description weigh as one record: how many there are says nothing of what it grows to.
     * @returns what the two groups were called; the first is what they are called now
     */
    join(a: string, b: string, areCopies: boolean): [string, string] {
      const [one, two] = [rootOf(a), rootOf(b)].sort(compareText) as [string, string]
      if (one === two) return [one, two]
      parent.set(two, one)
      const [first, second] = [said.get(one) as Traits, said.get(two) as Traits]
      said.set(one, { ...first, [level]: { ...second[level], ...first[level] } })
      size.set(one, (size.get(one) ?? 1) + (size.get(two) ?? 1) - (areCopies ? 1 : 0))
      return [one, two]
    },
  }
}

/** Joins what a librarian called the same, and tells of a link whether it would join what one called apart. */
const followWords = (works: Groups, words: readonly Word[]): ((link: Link) => string | undefined) => {
  const apart: Word[] = []
  const crosses = (a: string, b: string): boolean => {
    const [one, two] = [works.rootOf(a), works.rootOf(b)]
    return apart.some((word) => {
      const [left, right] = [works.rootOf(word.a), works.rootOf(word.b)]
      return (left === one && right === two) || (left === two && right === one)
    })
  }
  for (const word of words) {
    if (!works.has(word.a) || !works.has(word.b)) continue
    if (word.says === 'apart') {
      if (works.rootOf(word.a) !== works.rootOf(word.b)) apart.push(word)
    } else if (!crosses(word.a, word.b)) works.join(word.a, word.b, false)
  }
  return ({ a, b }) => (apart.length > 0 && crosses(a, b) ? 'librarian' : undefined)
}

/** Tells of a link whether it would make a work larger than it may become by it. */
const pastSense = (works: Groups, vouching: LinksBetween, { a, b, score }: Link): 'size' | undefined => {
  const [one, two] = [works.rootOf(a), works.rootOf(b)]
  const size = works.sizeOf(one) + works.sizeOf(two)
  if (one === two || size <= common) return undefined
  if (size > largest) return 'size'
  if (score >= thresholds.work + pointsPerDoubling * Math.log2(size / common)) return undefined
  return vouching.count(one, two) < vouched * Math.min(works.sizeOf(one), works.sizeOf(two))
    ? 'size'
    : undefined
}

type LinksBetween = ReturnType<typeof linksBetween>

/** How many links there are between two groups, followed or not: counted when it is first asked, and kept as groups join. */
const linksBetween = (works: Groups, links: readonly Link[]) => {
  let counts: Map<string, Map<string, number>> | undefined
  const add = (from: string, to: string, more: number): void => {
    const known = counts?.get(from)
    if (known) known.set(to, (known.get(to) ?? 0) + more)
    else counts?.set(from, new Map([[to, more]]))
  }
  const addBothWays = (one: string, two: string, more: number): void => {
    add(one, two, more)
    add(two, one, more)
  }
  const counted = () => {
    if (counts) return counts
    counts = new Map()
    for (const link of links) {
      const [one, two] = [works.rootOf(link.a), works.rootOf(link.b)]
      if (one !== two) addBothWays(one, two, 1)
    }
    return counts
  }
  return {
    count: (one: string, two: string): number => counted().get(one)?.get(two) ?? 0,
    /** The second group is part of the first from now on. */
    joined([one, two]: [string, string]): void {
      const gone = one === two ? undefined : counts?.get(two)
      if (!gone) return
      counts?.delete(two)
      for (const [other, more] of gone) {
        counts?.get(other)?.delete(two)
        if (other !== one) addBothWays(one, other, more)
      }
    },
  }
}
