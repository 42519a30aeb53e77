import type { Pair } from '../../standards/agents/cluster.js'
import { type Known, vetoOf } from '../../standards/agents/compare.js'
import { areOne, type Comparison, compareNames } from '../../standards/agents/evidence.js'
import { bucketsOf, withoutOverflow } from './clues.js'
import { clueNumberOf } from './ids.js'
import { type GraphDatabase, inLists } from './tables.js'

export interface LoadedName {
  known: Known
  agent: string
  /** Number → text. */
  clues: Map<number, string>
}

/** Names that hang together, with every pair of them that is one. */
export interface Neighbourhood {
  names: Map<string, LoadedName>
  pairs: Pair[]
}

/** From these names on to every name that a chain of pairs leads to: what an answer about them can depend on. */
export const neighbourhoodOf = async (
  database: GraphDatabase,
  start: Iterable<string>,
): Promise<Neighbourhood> => {
  const loaded = new Map<string, LoadedName>()
  const reached = new Set<string>()
  const pairs = new Map<string, Pair>()
  let next = new Set(start)
  while (next.size > 0) {
    await load(database, loaded, next)
    for (const name of next) if (loaded.has(name)) reached.add(name)
    const candidates = await candidatesOf(database, loaded, next)
    await load(database, loaded, new Set(candidates.map(({ b }) => b)))
    next = new Set()
    for (const { a, b } of candidates) {
      const pair = pairOf(loaded, a, b)
      if (!pair) continue
      pairs.set(`${pair.a} ${pair.b}`, pair)
      if (!reached.has(b)) next.add(b)
    }
  }
  return {
    names: new Map([...reached].map((name) => [name, loaded.get(name) as LoadedName])),
    pairs: [...pairs.values()],
  }
}

const pairOf = (loaded: Map<string, LoadedName>, one: string, other: string): Pair | undefined => {
  const [a, b] = one < other ? [one, other] : [other, one]
  const [first, second] = [loaded.get(a), loaded.get(b)]
  if (!first || !second || vetoOf(first.known, second.known)) return undefined
  const comparison = comparisonOf(first, second)
  return areOne(comparison) ? { a, b, comparison } : undefined
}

const comparisonOf = (one: LoadedName, other: LoadedName): Comparison => {
  const [few, many] = one.clues.size < other.clues.size ? [one, other] : [other, one]
  const shared = [...few.clues].filter(([number, text]) => many.clues.get(number) === text)
  return compareNames(
    one.known,
    other.known,
    shared.map(([, text]) => text),
  )
}

/** Reads what is not there yet. Evidence that too many share is left out at once. */
const load = async (
  database: GraphDatabase,
  loaded: Map<string, LoadedName>,
  wanted: Set<string>,
): Promise<void> => {
  const missing = [...wanted].filter((name) => !loaded.has(name))
  if (missing.length === 0) return
  const names = await inLists(missing, (chunk) =>
    database.selectFrom('graphName').selectAll().where('id', 'in', chunk).execute(),
  )
  const cluesByName = new Map<string, Map<number, string>>(names.map(({ id }) => [id, new Map()]))
  const mentions = await inLists(missing, (chunk) =>
    database.selectFrom('graphMention').select(['name', 'clues']).where('name', 'in', chunk).execute(),
  )
  for (const { name, clues } of mentions)
    for (const text of JSON.parse(clues) as string[]) cluesByName.get(name)?.set(clueNumberOf(text), text)
  const counting = await withoutOverflow(
    database,
    [...cluesByName.values()].flatMap((clues) => [...clues.keys()]),
  )
  for (const { id, known, agent } of names) {
    const clues = cluesByName.get(id) as Map<number, string>
    for (const number of clues.keys()) if (!counting.has(number)) clues.delete(number)
    loaded.set(id, { known: JSON.parse(known) as Known, agent, clues })
  }
}

/** Each of these names with everyone who shares a clue with it. */
const candidatesOf = async (
  database: GraphDatabase,
  loaded: Map<string, LoadedName>,
  names: Set<string>,
): Promise<{ a: string; b: string }[]> => {
  const present = [...names].filter((name) => loaded.has(name))
  const cluesOf = (name: string) => [...(loaded.get(name) as LoadedName).clues.keys()]
  const buckets = await bucketsOf(database, new Set(present.flatMap(cluesOf)))
  return present.flatMap((a) => {
    const others = new Set(cluesOf(a).flatMap((clue) => [...(buckets.get(clue) ?? [])]))
    others.delete(a)
    return [...others].map((b) => ({ a, b }))
  })
}
