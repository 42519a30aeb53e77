import type { MatchingKey } from '../../standards/matching/comparison.js'
import {
  type Block,
  type BlockRead,
  blockMembers,
  classMembers,
  crowdsOf,
  firstOfBlock,
  type KeyChange,
  keepCrowd,
  readBlocks,
} from './block-store.js'
import type { CatalogueTransaction } from './tables.js'

export type Blocks = Map<number, Block>

/**
 * The blocks that changed, as they are now, and whose candidates changed with them although they did not: who came
 * among the first of a block or is no more among them, copies whose first is another, and all of a block that passed
 * the cap, either way.
 */
export const settleBlocks = async (
  transaction: CatalogueTransaction,
  changes: KeyChange[],
  nameOf: ReadonlyMap<number, MatchingKey>,
): Promise<{ blocks: Blocks; moved: Set<string> }> => {
  const touched = touchedBlocks(changes)
  const crowds = await crowdsOf(transaction, [...touched.keys()])
  const blocks = await readBlocks(transaction, [...touched.keys()], crowds)
  const moved = new Set<string>()
  for (const [name, change] of touched) {
    const block = blocks.get(name) ?? { firsts: [], isOver: false }
    const crowd = crowds.get(name)
    await keepCrowd(transaction, name, block, crowd, nameOf)
    const read: BlockRead = { transaction, name, block, wasOver: crowd?.isOver === 1 }
    for (const id of await movedIn(read, change)) moved.add(id)
  }
  for (const { id } of changes) moved.delete(id)
  return { blocks, moved }
}

/** Blocks that others were not read for yet. */
export const addBlocks = async (
  transaction: CatalogueTransaction,
  blocks: Blocks,
  wanted: readonly number[],
): Promise<void> => {
  const missing = [...new Set(wanted)].filter((block) => !blocks.has(block))
  if (missing.length === 0) return
  const read = await readBlocks(transaction, missing, await crowdsOf(transaction, missing))
  for (const [name, block] of read) blocks.set(name, block)
}

/** Whom a record is compared with in a block: a copy with the first of its kind alone. */
export const candidatesIn = ({ firsts, isOver }: Block, id: string, copy: number): string[] => {
  if (isOver) return []
  const first = copy === 0 ? id : firsts.find((one) => one.copy === copy)?.id
  if (first !== id) return first === undefined ? [] : [first]
  const some = firsts.slice(0, firstOfBlock)
  return (some.some((one) => one.id === id) ? firsts : some).map((one) => one.id)
}

/** Of a block: copy → the ids that came and went. */
type Touched = Map<number, { lost: string[]; gained: string[] }>

const touchedBlocks = (changes: KeyChange[]): Map<number, Touched> => {
  const touched = new Map<number, Touched>()
  const at = (block: number, copy: number) => {
    const ofBlock: Touched = touched.get(block) ?? new Map()
    touched.set(block, ofBlock)
    const known = ofBlock.get(copy) ?? { lost: [], gained: [] }
    ofBlock.set(copy, known)
    return known
  }
  for (const { id, lost, gained, copy, copyBefore } of changes) {
    for (const block of lost) at(block, copyBefore).lost.push(id)
    for (const block of gained) at(block, copy).gained.push(id)
  }
  return touched
}

const movedIn = async (read: BlockRead, touched: Touched): Promise<string[]> => {
  const { block, wasOver } = read
  if (wasOver && block.isOver) return []
  if (wasOver !== block.isOver) return blockMembers(read)
  const now = block.firsts
  if (areAllNew(now, touched)) return []
  const before = [...now]
  const moved: string[] = []
  for (const [copy, change] of touched) {
    const first = copy === 0 ? undefined : now.find((one) => one.copy === copy)
    const others =
      first && first.size > change.gained.length && isFirstChanged(first.id, change)
        ? await classMembers(read, copy)
        : []
    moved.push(...others)
    undo(before, { copy, change, others })
  }
  before.sort((one, other) => (one.id < other.id ? -1 : 1))
  const names = (firsts: Block['firsts']) => firsts.map(({ id }) => id)
  return [
    ...moved,
    ...differing(names(before), names(now)),
    ...differing(names(before.slice(0, firstOfBlock)), names(now.slice(0, firstOfBlock))),
  ].filter((id) => now.some((one) => one.id === id) || moved.includes(id))
}

/** Nobody was there before and nobody left. */
const areAllNew = (firsts: Block['firsts'], touched: Touched): boolean =>
  firsts.every(
    ({ copy, size }) => (touched.get(copy)?.gained.length ?? 0) >= (copy === 0 ? firsts.length : size),
  ) && [...touched.values()].every(({ lost }) => lost.length === 0)

const isFirstChanged = (first: string, { lost, gained }: { lost: string[]; gained: string[] }): boolean =>
  gained.includes(first) || lost.some((id) => id < first)

/** Makes of the firsts as they are those that were before the change. */
const undo = (
  firsts: Block['firsts'],
  parts: { copy: number; change: { lost: string[]; gained: string[] }; others: string[] },
): void => {
  const { copy, others } = parts
  const { lost, gained } = parts.change
  const isGone = (id: string) => gained.includes(id)
  if (copy === 0) {
    const kept = firsts.filter((one) => one.copy !== 0 || !isGone(one.id))
    firsts.splice(0, firsts.length, ...kept, ...lost.map((id) => ({ id, copy, size: 1 })))
    return
  }
  const at = firsts.findIndex((one) => one.copy === copy)
  const [was] = at < 0 ? [] : firsts.splice(at, 1)
  const stood = [...others, ...(was ? [was.id] : [])].filter((id) => !isGone(id))
  const [first] = [...stood, ...lost].sort()
  if (first !== undefined) firsts.push({ id: first, copy, size: 1 })
}

const differing = (one: string[], other: string[]): string[] => {
  const [first, second] = [new Set(one), new Set(other)]
  return [...one.filter((id) => !second.has(id)), ...other.filter((id) => !first.has(id))]
}
