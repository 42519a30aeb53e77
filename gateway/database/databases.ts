import { join } from 'node:path'
import type { Log } from '../contracts/log.js'
import type { AnyDatabase } from '../contracts/plugin.js'
import { openDataFolder } from './data-folder.js'
import { type Database, openDatabase } from './open.js'
import { openPostgres } from './postgres/open.js'

/** Where everything is kept. */
export interface Databases {
  /** The kernel’s own tables. */
  kysely: AnyDatabase
  /** The tables of one owner, whose transactions come one after the other, whichever process they are of. */
  of(owner: string): AnyDatabase
  /** The SQLite file of the data folder: everything, or the embedded index alone beside a PostgreSQL server. */
  file: Database
  /** How its pool of connections stands, where it has one. */
  pool?: () => { total: number; idle: number; waiting: number }
  close(): Promise<void>
}

/** @throws ShulianError DATA_FOLDER_NOT_WRITABLE, STORAGE_FULL, and what openPostgres throws */
export const openDatabases = async (
  { dataDir, databaseUrl }: { dataDir: string; databaseUrl?: string },
  log: Log,
): Promise<Databases> => {
  const folder = openDataFolder(dataDir)
  if (databaseUrl === undefined) {
    const file = openDatabase({ path: join(folder, 'shulian.db') })
    // A SQLite file has one writer, whoever it is.
    return { kysely: file.kysely, of: () => file.kysely, file, close: file.close }
  }
  const server = await openPostgres({ url: databaseUrl, log })
  const file = openDatabase({ path: join(folder, 'index.db') })
  const close = async () => {
    await file.close()
    await server.close()
  }
  return { kysely: server.kysely, of: server.of, pool: server.pool, file, close }
}
