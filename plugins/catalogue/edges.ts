import { compare, rulesVersion } from '../../standards/matching/compare.js'
import type { Evidence, MatchingKey } from '../../standards/matching/comparison.js'
import { addBlocks, type Blocks, candidatesIn, type KeyChange, settleBlocks, writeKeys } from './blocks.js'
import { blockKeys, type Matched, type ReadClues } from './clues.js'
import { type Edge, edgesAt, writeEdges } from './edge-store.js'
import type { CatalogueTransaction } from './tables.js'

/** A record with what it is matched by from now on: nothing when it is deleted or describes no work. */
export interface Keyed {
  id: string
  matched: Matched
  /** It was there before, matched by what its stored description says. */
  wasMatched: boolean
}

/**
 * Keys of these records replaced, and with them their edges: each pair that meets is compared, and stored with its
 * evidence unless it is simply different. Returns whose links may lead elsewhere now.
 */
export const replaceEdges = async (
  transaction: CatalogueTransaction,
  records: Keyed[],
  clues: ReadClues,
): Promise<Set<string>> => {
  await clues.load(records.filter(({ wasMatched }) => wasMatched).map(({ id }) => id))
  const changes = records.flatMap((record) => changeOf(record, clues))
  if (changes.length === 0) return new Set()
  await writeKeys(transaction, changes)
  const { blocks, moved } = await settleBlocks(transaction, changes, namesOf(changes))
  for (const { id, matched } of changes) clues.give(id, matched)
  await clues.load(moved)
  const met: Met[] = [
    ...changes.map(({ id, matched, wasMatched }) => ({ id, keys: matched.keys, isNew: !wasMatched })),
    ...[...moved].map((id) => ({ id, keys: blockKeys(clues.of(id)), isNew: false })),
  ]
  return compareMet(transaction, { met, blocks, clues })
}

/** Edges of records whose keys stand, by the rules of today. */
export const compareAnew = async (
  transaction: CatalogueTransaction,
  ids: string[],
  clues: ReadClues,
): Promise<Set<string>> => {
  await clues.load(ids)
  const met = ids.map((id) => ({ id, keys: blockKeys(clues.of(id)), isNew: false }))
  return compareMet(transaction, { met, blocks: new Map(), clues })
}

/** All edges of those that meet others anew; returns whose links differ, and who has links and may differ itself. */
const compareMet = async (
  transaction: CatalogueTransaction,
  { met, blocks, clues }: { met: Met[]; blocks: Blocks; clues: ReadClues },
): Promise<Set<string>> => {
  await addBlocks(
    transaction,
    blocks,
    met.flatMap(({ keys }) => keys.map(({ block }) => block)),
  )
  const edges = await compareAll(pairsOf(met, blocks), clues)
  const before = await edgesAt(
    transaction,
    met.filter(({ isNew }) => !isNew).map(({ id }) => id),
  )
  const differing = await writeEdges(transaction, { before, now: edges })
  const hasEdges = new Set([...before, ...edges].flatMap(({ a, b }) => [a, b]))
  return new Set([
    ...differing.flatMap(({ a, b }) => [a, b]),
    ...met.map(({ id }) => id).filter((id) => hasEdges.has(id)),
  ])
}

interface Met {
  id: string
  keys: { block: number }[]
  /** It has no edges yet. */
  isNew: boolean
}

/** Nothing where all that is compared is as it was. */
const changeOf = (record: Keyed, clues: ReadClues): (Keyed & KeyChange)[] => {
  const { id, matched, wasMatched } = record
  const old = wasMatched ? clues.of(id) : null
  if (old === null ? matched.clues === '' : JSON.stringify(old) === matched.clues) return []
  const before = old === null ? [] : blockKeys(old).map(({ block }) => block)
  const now = matched.keys.map(({ block }) => block)
  const lost = before.filter((block) => !now.includes(block))
  const gained = now.filter((block) => !before.includes(block))
  return [{ ...record, lost, gained }]
}

const namesOf = (changes: Keyed[]): Map<number, MatchingKey> =>
  new Map(changes.flatMap(({ matched }) => matched.keys.map((key) => [key.block, key])))

type Pair = [a: string, b: string]

/** Each pair once, the smaller id first: the same is said of it whichever of the two came later. */
const pairsOf = (met: Met[], blocks: Blocks): Pair[] => {
  const pairs = new Map<string, Pair>()
  for (const { id, keys } of met) {
    for (const { block } of keys) {
      const found = blocks.get(block)
      for (const other of found ? candidatesIn(found, id) : []) {
        if (other === id) continue
        const pair: Pair = id < other ? [id, other] : [other, id]
        pairs.set(pair.join(' '), pair)
      }
    }
  }
  return [...pairs.values()]
}

/** Pairs that are compared before whoever else waits for this process is heard. */
const stretch = 500

const compareAll = async (pairs: Pair[], clues: ReadClues): Promise<Edge[]> => {
  await clues.load(pairs.flat())
  const edges: Edge[] = []
  for (const [at, [a, b]] of pairs.entries()) {
    if (at % stretch === stretch - 1) await new Promise(setImmediate)
    const { outcome, score, evidence } = compare(clues.of(a), clues.of(b))
    if (outcome === 'apart') continue
    edges.push({ a, b, outcome, score, rules: rulesVersion, evidence: textOf(evidence), cut: null })
  }
  return edges
}

/** Of what neither record says nothing is kept. */
const textOf = (evidence: Evidence[]): string =>
  JSON.stringify(evidence.filter(({ agreement, points }) => agreement !== 'unknown' || points !== 0))
