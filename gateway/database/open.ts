import { dirname } from 'node:path'
import { CamelCasePlugin, Kysely } from 'kysely'
import Libsql from 'libsql'
import { openDataFolder } from './data-folder.js'
import { EmbeddedDialect } from './sqlite-dialect.js'
import { notWritable, storageErrorOf } from './storage-error.js'

/** The raw connection: for the embedded search engine, which speaks FTS5. */
export type RawDatabase = InstanceType<typeof Libsql>

export interface Database {
  path: string
  // biome-ignore lint/suspicious/noExplicitAny: each owner of tables gives its own type at its boundary
  kysely: Kysely<any>
  raw: RawDatabase
  /** A second connection that only reads: sees what is committed, never waits for a writer. */
  reader: RawDatabase
  close(): Promise<void>
}

/**
 * The SQLite file of a data folder. Several processes may hold it: WAL, and a writer waits up to ten seconds.
 * `synchronous = normal` keeps the file whole through a crash of the process; a power cut may lose the last
 * commits, never corrupt them.
 *
 * @throws ShulianError DATA_FOLDER_NOT_WRITABLE, STORAGE_FULL, STORAGE_BUSY; the last two also from every question asked
 */
export const openDatabase = ({
  path,
  isDraft = false,
}: {
  path: string
  /** A new file that is thrown away unless it becomes whole: without a log on the disk, which would grow as large as the file. */
  isDraft?: boolean
}): Database => {
  const raw = openFile(path)
  guarded(() => {
    // Of a new file alone: a record with its bytes and its description is about 4 KB, and fits no smaller page without waste.
    raw.exec(`pragma page_size = 16384; pragma busy_timeout = ${longestWait}`)
    if (isDraft) raw.exec('pragma journal_mode = memory')
    else intoWal(raw)
    raw.exec(`pragma synchronous = ${isDraft ? 'off' : 'normal'}; pragma foreign_keys = on; pragma temp_store = memory;
    pragma wal_autocheckpoint = 1000; pragma cache_size = -64000`)
  })
  const kysely = new Kysely<Record<string, never>>({
    dialect: new EmbeddedDialect({ database: asSqliteDatabase(raw) }),
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
  })
  const reader = openReader(path)
  const close = async () => {
    reader.close()
    await kysely.destroy()
  }
  return { path, kysely, raw, reader, close }
}

/** A connection to a database that is there, which only reads. */
export const openReader = (path: string): RawDatabase => {
  const reader = openFile(path)
  reader.exec('pragma query_only = on; pragma cache_size = -32000')
  return reader
}

/** Milliseconds that a writer waits for another process. */
const longestWait = 10_000

/**
 * The first process at a new file changes its journal, which takes the file whole; SQLite does not wait for that,
 * whatever the busy timeout says, so that of two commands begun at once one would fail.
 */
const intoWal = (raw: RawDatabase): void => {
  const deadline = performance.now() + longestWait
  for (;;) {
    try {
      raw.exec('pragma journal_mode = wal')
      return
    } catch (error) {
      if (storageErrorOf(error)?.code !== 'STORAGE_BUSY' || performance.now() > deadline) throw error
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20)
    }
  }
}

/**
 * What the log holds goes into the file: a stopped gateway leaves one file. Whoever else has it open is not waited
 * for, and where there is no room the log stays, which is as good.
 */
const emptyLog = (raw: RawDatabase): void => {
  try {
    raw.exec('pragma busy_timeout = 0; pragma wal_checkpoint(truncate)')
  } catch (error) {
    if (!storageErrorOf(error)) throw error
  }
}

const openFile = (path: string): RawDatabase => {
  openDataFolder(dirname(path))
  try {
    return new Libsql(path)
  } catch (cause) {
    throw storageErrorOf(cause) ?? notWritable(`The data folder ${dirname(path)}`, cause)
  }
}

/**
 * libsql returns BLOBs of `all` as ArrayBuffer; everyone else expects bytes. A transaction takes the write lock
 * when it begins: one that begins as a reader cannot wait for another process, it fails at once (SQLITE_BUSY).
 */
const asSqliteDatabase = (raw: RawDatabase) => {
  const prepared = new Map<string, Statement>()
  const prepare = (sql: string): Statement => {
    const known = prepared.get(sql)
    if (known) return known
    const statement = guarded(() => raw.prepare(sql))
    if (prepared.size >= mostPrepared) prepared.delete(prepared.keys().next().value as string)
    prepared.set(sql, statement)
    return statement
  }
  const using = <T>(sql: string, work: (statement: Statement) => T): T =>
    guarded(() => (isWrite(sql) ? locked(raw, () => work(prepare(sql))) : work(prepare(sql))))
  return {
    close: () => {
      prepared.clear()
      emptyLog(raw)
      raw.close()
    },
    prepare: (sql: string) => {
      const bound = boundaryOf(raw, sql)
      if (bound) return bound
      return {
        reader: prepare(sql).reader as boolean,
        all: (parameters: readonly unknown[]) =>
          using(sql, (statement) => (statement.all(parameters) as Row[]).map(withBytes)),
        run: (parameters: readonly unknown[]) =>
          using(
            sql,
            (statement) => statement.run(parameters) as { changes: number; lastInsertRowid: number },
          ),
        // One of its own: whoever asks the same while rows are still being fetched gets them from the first.
        iterate: (parameters: readonly unknown[]) =>
          mapIterator(raw.prepare(sql).iterate(parameters) as IterableIterator<Row>),
      }
    },
  }
}

/**
 * A statement of libsql's that met another process's lock stays half done, and no transaction of this connection
 * can be committed from then on; `exec` leaves nothing behind. So the lock is only ever taken by `exec`.
 */
const locked = <T>(raw: RawDatabase, work: () => T): T => {
  if (raw.inTransaction) return work()
  raw.exec('begin immediate')
  try {
    const result = work()
    raw.exec('commit')
    return result
  } catch (error) {
    if (raw.inTransaction) raw.exec('rollback')
    throw error
  }
}

/** VACUUM writes too, but never inside a transaction. */
const isWrite = (sql: string): boolean => !/^\s*(select|pragma|vacuum)\b/i.test(sql)

/** SQLite undoes a transaction by itself when the disk is full: to undo it again is no error. */
const boundaryOf = (raw: RawDatabase, sql: string) => {
  if (sql !== 'begin' && sql !== 'commit' && sql !== 'rollback') return undefined
  const run = () => {
    if (sql !== 'rollback' || raw.inTransaction)
      guarded(() => raw.exec(sql === 'begin' ? 'begin immediate' : sql))
    return { changes: 0, lastInsertRowid: 0 }
  }
  return { reader: false, run, all: () => [], iterate: () => mapIterator([][Symbol.iterator]()) }
}

type Statement = ReturnType<RawDatabase['prepare']>

/** The gateway asks some dozens of questions, most of them again and again. */
const mostPrepared = 200

const guarded = <T>(work: () => T): T => {
  try {
    return work()
  } catch (error) {
    throw storageErrorOf(error) ?? error
  }
}

type Row = Record<string, unknown>

const withBytes = (row: Row): Row => {
  for (const key in row) {
    const value = row[key]
    if (value instanceof ArrayBuffer) row[key] = Buffer.from(value)
  }
  return row
}

function* mapIterator(rows: IterableIterator<Row>): IterableIterator<Row> {
  for (const row of rows) yield withBytes(row)
}
