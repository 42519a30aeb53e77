import type { AnyTransaction } from '../contracts/plugin.js'
import { isIndexTable } from '../search-index/fts5/schema.js'
import { indexStateTable } from '../search-index/state.js'

export interface Table {
  name: string
  columns: string[]
}

/** What a column holds, on both databases. */
export type Value = null | number | string | Buffer

/** The last number that was given in each table whose rows are numbered: none is given twice, also when its row is gone. */
export type Numbers = Record<string, number>

/** Everything that is kept, as it is at one moment, whatever is written meanwhile. */
export interface Snapshot {
  /** In the order in which they were made: one that refers to another comes after it. Those of the search index are left out. */
  tables: Table[]
  numbers: Numbers
  /** Rows of its columns, some at a time: about a mebibyte. */
  rows(table: Table): AsyncIterable<Value[][]>
  /** Again does nothing. */
  close(): Promise<void>
}

/** An empty database that is being filled. */
export interface Filling {
  /** For what makes the tables. */
  transaction: AnyTransaction
  empty(table: string): Promise<void>
  /** Rows whose key is there already are left out. */
  insert(table: Table, rows: Value[][]): Promise<void>
  setNumbers(numbers: Numbers): Promise<void>
}

/** A database as one thing: what a backup reads and a restore replaces. */
export interface Whole {
  kind: 'sqlite' | 'postgres'
  /** Null when there is nothing. */
  snapshot(): Promise<Snapshot | null>
  /**
   * Before a restore reads anything.
   * @throws ShulianError RESTORE_IN_USE (409) while somebody else has it open
   */
  assertAlone(): Promise<void>
  /**
   * Puts what `fill` writes into an empty database in the place of what was there: all of it, or, when that fails or the
   * process dies, nothing. The search index is left empty.
   * @throws ShulianError RESTORE_IN_USE (409) when somebody else opened it since
   */
  replace(fill: (filling: Filling) => Promise<void>): Promise<void>
  close(): Promise<void>
}

/** What a search index knows is made anew from the catalogue: a backup holds nothing of it, not even its name. */
export const isKept = (table: string): boolean => !isIndexTable(table) && table !== indexStateTable

/** Bytes of one portion of rows. */
export const portion = 1024 * 1024

export const weightOf = (row: readonly Value[]): number =>
  row.reduce<number>(
    (sum, value) => sum + (value === null || typeof value === 'number' ? 8 : value.length),
    0,
  )

export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`
