import { CamelCasePlugin, Kysely, PostgresAdapter, PostgresIntrospector } from 'kysely'
import type { Client } from 'pg'
import type { Log } from '../../contracts/log.js'
import type { AnyDatabase } from '../../contracts/plugin.js'
import { createOutage } from '../../observability/outage.js'
import { PostgresCompiler } from './compiler.js'
import { createDriver, createStatementNames, type DriverParts } from './driver.js'
import { createLine } from './line.js'
import { limits, openConnections } from './pool.js'
import { createPulse } from './pulse.js'
import { askServer, assertUsable } from './server.js'
import { createStatistics } from './statistics.js'

export interface PostgresDatabase {
  kysely: AnyDatabase
  of(owner: string): AnyDatabase
  /** A connection outside the pool, not yet made. */
  single(): Client
  pool(): { total: number; idle: number; waiting: number }
  close(): Promise<void>
}

/** Of this process. A server takes a hundred by default, so that several processes find room. */
const connections = 10

/**
 * A database on a PostgreSQL server. Questions are asked side by side; the transactions of one owner of tables come one
 * after the other over all processes, as they do in the SQLite file, so that what is read in one is still so when it writes.
 *
 * @throws ShulianError DATABASE_UNAVAILABLE, DATABASE_LOGIN_REFUSED, DATABASE_MISSING, DATABASE_CERTIFICATE_REFUSED,
 * DATABASE_TOO_OLD, DATABASE_ENCODING; DATABASE_UNAVAILABLE, STORAGE_BUSY, STORAGE_FULL also from every question asked, and
 * STORAGE_CLOSED from those asked after it was closed
 */
export const openPostgres = async ({ url, log }: { url: string; log: Log }): Promise<PostgresDatabase> => {
  const { pool, single, cut } = openConnections(url, connections)
  try {
    assertUsable(await askServer(single()))
  } catch (error) {
    await pool.end()
    cut()
    throw error
  }
  const pulse = createPulse({ connect: single, onAway: cut, outage: outageOf(single(), log) })
  const nameOf = createStatementNames()
  const statistics = createStatistics((table) => pool.query(`analyze ${table}`))
  const owners = new Map<string, AnyDatabase>()
  const of = (owner: string): AnyDatabase => {
    const known = owners.get(owner)
    if (known) return known
    const database = kyselyOn({
      pool,
      isAway: pulse.isAway,
      owner,
      line: createLine(limits.statement),
      nameOf,
      statistics,
    })
    owners.set(owner, database)
    return database
  }
  let closing: Promise<void> | undefined
  const close = async () => {
    // The pulse last: what waits for a server that fell silent is ended by it.
    await pool.end()
    await pulse.close()
    cut()
  }
  return {
    kysely: of('kernel'),
    of,
    single,
    pool: () => ({ total: pool.totalCount, idle: pool.idleCount, waiting: pool.waitingCount }),
    close: () => {
      closing ??= close()
      return closing
    },
  }
}

const outageOf = ({ host, port }: Client, log: Log) =>
  createOutage({
    log,
    code: 'DATABASE_UNAVAILABLE',
    what: `the database at ${host}:${port}`,
    advice:
      'Start it, or correct SHULIAN_DATABASE_URL. What was accepted is safe, and all work goes on by itself when it answers.',
  })

const kyselyOn = (parts: DriverParts): AnyDatabase =>
  new Kysely<Record<string, never>>({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => createDriver(parts),
      createIntrospector: (database) => new PostgresIntrospector(database),
      createQueryCompiler: () => new PostgresCompiler(),
    },
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
  })
