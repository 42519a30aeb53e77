import { statSync } from 'node:fs'
import { join } from 'node:path'
import { ShulianError } from '../contracts/errors.js'
import type { Log } from '../contracts/log.js'
import type { AnyDatabase } from '../contracts/plugin.js'
import { openDataFolder } from './data-folder.js'
import { type Database, openDatabase } from './open.js'
import { openPostgres } from './postgres/open.js'
import { notWritable } from './storage-error.js'

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

export interface Place {
  dataDir: string
  databaseUrl?: string
  /** For who only looks: where nothing is, nothing is made. */
  isToBeThere?: boolean
}

/** @throws ShulianError DATA_FOLDER_NOT_WRITABLE, STORAGE_FULL, INSTALLATION_MISSING, and what openPostgres throws */
export const openDatabases = async (
  { dataDir, databaseUrl, isToBeThere = false }: Place,
  log: Log,
): Promise<Databases> => {
  if (databaseUrl === undefined) {
    if (isToBeThere) assertFileIn(dataDir)
    const folder = openDataFolder(dataDir)
    const file = openDatabase({ path: join(folder, 'shulian.db') })
    // A SQLite file has one writer, whoever it is.
    return { kysely: file.kysely, of: () => file.kysely, file, close: file.close }
  }
  const server = await openPostgres({ url: databaseUrl, log })
  if (isToBeThere && !(await hasTables(server.kysely))) {
    await server.close()
    throw installationMissing(
      `the database ${new URL(databaseUrl).pathname.slice(1)}`,
      'SHULIAN_DATABASE_URL',
    )
  }
  const folder = openDataFolder(dataDir)
  const file = openDatabase({ path: join(folder, 'index.db') })
  const close = async () => {
    await file.close()
    await server.close()
  }
  return { kysely: server.kysely, of: server.of, pool: server.pool, file, close }
}

const assertFileIn = (dataDir: string): void => {
  if (!isThere(dataDir)) throw installationMissing(dataDir, 'SHULIAN_DATA_DIR')
  // A folder that may not be looked into says that, not that it is empty.
  openDataFolder(dataDir)
  if (!isThere(join(dataDir, 'shulian.db'))) throw installationMissing(dataDir, 'SHULIAN_DATA_DIR')
}

/** @throws ShulianError DATA_FOLDER_NOT_WRITABLE when that cannot be told */
const isThere = (path: string): boolean => {
  try {
    statSync(path)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false
    throw notWritable(`The data folder ${path}`, error)
  }
}

const hasTables = async (database: AnyDatabase): Promise<boolean> =>
  (await database.introspection.getTables()).some(({ name }) => name === 'migration')

const installationMissing = (place: string, setting: string) =>
  new ShulianError(
    'INSTALLATION_MISSING',
    `There is no installation in ${place}. Name its place in ${setting}, or make one: shulian serve, or shulian members add ID --name NAME --type TYPE.`,
    { status: 404 },
  )
