import { createHash } from 'node:crypto'
import type { CompiledQuery, DatabaseConnection, Driver, QueryResult } from 'kysely'
import type { Pool, PoolClient } from 'pg'
import { databaseErrorOf, isOfConnection, unavailable } from './errors.js'
import type { Line } from './line.js'
import type { Statistics } from './statistics.js'

export interface DriverParts {
  pool: Pool
  isAway(): boolean
  /** Whose tables these are: over all processes one transaction of theirs after the other. */
  owner: string
  /** Those of this process wait here, where they hold no connection. */
  line: Line
  /** Names of statements that are asked again and again. */
  nameOf(sql: string): string | undefined
  statistics: Statistics
}

/** A connection is taken from the pool when something is asked, not when it may be. */
interface Connection extends DatabaseConnection {
  begin(): Promise<void>
  end(how: 'commit' | 'rollback'): Promise<void>
  release(): void
}

export const createDriver = (parts: DriverParts): Driver => {
  const asOurs = (connection: DatabaseConnection) => connection as Connection
  return {
    init: async () => {},
    acquireConnection: async () => createConnection(parts),
    beginTransaction: (connection) => asOurs(connection).begin(),
    commitTransaction: (connection) => asOurs(connection).end('commit'),
    rollbackTransaction: (connection) => asOurs(connection).end('rollback'),
    releaseConnection: async (connection) => asOurs(connection).release(),
    destroy: async () => {},
  }
}

const createConnection = ({ pool, isAway, owner, line, nameOf, statistics }: DriverParts): Connection => {
  let client: PoolClient | undefined
  let isBroken = false
  let isUndone = false
  let leave = () => {}
  const writing = statistics.open()

  const asked = async <T>(work: (client: PoolClient) => Promise<T>): Promise<T> => {
    if (isAway()) throw unavailable(undefined)
    try {
      client ??= await pool.connect()
      return await work(client)
    } catch (cause) {
      const error = databaseErrorOf(cause)
      if (isOfConnection(error)) isBroken = true
      throw error
    }
  }

  return {
    executeQuery: <R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> =>
      asked(async (client) => {
        const name = nameOf(sql)
        const values = parameters.map(withoutNul)
        const { rows, rowCount, command } = await client.query({ text: sql, values, ...(name && { name }) })
        if (command === 'INSERT') writing.wrote(sql, rowCount ?? 0)
        const numAffectedRows = changing.has(command) ? BigInt(rowCount ?? 0) : undefined
        return { rows: rows as R[], ...(numAffectedRows !== undefined && { numAffectedRows }) }
      }),
    // biome-ignore lint/correctness/useYield: whoever reads much reads it page by page
    streamQuery: async function* () {
      throw new Error('rows are not streamed')
    },
    begin: async () => {
      leave = await line.enter()
      try {
        await asked((client) => client.query(`begin; select pg_advisory_xact_lock(${lockOf(owner)})`))
      } catch (error) {
        // Half begun: nobody else gets this connection.
        isBroken = true
        throw error
      }
    },
    end: async (how) => {
      isUndone = how === 'rollback'
      // A transaction whose connection is gone is undone already.
      if (how === 'rollback' && isBroken) return
      await asked((client) => client.query(how)).catch((error: unknown) => {
        isBroken = true
        if (how === 'commit') throw error
      })
    },
    release: () => {
      client?.release(isBroken)
      client = undefined
      leave()
      if (!isBroken && !isUndone) writing.committed()
    },
  }
}

const changing = new Set(['INSERT', 'UPDATE', 'DELETE', 'MERGE'])

/** PostgreSQL keeps no NUL in a text; what is looked for with one is found as it was kept. */
export const withoutNul = (value: unknown): unknown =>
  typeof value === 'string' && value.includes('\0') ? value.replaceAll('\0', '\ufffd') : value

const lockOf = (owner: string): bigint =>
  createHash('sha256').update(`shulian ${owner}`).digest().readBigInt64BE()

/** The gateway asks some hundreds of questions, most of them again and again; those of a width of their own have no name. */
export const createStatementNames = (): ((sql: string) => string | undefined) => {
  const names = new Map<string, string>()
  return (sql) => {
    const known = names.get(sql)
    if (known !== undefined || names.size >= mostNames) return known
    const name = `s${names.size}`
    names.set(sql, name)
    return name
  }
}

const mostNames = 500
