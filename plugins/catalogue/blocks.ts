import type { MatchingKey } from '../../standards/matching/comparison.js'
import { type Insertion, insertRows } from './insertion.js'
import { type CatalogueTransaction, inLists } from './tables.js'

/**
 * In a block every record is compared with the first so many of it in the order of their ids, which all know each
 * other. Few records: every pair. Many copies of one work: each finds the work through those. The order is one of
 * names, so what is compared never depends on what came first.
 */
export const firstOfBlock = 32
/** A block of more is no evidence (a placeholder, a title such as Report): it joins nothing, and is told. */
export const blockCap = 1_000

/** What a record meets others by, from one moment to the next. */
export interface KeyChange {
  id: string
  lost: number[]
  gained: number[]
}

export interface Block {
  /** In order of id; of one that is over, some. */
  members: string[]
  isOver: boolean
}

export type Blocks = Map<number, Block>

const keyRows = {
  table: 'catalogueKey',
  columns: ['block', 'recordId'],
  conflict: { key: ['block', 'recordId'], set: [] },
} satisfies Insertion<'catalogueKey'>

export const writeKeys = async (transaction: CatalogueTransaction, changes: KeyChange[]): Promise<void> => {
  for (const { id, lost } of changes) {
    if (lost.length === 0) continue
    await transaction
      .deleteFrom('catalogueKey')
      .where('block', 'in', lost)
      .where('recordId', '=', id)
      .execute()
  }
  await insertRows(
    transaction,
    keyRows,
    changes.flatMap(({ id, gained }) => gained.map((block) => ({ block, recordId: id }))),
  )
}

/**
 * The blocks that changed, as they are now, and whose candidates changed with them although they did not: who came
 * among the first of a block or is no more among them, and all of one that passed the cap, either way.
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
    const block = blocks.get(name) ?? { members: [], isOver: false }
    const crowd = crowds.get(name)
    await keepCrowd(transaction, name, block, crowd, nameOf)
    for (const id of movedIn(block, crowd?.isOver === 1, change)) moved.add(id)
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

/** Whom a record is compared with in a block. */
export const candidatesIn = ({ members, isOver }: Block, id: string): string[] => {
  if (isOver) return []
  const first = members.slice(0, firstOfBlock)
  return first.includes(id) ? members : first
}

interface Touched {
  lost: Set<string>
  gained: Set<string>
}

const touchedBlocks = (changes: KeyChange[]): Map<number, Touched> => {
  const touched = new Map<number, Touched>()
  const at = (block: number): Touched => {
    const known = touched.get(block) ?? { lost: new Set(), gained: new Set() }
    touched.set(block, known)
    return known
  }
  for (const { id, lost, gained } of changes) {
    for (const block of lost) at(block).lost.add(id)
    for (const block of gained) at(block).gained.add(id)
  }
  return touched
}

type Crowds = Map<number, { isOver: number }>

const crowdsOf = async (transaction: CatalogueTransaction, blocks: number[]): Promise<Crowds> => {
  const rows = await inLists(blocks, (list) =>
    transaction.selectFrom('catalogueCrowd').select(['block', 'isOver']).where('block', 'in', list).execute(),
  )
  return new Map(rows.map((row) => [Number(row.block), row]))
}

/** Crowded ones each on its own, so that one with very many records is not read whole. */
const readBlocks = async (
  transaction: CatalogueTransaction,
  wanted: number[],
  crowds: Crowds,
): Promise<Blocks> => {
  const blocks: Blocks = new Map()
  const plain = wanted.filter((block) => !crowds.has(block))
  const rows = await inLists(plain, (list) =>
    transaction
      .selectFrom('catalogueKey')
      .selectAll()
      .where('block', 'in', list)
      .orderBy('block')
      .orderBy('recordId')
      .execute(),
  )
  for (const { block, recordId } of rows) {
    const known = blocks.get(Number(block))
    if (known) known.members.push(recordId)
    else blocks.set(Number(block), { members: [recordId], isOver: false })
  }
  for (const block of wanted.filter((block) => crowds.has(block))) {
    const members = await transaction
      .selectFrom('catalogueKey')
      .select('recordId')
      .where('block', '=', block)
      .orderBy('recordId')
      .limit(blockCap + 1)
      .execute()
    blocks.set(block, { members: members.map(({ recordId }) => recordId), isOver: false })
  }
  for (const block of blocks.values()) block.isOver = block.members.length > blockCap
  return blocks
}

/** Says which blocks are crowded, and of what they are one. */
const keepCrowd = async (
  transaction: CatalogueTransaction,
  block: number,
  { members, isOver }: Block,
  crowd: { isOver: number } | undefined,
  nameOf: ReadonlyMap<number, MatchingKey>,
): Promise<void> => {
  const isCrowded = members.length > firstOfBlock
  if (crowd && !isCrowded) {
    await transaction.deleteFrom('catalogueCrowd').where('block', '=', block).execute()
  } else if (isCrowded && crowd?.isOver !== Number(isOver)) {
    const { kind, value } = nameOf.get(block) ?? { kind: '', value: '' }
    await transaction
      .insertInto('catalogueCrowd')
      .values({ block, kind, value, isOver: Number(isOver) })
      .onConflict((conflict) => conflict.column('block').doUpdateSet({ isOver: Number(isOver) }))
      .execute()
  }
}

const movedIn = ({ members, isOver }: Block, wasOver: boolean, { lost, gained }: Touched): string[] => {
  if (wasOver !== isOver) return members
  if (isOver) return []
  const all = [...members.filter((id) => !gained.has(id)), ...lost]
  if (Math.max(all.length, members.length) <= firstOfBlock) return []
  const before = all.sort().slice(0, firstOfBlock)
  const now = members.slice(0, firstOfBlock)
  const differ = [...now.filter((id) => !before.includes(id)), ...before.filter((id) => !now.includes(id))]
  return differ.filter((id) => !lost.has(id))
}
