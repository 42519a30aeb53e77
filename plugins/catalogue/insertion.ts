import { CompiledQuery, type Insertable, PostgresAdapter } from 'kysely'
import type { CatalogueTables, CatalogueTransaction } from './tables.js'

/** Rows of one statement. Few sizes, so that a database prepares each of them once. */
const sizes = [100, 10, 1]

export interface Insertion<T extends keyof CatalogueTables> {
  table: T
  columns: readonly (keyof Insertable<CatalogueTables[T]> & string)[]
  /** Where a row of this key is there already, these columns become those of the new one. */
  conflict?: {
    key: string
    set: readonly (keyof Insertable<CatalogueTables[T]> & string)[]
    counts?: 'version'
  }
}

/**
 * Writes many rows whose statement is known beforehand: a page has thousands of values, and a query builder that
 * makes an object of each costs more than the database does.
 */
export const insertRows = async <T extends keyof CatalogueTables>(
  transaction: CatalogueTransaction,
  insertion: Insertion<T>,
  rows: readonly Insertable<CatalogueTables[T]>[],
): Promise<void> => {
  const isPostgres = transaction.getExecutor().adapter instanceof PostgresAdapter
  for (let at = 0; at < rows.length; ) {
    const size = sizes.find((size) => size <= rows.length - at) as number
    const values: unknown[] = []
    for (const row of rows.slice(at, at + size))
      for (const column of insertion.columns) values.push(row[column])
    await transaction.executeQuery(CompiledQuery.raw(textOf(insertion, size, isPostgres), values))
    at += size
    // Whoever else waits for this process is heard between two statements.
    await new Promise(setImmediate)
  }
}

const textOf = <T extends keyof CatalogueTables>(
  { table, columns, conflict }: Insertion<T>,
  size: number,
  isPostgres: boolean,
): string => {
  const row = (number: number) =>
    `(${columns.map((_, at) => (isPostgres ? `$${number * columns.length + at + 1}` : '?')).join(', ')})`
  const rows = Array.from({ length: size }, (_, number) => row(number)).join(', ')
  const onConflict = conflict
    ? ` on conflict (${snake(conflict.key)}) do update set ${setOf(table, conflict)}`
    : ''
  return `insert into ${snake(table)} (${columns.map(quoted).join(', ')}) values ${rows}${onConflict}`
}

const setOf = (table: string, { set, counts }: { set: readonly string[]; counts?: string }): string =>
  [
    ...set.map((column) => `${quoted(column)} = excluded.${quoted(column)}`),
    ...(counts ? [`${quoted(counts)} = ${snake(table)}.${quoted(counts)} + 1`] : []),
  ].join(', ')

/** As the tables are named: `workId` is `work_id`. */
const snake = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
const quoted = (column: string): string => `"${snake(column)}"`
