import { type Insertion, insertRows, isServer } from './insertion.js'
import type { CatalogueTransaction } from './tables.js'

/** What a record meets others by, from one moment to the next. */
export interface KeyChange {
  id: string
  lost: number[]
  gained: number[]
  /** What it shares with its copies, before and from now on; 0: with none. */
  copyBefore: number
  copy: number
  /** JSON: of what it is matched by from now on. */
  clues: string
}

/**
 * Keys are hashes, so that those of a page of records lie all over: put straight among the keys of a million others they
 * touch nearly every page of that table, and to write these costs more than all else. So they are gathered in a small
 * table, of about this many keys, and with what comes one range of all hashes at a time is emptied into the large one.
 */
const gathered = 2 ** 18

/** Blocks are below it. */
const blocks = 2 ** 53

/** A key that is told again may stand in both. */
export const keyTables = ['catalogueKey', 'catalogueRecentKey'] as const
export type KeyTable = (typeof keyTables)[number]

const columns = ['block', 'copy', 'recordId'] as const
const conflict = { key: columns, set: [] }
const settledRows = {
  table: 'catalogueKey',
  columns,
  conflict,
  isPlain: true,
} satisfies Insertion<'catalogueKey'>
const recentRows = {
  table: 'catalogueRecentKey',
  columns,
  conflict,
} satisfies Insertion<'catalogueRecentKey'>

export const writeKeys = async (transaction: CatalogueTransaction, changes: KeyChange[]): Promise<void> => {
  for (const { id, lost, copyBefore } of changes) {
    if (lost.length === 0) continue
    for (const table of keyTables)
      await transaction
        .deleteFrom(table)
        .where('block', 'in', lost)
        .where('copy', '=', copyBefore)
        .where('recordId', '=', id)
        .execute()
  }
  const gained = changes
    .flatMap(({ id, copy, gained }) => gained.map((block) => ({ block, copy, recordId: id })))
    // In the order in which they lie, so that each page of the table is met once.
    .sort((one, other) => one.block - other.block)
  // A server gathers what changed on its pages by itself, until its next checkpoint.
  if (isServer(transaction)) return insertRows(transaction, settledRows, gained)
  await insertRows(transaction, recentRows, gained)
  const [first] = gained
  if (first) await settle(transaction, rangeOf(first.block, gained.length))
}

interface Range {
  from: number
  to: number
}

/** So wide that of the keys gathered about as many lie in it as come. Which of them, a hash that came says: any is as good. */
const rangeOf = (hash: number, coming: number): Range => {
  const ranges = Math.max(1, Math.floor(gathered / coming))
  const width = Math.ceil(blocks / ranges)
  const from = (Math.floor(hash / 4) % ranges) * width
  return { from, to: from + width }
}

/** Who writes keys is alone: what comes between the two statements would be lost. */
const settle = async (transaction: CatalogueTransaction, { from, to }: Range): Promise<void> => {
  await transaction
    .insertInto('catalogueKey')
    .columns(['block', 'copy', 'recordId'])
    .expression((query) =>
      query
        .selectFrom('catalogueRecentKey')
        .select(['block', 'copy', 'recordId'])
        .where('block', '>=', from)
        .where('block', '<', to)
        .orderBy('block'),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  await transaction
    .deleteFrom('catalogueRecentKey')
    .where('block', '>=', from)
    .where('block', '<', to)
    .execute()
}

export const forgetKeys = async (transaction: CatalogueTransaction): Promise<void> => {
  for (const table of keyTables) await transaction.deleteFrom(table).execute()
}
