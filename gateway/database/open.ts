import { dirname } from 'node:path'
import { CamelCasePlugin, Kysely } from 'kysely'
import Libsql from 'libsql'
import { openDataFolder } from './data-folder.js'
import type { RawDatabase } from './raw-database.js'
import { embeddedDialect } from './sqlite-dialect.js'
import { notWritable, storageErrorOf } from './storage-error.js'
import { createWriteLock } from './write-lock.js'

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
 * The SQLite file of a data folder. Several processes may hold it: WAL, and a writer waits up to half a minute.
 * `synchronous = normal` keeps the file whole through a crash of the process; a power cut may lose the last
 * commits, never corrupt them.
 *
 * @throws ShulianError DATA_FOLDER_NOT_WRITABLE, STORAGE_FULL, STORAGE_BUSY; the last two also from every question asked,
 * and STORAGE_CLOSED from those that were not answered when it was closed
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
  const reader = openReader(path)
  const kysely = new Kysely<Record<string, never>>({
    // Where there is no log, a reader is kept out by who writes.
    dialect: embeddedDialect({
      writer: raw,
      reader: isDraft ? raw : reader,
      lock: createWriteLock(raw),
    }),
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
  })
  let closed: Promise<void> | undefined
  const close = async () => {
    reader.close()
    // Statements that are kept would keep it open, and others from the file.
    if (raw.inTransaction) raw.exec('rollback')
    emptyLog(raw)
    raw.close()
  }
  return { path, kysely, raw, reader, close: () => (closed ??= close()) }
}

/** A connection to a database that is there, which only reads. */
export const openReader = (path: string): RawDatabase => {
  const reader = openFile(path)
  reader.exec(`pragma query_only = on; pragma cache_size = -32000; pragma busy_timeout = ${longestWait}`)
  return reader
}

/** Milliseconds: of a few imports at once, each has its turn after a page of every other. */
const longestWait = 30_000

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

const guarded = <T>(work: () => T): T => {
  try {
    return work()
  } catch (error) {
    throw storageErrorOf(error) ?? error
  }
}
