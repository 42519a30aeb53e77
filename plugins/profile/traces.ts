import { SqliteAdapter, sql } from 'kysely'
import { codeOf, type Log } from '../../gateway/contracts/index.js'
import type { ProfileDatabase } from './tables.js'

/** Rewriting a file of this size holds the process up for a fraction of a second. */
const maxRewritten = 64 * 1024 * 1024

const isSqlite = (database: ProfileDatabase): boolean =>
  database.getExecutor().adapter instanceof SqliteAdapter

/** SQLite leaves deleted bytes in its pages unless told to overwrite them. Set once, before the first deletion. */
export const overwriteDeleted = async (database: ProfileDatabase): Promise<void> => {
  if (isSqlite(database)) await sql`pragma secure_delete = on`.execute(database)
}

/**
 * What an erasure leaves in the file all the same: copies in the slack of pages that were split, which only a
 * rewrite of the file removes, and pages as they were in the write-ahead log. The rows are gone already, so a
 * busy file is a warning and no failure.
 */
export const overwriteTraces = async (database: ProfileDatabase, log: Log): Promise<void> => {
  if (!isSqlite(database)) return
  try {
    if ((await sizeOf(database)) <= maxRewritten) await sql`vacuum`.execute(database)
    await sql`pragma wal_checkpoint(truncate)`.execute(database)
  } catch (error) {
    log.warn({ code: codeOf(error) }, 'traces of erased rows stay until the file is next rewritten')
  }
}

const sizeOf = async (database: ProfileDatabase): Promise<number> => {
  const { rows } = await sql<{ size: number }>`
    select page_count * page_size as size from pragma_page_count(), pragma_page_size()`.execute(database)
  return Number(rows[0]?.size)
}
