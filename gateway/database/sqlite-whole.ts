import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { ShulianError } from '../contracts/errors.js'
import { type Database, openDatabase, openReader } from './open.js'
import type { RawDatabase } from './raw-database.js'
import { storageErrorOf } from './storage-error.js'
import {
  type Filling,
  isKept,
  type Numbers,
  portion,
  quoted,
  type Snapshot,
  type Table,
  type Value,
  type Whole,
  weightOf,
} from './whole.js'

export const openSqliteWhole = (path: string): Whole => ({
  kind: 'sqlite',
  snapshot: async () => (existsSync(path) ? readable(path, () => openSnapshot(openReader(path))) : null),
  assertAlone: async () => settle(path),
  replace: (fill) => replace(path, fill),
  close: async () => {},
})

const openSnapshot = (reader: RawDatabase): Snapshot | null => {
  // A transaction that reads: other processes go on, and are not seen.
  reader.exec('begin')
  const tables = tablesIn(reader)
  const close = async () => {
    if (!reader.open) return
    reader.exec('rollback')
    reader.close()
  }
  if (tables.length > 0)
    return { tables, numbers: numbersIn(reader), rows: (table) => rowsOf(reader, table), close }
  reader.close()
  return null
}

const tablesIn = (reader: RawDatabase): Table[] =>
  (
    reader
      .prepare(
        `select name from sqlite_master where type = 'table' and name not like 'sqlite\\_%' escape '\\' order by rowid`,
      )
      .all() as { name: string }[]
  )
    .filter(({ name }) => isKept(name))
    .map(({ name }) => ({ name, columns: columnsOf(reader, name) }))

const columnsOf = (reader: RawDatabase, table: string): string[] =>
  (
    reader.prepare('select name from pragma_table_info(?) order by cid').all([table]) as { name: string }[]
  ).map(({ name }) => name)

const numbersIn = (reader: RawDatabase): Numbers => {
  const known = reader.prepare("select 1 from sqlite_master where name = 'sqlite_sequence'").all()
  if (known.length === 0) return {}
  const rows = reader.prepare('select name, seq from sqlite_sequence').all() as {
    name: string
    seq: number
  }[]
  return Object.fromEntries(rows.filter(({ name }) => isKept(name)).map(({ name, seq }) => [name, seq]))
}

async function* rowsOf(reader: RawDatabase, { name, columns }: Table): AsyncIterable<Value[][]> {
  const sql = `select ${columns.map(quoted).join(', ')} from ${quoted(name)}`
  let some: Value[][] = []
  let bytes = 0
  for (const row of reader.prepare(sql).raw(true).iterate([]) as Iterable<unknown[]>) {
    const values = row.map(cellOf)
    some.push(values)
    bytes += weightOf(values)
    if (bytes < portion) continue
    yield some
    some = []
    bytes = 0
  }
  if (some.length > 0) yield some
}

/** Rows as arrays have their bytes as Buffer, rows as objects as ArrayBuffer. */
const cellOf = (value: unknown): Value =>
  value instanceof ArrayBuffer ? Buffer.from(value) : (value as Value)

/** A new file beside the old one, which takes its name when it is whole. */
const replace = async (path: string, fill: (filling: Filling) => Promise<void>): Promise<void> => {
  const fresh = `${path}.restoring`
  // What a restore that was killed left behind.
  removeDatabase(fresh)
  try {
    await makeFile(fresh, fill)
    if (existsSync(`${path}-wal`)) throw inUse()
    renameSync(fresh, path)
    flush(dirname(path))
  } catch (error) {
    removeDatabase(fresh)
    throw storageErrorOf(error) ?? error
  }
}

const makeFile = async (path: string, fill: (filling: Filling) => Promise<void>): Promise<void> => {
  const database = openDatabase({ path, isDraft: true })
  try {
    await database.kysely
      .transaction()
      .execute((transaction) => fill({ transaction, ...fillingOf(database) }))
  } finally {
    await database.close()
  }
  flush(path)
}

const fillingOf = ({ raw }: Database): Omit<Filling, 'transaction'> => ({
  empty: async (table) => void raw.exec(`delete from ${quoted(table)}`),
  insert: async ({ name, columns }, rows) => {
    const values = columns.map(() => '?').join(', ')
    const statement = raw.prepare(
      `insert or ignore into ${quoted(name)} (${columns.map(quoted).join(', ')}) values (${values})`,
    )
    for (const row of rows) statement.run(row)
    // Whoever asks this process to stop is heard.
    await new Promise(setImmediate)
  },
  setNumbers: async (numbers) => {
    for (const [table, last] of Object.entries(numbers)) {
      raw.prepare('delete from sqlite_sequence where name = ?').run([table])
      raw.prepare('insert into sqlite_sequence (name, seq) values (?, ?)').run([table, last])
    }
  },
})

/**
 * Ends the log of a file, which a file that anybody else has open does not allow: one that outlived its file would be taken for
 * that of the new one. Before anything is read of it here: what was read with may stay open until memory is tidied up.
 */
const settle = (path: string): void => {
  if (!existsSync(path)) return
  try {
    readable(path, () => {
      const connection = openReader(path)
      try {
        connection.exec('pragma query_only = off; pragma journal_mode = delete')
      } finally {
        connection.close()
      }
    })
  } catch (error) {
    throw storageErrorOf(error)?.code === 'STORAGE_BUSY' ? inUse() : error
  }
}

export const inUse = (): ShulianError =>
  new ShulianError(
    'RESTORE_IN_USE',
    'Another process has the database open. Stop every gateway, worker and command on it, then restore.',
    { status: 409 },
  )

const readable = <T>(path: string, work: () => T): T => {
  try {
    return work()
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : ''
    if (!/^SQLITE_(CORRUPT|NOTADB)/.test(code)) throw storageErrorOf(cause) ?? cause
    throw new ShulianError(
      'DATABASE_DAMAGED',
      `${path} cannot be read as a database. Move it and what begins with its name elsewhere, then restore a backup.`,
      { status: 500, cause },
    )
  }
}

/** The file and what belongs to it. */
export const removeDatabase = (path: string): void => {
  for (const ending of ['', '-wal', '-shm']) rmSync(`${path}${ending}`, { force: true })
}

/** Until it is on the disk. */
const flush = (path: string): void => {
  const descriptor = openSync(path, 'r')
  try {
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
}
