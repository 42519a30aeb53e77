import type { Migration } from '../contracts/plugin.js'
import { makeMigrationTable } from '../database/migrate.js'
import type { Filling, Table, Value, Whole } from '../database/whole.js'
import { type Header, rowOf } from './format.js'
import { type OnBytes, readBackup } from './read.js'
import { damaged, truncated, unknownMigrations } from './refusals.js'

/** What a version and its plugins make of a database. */
export interface Schema {
  migrations: readonly Migration[]
  /** Tables whose rows stay: they tell who was erased since. */
  outliving: readonly string[]
}

/**
 * Reads a backup to its end.
 * @throws ShulianError what readBackup throws, BACKUP_MIGRATION_UNKNOWN
 */
export const verifyBackup = async (
  file: string,
  { migrations }: Schema,
  watch: { signal: AbortSignal; onBytes: OnBytes },
): Promise<{ header: Header; rows: number }> => {
  let header: Header | undefined
  for await (const part of readBackup(file, watch)) {
    if ('header' in part) {
      header = part.header
      assertKnown(header, migrations)
    }
    if ('rows' in part && header) return { header, rows: part.rows }
  }
  throw truncated(file)
}

const assertKnown = (header: Header, migrations: readonly Migration[]): void => {
  const known = new Set(migrations.map(({ id }) => id))
  const unknown = header.migrations.filter((id) => !known.has(id))
  if (unknown.length > 0) throw unknownMigrations(unknown, header.version)
}

/**
 * Puts a backup that was verified in the place of what is in a database: all of it or nothing.
 * @throws ShulianError RESTORE_IN_USE, DATABASE_DAMAGED, STORAGE_FULL and what readBackup throws
 */
export const restoreBackup = async (
  file: string,
  { migrations, outliving }: Schema,
  { whole, signal, onBytes }: { whole: Whole; signal: AbortSignal; onBytes: OnBytes },
): Promise<void> => {
  const staying = await rowsOf(whole, outliving)
  await whole.replace(async (filling) => {
    for await (const part of readBackup(file, { signal, onBytes })) {
      if ('header' in part) await makeTables(filling, part.header, migrations, staying)
      else if ('lines' in part) await filling.insert(part.table, rowsIn(file, part.table, part.lines))
    }
  })
}

interface Rows {
  table: Table
  rows: Value[][]
}

const rowsOf = async (whole: Whole, names: readonly string[]): Promise<Rows[]> => {
  const snapshot = await whole.snapshot()
  if (!snapshot) return []
  try {
    const found: Rows[] = []
    for (const table of snapshot.tables.filter(({ name }) => names.includes(name)))
      for await (const rows of snapshot.rows(table)) found.push({ table, rows })
    return found
  } finally {
    await snapshot.close()
  }
}

/** The tables as they were, by the migrations that had been applied; the next start applies those that came since. */
const makeTables = async (
  filling: Filling,
  header: Header,
  migrations: readonly Migration[],
  staying: Rows[],
): Promise<void> => {
  const applied = new Set(header.migrations)
  await makeMigrationTable(filling.transaction)
  for (const { id, up } of migrations) if (applied.has(id)) await up(filling.transaction)
  // Some migrations write rows of their own.
  for (const { name } of header.tables) await filling.empty(name)
  await filling.setNumbers(header.numbers)
  for (const { table, rows } of staying)
    if (header.tables.some(({ name }) => name === table.name)) await filling.insert(table, rows)
}

const rowsIn = (file: string, { name, columns }: Table, lines: Buffer[]): Value[][] => {
  try {
    return lines.map((line) => rowOf(line.toString('utf8'), columns.length))
  } catch (cause) {
    throw damaged(file, `a row of ${name} cannot be read`, cause)
  }
}
