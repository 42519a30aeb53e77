import { hearOthers } from '../../gateway/contracts/index.js'
import { comparePair, rulesVersion } from '../../standards/matching/compare.js'
import type { Comparison } from '../../standards/matching/comparison.js'
import { copies } from '../../standards/matching/copies.js'
import { packClues } from '../../standards/matching/packed-clues.js'
import { pairOf } from '../../standards/matching/pair.js'
import { arePlainlyApart } from '../../standards/matching/plainly-apart.js'
import { addBlocks, type Blocks, candidatesIn, settleBlocks } from './blocks.js'
import { type Matched, meetingOf, type ReadClues } from './clues.js'
import { type Edge, edgeName, edgesAt, writeEdges } from './edge-store.js'
import { packEvidence } from './evidence.js'
import type { KeyChange } from './key-store.js'
import type { CatalogueTransaction } from './tables.js'

export interface Relinked {
  /** Whose links differ now, and who changed and has links. */
  linked: Set<string>
  /** New records that are copies and nothing else, each with the first of its copies in every block. */
  copied: Map<string, string[]>
}

/** A record with what it is matched by from now on: nothing when it is deleted or describes no work. */
export interface Keyed {
  id: string
  matched: Matched
  /** It was there before, matched by what its stored description says. */
  wasMatched: boolean
}

/**
 * Keys of these records replaced, and with them their edges: each pair that meets is compared, and stored with its
 * evidence unless it is simply different.
 */
export const replaceEdges = async (
  transaction: CatalogueTransaction,
  records: Keyed[],
  clues: ReadClues,
): Promise<Relinked> => {
  await clues.load(records.filter(({ wasMatched }) => wasMatched).map(({ id }) => id))
  const changes: Changed[] = []
  for (const record of records) {
    await hearOthers()
    changes.push(...changeOf(record, clues))
  }
  if (changes.length === 0) return { linked: new Set(), copied: new Map() }
  const { blocks, others } = await settleBlocks(transaction, changes)
  const moved = [...others.gaining, ...(await withEdges(transaction, others.losing))]
  for (const { id, matched } of changes) clues.give(id, matched)
  await clues.load(moved)
  const met: Met[] = [
    ...changes.map(({ id, matched, wasMatched }) => ({ id, ...matched, isNew: !wasMatched })),
    ...moved.map((id) => ({ id, ...meetingOf(clues.of(id)), isNew: false })),
  ]
  const asked = [...changes.map(({ id }) => id), ...others.gaining]
  return compareMet(transaction, { met, asked: new Set(asked), blocks, clues })
}

/** Who meets fewer than before has nothing to lose without edges. */
const withEdges = async (transaction: CatalogueTransaction, ids: string[]): Promise<string[]> => {
  const ends = new Set((await edgesAt(transaction, ids)).flatMap(({ a, b }) => [a, b]))
  return ids.filter((id) => ends.has(id))
}

/** Edges of records whose keys stand, by the rules of today. */
export const compareAnew = async (
  transaction: CatalogueTransaction,
  ids: string[],
  clues: ReadClues,
): Promise<Relinked> => {
  await clues.load(ids)
  const met = ids.map((id) => ({ id, ...meetingOf(clues.of(id)), isNew: false }))
  return compareMet(transaction, { met, asked: new Set(ids), blocks: new Map(), clues })
}

interface Meeting {
  met: Met[]
  /** Who says something else than before, or may meet somebody new: of the others what was found stands. */
  asked: ReadonlySet<string>
  blocks: Blocks
  clues: ReadClues
}

/** All edges of those that meet others. */
const compareMet = async (
  transaction: CatalogueTransaction,
  { met, asked, blocks, clues }: Meeting,
): Promise<Relinked> => {
  await addBlocks(
    transaction,
    blocks,
    met.flatMap((one) => one.blocks),
  )
  const before = await edgesAt(
    transaction,
    met.filter(({ isNew }) => !isNew).map(({ id }) => id),
  )
  const pairs = pairsOf(met, blocks)
  const isAsked = ({ a, b }: Pair) => asked.has(a) || asked.has(b)
  const compared = await compareAll(pairs.filter(isAsked), clues)
  const others = pairs.filter((pair) => !isAsked(pair))
  const edges = [...compared, ...standing(others, before)]
  const differing = await writeEdges(transaction, { before, now: edges })
  const copied = copiedIn(
    met.filter(({ isNew }) => isNew),
    edges,
  )
  const hasEdges = new Set([...before, ...edges].flatMap(({ a, b }) => [a, b]))
  const linked = [
    ...differing.filter(({ a, b }) => !copied.has(a) && !copied.has(b)).flatMap(({ a, b }) => [a, b]),
    ...met.map(({ id }) => id).filter((id) => hasEdges.has(id) && !copied.has(id)),
  ]
  return { linked: new Set(linked), copied }
}

/** Two that met before and meet still: what was found of them stands, and where nothing is stored they are apart. */
const standing = (pairs: Pair[], before: Edge[]): Edge[] => {
  const met = new Set(pairs.map(edgeName))
  return before.filter((edge) => met.has(edgeName(edge)))
}

/** New records that are linked to nothing but the first of their copies: they come into its work and change nothing else. */
const copiedIn = (fresh: Met[], edges: Edge[]): Map<string, string[]> => {
  const isNew = new Set(fresh.map(({ id }) => id))
  const firsts = new Map<string, string[]>()
  const others = new Set<string>()
  for (const { a, b, score } of edges) {
    others.add(a)
    if (score < copies.score || isNew.has(a) || !isNew.has(b)) others.add(b)
    else firsts.set(b, [...(firsts.get(b) ?? []), a])
  }
  for (const id of others) firsts.delete(id)
  return firsts
}

interface Met {
  id: string
  blocks: number[]
  copy: number
  /** It has no edges yet. */
  isNew: boolean
}

type Changed = Keyed & KeyChange

/** Nothing where all that is compared is as it was. */
const changeOf = (record: Keyed, clues: ReadClues): Changed[] => {
  const { id, matched, wasMatched } = record
  const old = wasMatched ? clues.of(id) : null
  if (old === null ? matched.clues === '' : packClues(old) === matched.clues) return []
  const before = old === null ? { blocks: [], copy: 0 } : meetingOf(old)
  const moves = before.copy !== matched.copy
  const [were, are] = [before.blocks, matched.blocks]
  const lost = were.filter((block) => moves || !are.includes(block))
  const gained = are.filter((block) => moves || !were.includes(block))
  return [{ ...record, lost, gained, copyBefore: before.copy, copy: matched.copy, clues: matched.clues }]
}

interface Pair {
  a: string
  b: string
  areCopies: boolean
}

/** Each pair once, the smaller id first: the same is said of it whichever of the two came later. */
const pairsOf = (met: Met[], blocks: Blocks): Pair[] => {
  const pairs: Pair[] = []
  const seen = new Map<string, Set<string>>()
  for (const { id, blocks: own, copy } of met) {
    const others = new Map<string, boolean>()
    for (const block of own) {
      const found = blocks.get(block)
      if (!found || found.firsts.length === 0) continue
      const first = copy === 0 ? undefined : found.firsts.find((one) => one.copy === copy)?.id
      for (const other of candidatesIn(found, id, copy)) others.set(other, other === first)
    }
    others.delete(id)
    const known = seen.get(id)
    for (const [other, areCopies] of others) {
      if (known?.has(other)) continue
      pairs.push(id < other ? { a: id, b: other, areCopies } : { a: other, b: id, areCopies })
      seen.set(other, (seen.get(other) ?? new Set()).add(id))
    }
  }
  return pairs
}

const compareAll = async (pairs: Pair[], clues: ReadClues): Promise<Edge[]> => {
  const others = pairs.filter(({ areCopies }) => !areCopies)
  await clues.load(others.flatMap(({ a, b }) => [a, b]))
  const edges = pairs.filter(({ areCopies }) => areCopies).map(({ a, b }) => edgeOf(a, b, copies))
  for (const { a, b } of others) {
    await hearOthers()
    const pair = pairOf(clues.of(a), clues.of(b))
    if (arePlainlyApart(pair)) continue
    const found = comparePair(pair)
    if (found.outcome !== 'apart') edges.push(edgeOf(a, b, found))
  }
  return edges
}

const edgeOf = (a: string, b: string, { outcome, score, evidence }: Comparison): Edge => ({
  a,
  b,
  outcome: outcome as Edge['outcome'],
  score,
  rules: rulesVersion,
  evidence: packEvidence(evidence),
  cut: null,
})
