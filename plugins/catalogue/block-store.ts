import { expressionBuilder, sql } from 'kysely'
import type { MatchingKey } from '../../standards/matching/comparison.js'
import { capOf } from './ids.js'
import type { KeyTable } from './key-store.js'
import { type CatalogueTables, type CatalogueTransaction, inChunks, inLists } from './tables.js'

/**
 * In a block copies of one description stand behind the smallest of them; these firsts are compared with each other:
 * every one with the first so many in the order of their ids. Few: every pair. Many: each finds its work through
 * those. The order is one of names, so what is compared never depends on what came first.
 */
export const firstOfBlock = 32
/** A record without copies, or of copies the smallest with how many they are. */
export interface First {
  id: string
  copy: number
  size: number
}

export interface Block {
  /** In order of id. */
  firsts: First[]
  isOver: boolean
}

export type Crowds = Map<number, { isOver: number }>

export const crowdsOf = async (transaction: CatalogueTransaction, blocks: number[]): Promise<Crowds> => {
  const rows = await inLists(blocks, (list) =>
    transaction.selectFrom('catalogueCrowd').select(['block', 'isOver']).where('block', 'in', list).execute(),
  )
  return new Map(rows.map((row) => [Number(row.block), row]))
}

/** Who is in these blocks. */
export const readBlocks = async (
  transaction: CatalogueTransaction,
  wanted: number[],
): Promise<Map<number, Block>> => {
  const blocks = new Map<number, Block>()
  for (const { block, copy, id, size } of await firstsIn(transaction, wanted)) {
    const name = Number(block)
    const known = blocks.get(name) ?? { firsts: [], isOver: false }
    known.firsts.push({ id, copy: Number(copy), size: Number(size) })
    blocks.set(name, known)
  }
  for (const [name, block] of blocks) {
    block.isOver = block.firsts.length > capOf(name)
    block.firsts.sort((one, other) => (one.id < other.id ? -1 : 1))
  }
  return blocks
}

/** Those in which somebody is. Most are of nobody yet: to ask who is there, or whether it is a crowd, costs more. */
export const inhabited = async (transaction: CatalogueTransaction, blocks: number[]): Promise<number[]> => {
  const from = (table: KeyTable, list: number[]) =>
    transaction.selectFrom(table).select('block').where('block', 'in', list)
  // In the order in which they lie: beside many, neighbours stand on one page of the table.
  const ordered = [...Float64Array.from(blocks).sort()]
  const rows = await inLists(ordered, (list) =>
    from('catalogueKey', list).union(from('catalogueRecentKey', list)).execute(),
  )
  return rows.map(({ block }) => Number(block))
}

/** Of a block that was over it is only asked whether it still is. */
export const readWhetherOver = async (transaction: CatalogueTransaction, name: number): Promise<Block> => {
  const firsts = await firstsIn(transaction, [name], capOf(name) + 1)
  firsts.sort((one, other) => (one.id < other.id ? -1 : 1))
  return { firsts, isOver: firsts.length > capOf(name) }
}

const firstsIn = (
  transaction: CatalogueTransaction,
  blocks: number[],
  limit?: number,
): Promise<(First & { block: number })[]> =>
  inLists(blocks, async (list) => {
    const most = limit === undefined ? sql`` : sql` limit ${limit}`
    const isAmong = expressionBuilder<CatalogueTables, 'catalogueKey'>()('block', 'in', list)
    // The names are as they are: to write them otherwise in each of so many rows costs as much as to read it.
    const { rows } = await sql<First & { block: number }>`
      select block, copy, record_id as id, 1 as size from catalogue_key where ${isAmong} and copy = 0
      union
      select block, copy, record_id as id, 1 as size from catalogue_recent_key where ${isAmong} and copy = 0
      union all
      select block, copy, min(record_id) as id, count(*) as size from (
        select block, copy, record_id from catalogue_key where ${isAmong} and copy <> 0
        union
        select block, copy, record_id from catalogue_recent_key where ${isAmong} and copy <> 0) as copies
      group by block, copy${most}`.execute(transaction.withoutPlugins())
    return rows
  })

/** Everybody of these copies, each in a block. */
export const classMembers = async (
  transaction: CatalogueTransaction,
  classes: { block: number; copy: number }[],
): Promise<Map<string, string[]>> => {
  const rows = await inChunks(classes, async (chunk) => {
    const wanted = sql.join(
      filledUp(chunk).map(({ block, copy }) => sql`(cast(${block} as bigint), cast(${copy} as bigint))`),
    )
    const { rows } = await sql<{ block: number; copy: number; id: string }>`
      select block, copy, record_id as id from catalogue_key where (block, copy) in (values ${wanted})
      union
      select block, copy, record_id as id from catalogue_recent_key where (block, copy) in (values ${wanted})`.execute(
      transaction.withoutPlugins(),
    )
    return rows
  })
  const members = new Map<string, string[]>()
  for (const { block, copy, id } of rows) {
    const name = className(Number(block), Number(copy))
    const known = members.get(name)
    if (known) known.push(id)
    else members.set(name, [id])
  }
  return members
}

/** Few lengths, so that a database prepares each statement once: a pair that is named twice is found once. */
const lengths = [1, 8, 64, 500]
const filledUp = <T>(list: T[]): T[] => {
  const length = lengths.find((length) => length >= list.length) ?? list.length
  return [...list, ...Array<T>(length - list.length).fill(list.at(-1) as T)]
}

export const className = (block: number, copy: number): string => `${block} ${copy}`

export const blockMembers = async (transaction: CatalogueTransaction, name: number): Promise<string[]> => {
  const from = (table: KeyTable) => transaction.selectFrom(table).select('recordId').where('block', '=', name)
  const rows = await from('catalogueKey').union(from('catalogueRecentKey')).execute()
  return rows.map(({ recordId }) => recordId)
}

/** Says which blocks are crowded, and of what they are one. */
export const keepCrowd = async (
  transaction: CatalogueTransaction,
  block: number,
  { firsts, isOver }: Block,
  crowd: { isOver: number } | undefined,
  nameOf: () => MatchingKey | undefined,
): Promise<void> => {
  const isCrowded = isOver || firsts.length > firstOfBlock
  if (crowd && !isCrowded) {
    await transaction.deleteFrom('catalogueCrowd').where('block', '=', block).execute()
  } else if (isCrowded && crowd?.isOver !== Number(isOver)) {
    const { kind, value } = nameOf() ?? { kind: '', value: '' }
    await transaction
      .insertInto('catalogueCrowd')
      .values({ block, kind, value, isOver: Number(isOver) })
      .onConflict((conflict) => conflict.column('block').doUpdateSet({ isOver: Number(isOver) }))
      .execute()
  }
}
