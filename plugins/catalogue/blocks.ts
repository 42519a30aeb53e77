import { hearOthers } from '../../gateway/contracts/index.js'
import type { MatchingKey } from '../../standards/matching/comparison.js'
import {
  type Block,
  blockMembers,
  type Crowds,
  classMembers,
  crowdsOf,
  firstOfBlock,
  inhabited,
  keepCrowd,
  readBlocks,
  readWhetherOver,
} from './block-store.js'
import { keyOf } from './clues.js'
import { type KeyChange, writeKeys } from './key-store.js'
import type { CatalogueTransaction } from './tables.js'
import {
  isLonely,
  type Moved,
  nobody,
  type Touched,
  touchedBlocks,
  turn,
  unsureClasses,
} from './touched-blocks.js'

export type Blocks = Map<number, Block>

/** Nobody meets anybody in it. */
const empty: Block = { firsts: [], isOver: false }
/** Who is in it does not matter. */
const closed: Block = { firsts: [], isOver: true }

/** Writes what records meet others by. The blocks that changed, as they are now, and whose candidates changed with them. */
export const settleBlocks = async (
  transaction: CatalogueTransaction,
  changes: KeyChange[],
): Promise<{ blocks: Blocks; others: Moved }> => {
  const touched = touchedBlocks(changes)
  // Read before the keys are written: most keys are of one record alone, and nothing is there.
  const known = await inhabited(transaction, [...touched.keys()])
  const crowds = await crowdsOf(transaction, known)
  const before = await readBlocks(transaction, without(crowds, known))
  await writeKeys(transaction, changes)
  const members = await classMembers(transaction, unsureClasses(touched, before))
  const blocks: Blocks = new Map()
  const found = { gaining: new Set<string>(), losing: new Set<string>() }
  for (const [name, change] of touched) {
    const was = before.get(name)
    const wasOver = crowds.get(name)?.isOver === 1
    if (was === undefined && !wasOver && isLonely(change)) {
      blocks.set(name, empty)
      continue
    }
    await hearOthers()
    const { now, others } = wasOver
      ? { now: await stillOver(transaction, name, change), others: nobody }
      : turn({ name, firsts: was?.firsts ?? [], change, members })
    blocks.set(name, now)
    await keepCrowd(transaction, name, now, crowds.get(name), () => nameOf(changes, name))
    const { gaining, losing } = wasOver === now.isOver ? others : await all(transaction, name, now)
    for (const id of gaining) found.gaining.add(id)
    for (const id of losing) found.losing.add(id)
  }
  for (const { id } of changes) found.gaining.delete(id)
  for (const id of [...changes.map((change) => change.id), ...found.gaining]) found.losing.delete(id)
  return { blocks, others: { gaining: [...found.gaining], losing: [...found.losing] } }
}

/** Of a block that passed the cap, either way. */
const all = async (transaction: CatalogueTransaction, name: number, { isOver }: Block): Promise<Moved> => {
  const members = await blockMembers(transaction, name)
  return isOver ? { gaining: [], losing: members } : { gaining: members, losing: [] }
}

const nameOf = (changes: KeyChange[], block: number): MatchingKey | undefined => {
  const who = changes.find(({ gained }) => gained.includes(block))
  return who && keyOf(who.clues, block)
}

const without = (crowds: Crowds, names: number[]): number[] =>
  names.filter((name) => crowds.get(name)?.isOver !== 1)

/** What only grew is over still. */
const stillOver = async (transaction: CatalogueTransaction, name: number, change: Touched): Promise<Block> =>
  [...change.values()].some(({ lost }) => lost.length > 0) ? readWhetherOver(transaction, name) : closed

/** Blocks that others were not read for yet. */
export const addBlocks = async (
  transaction: CatalogueTransaction,
  blocks: Blocks,
  wanted: readonly number[],
): Promise<void> => {
  const missing = [...new Set(wanted)].filter((block) => !blocks.has(block))
  if (missing.length === 0) return
  const known = await inhabited(transaction, missing)
  const crowds = await crowdsOf(transaction, known)
  const read = await readBlocks(transaction, without(crowds, known))
  for (const name of missing)
    blocks.set(name, crowds.get(name)?.isOver === 1 ? closed : (read.get(name) ?? empty))
}

/** Whom a record is compared with in a block: a copy with the first of its kind alone. */
export const candidatesIn = ({ firsts, isOver }: Block, id: string, copy: number): string[] => {
  if (isOver) return []
  const first = copy === 0 ? id : firsts.find((one) => one.copy === copy)?.id
  if (first !== id) return first === undefined ? [] : [first]
  const some = firsts.slice(0, firstOfBlock)
  return (some.some((one) => one.id === id) ? firsts : some).map((one) => one.id)
}
