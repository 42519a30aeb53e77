import { createHash } from 'node:crypto'
import { join } from 'node:path'
import type { Config } from '../config.js'
import { openPostgresWhole } from '../database/postgres/whole.js'
import { openSqliteWhole } from '../database/sqlite-whole.js'
import type { Snapshot, Whole } from '../database/whole.js'
import { openKeys } from '../identity/keys.js'
import { createLog } from '../observability/log.js'

/** The database that the settings name, closed when the work is done. */
export const withWhole = async <T>(config: Config, work: (whole: Whole) => Promise<T>): Promise<T> => {
  const { databaseUrl: url, dataDir } = config
  const index = join(dataDir, 'index.db')
  const whole =
    url === undefined
      ? openSqliteWhole(join(dataDir, 'shulian.db'))
      : await openPostgresWhole({ url, index, log: createLog({ level: 'warn' }) })
  try {
    return await work(whole)
  } finally {
    await whole.close()
  }
}

/** For people; an address may hold a password. */
export const placeOf = ({ databaseUrl, dataDir }: Config): string =>
  databaseUrl === undefined ? dataDir : `the database ${new URL(databaseUrl).pathname.slice(1)}`

/** @returns null in a database that is not Shulian’s */
export const migrationsIn = async (snapshot: Snapshot): Promise<string[] | null> => {
  const table = snapshot.tables.find(({ name }) => name === 'migration')
  if (!table) return null
  const ids: string[] = []
  for await (const rows of snapshot.rows({ ...table, columns: ['id'] }))
    ids.push(...rows.map(([id]) => String(id)))
  return ids
}

/** Tells the keys of a data folder from others; of no other use to anybody. */
export const nameOfKeys = async ({ dataDir }: Config): Promise<string> => {
  const { secret } = await openKeys({ dataDir })
  return createHash('sha256').update(secret('name of these keys')).digest('hex').slice(0, 16)
}
