import type { CompiledQuery, DatabaseConnection, Driver, QueryResult } from 'kysely'
import { hearOthers } from '../contracts/hear-others.js'
import type { RawDatabase } from './raw-database.js'
import { assertOpen, storageErrorOf } from './storage-error.js'
import type { WriteLock } from './write-lock.js'

/** Two connections to one file. */
export interface Connections {
  writer: RawDatabase
  /** For questions outside a transaction: they see what is committed and wait for nobody. */
  reader: RawDatabase
  lock: WriteLock
}

/** Of a transaction that has begun, or of nothing yet. */
interface Connection extends DatabaseConnection {
  begin(isBrief?: boolean): Promise<void>
  finish(sql: 'commit' | 'rollback'): void
  /** Gives the turn back. */
  release(): void
}

/**
 * As on a server, a question outside a transaction does not wait for one that is open; whoever writes waits for the others.
 * A statement of libsql's that met another process's lock stays half done, and no transaction of this connection
 * can be committed from then on; `exec` leaves nothing behind. So nothing is written but after `exec` has taken the lock.
 */
export const createSqliteDriver = ({ writer, reader, lock }: Connections): Driver => {
  const [write, read] = [runnerOf(writer), runnerOf(reader)]

  const connection = (): Connection => {
    let endTurn: (() => void) | undefined
    const begin = async (isBrief = false) => {
      endTurn = await guarded(() => lock.transaction(isBrief))
    }
    const finish = (sql: 'commit' | 'rollback') => {
      // What was open when the database was closed is undone already.
      if (sql === 'rollback' && !writer.open) return
      assertOpen(writer)
      // SQLite undoes a transaction by itself when the disk is full: to undo it again is no error.
      if (sql === 'commit' || writer.inTransaction) writer.exec(sql)
    }
    const release = () => {
      endTurn?.()
      endTurn = undefined
    }
    const byItself = async (query: CompiledQuery) => {
      await begin(true)
      try {
        const result = write(query)
        finish('commit')
        return result
      } catch (error) {
        finish('rollback')
        throw error
      }
    }
    const alone = (query: CompiledQuery) => lock.alone(() => outsideTransaction(writer, write, query))
    return {
      begin,
      finish,
      release,
      executeQuery: <R>(query: CompiledQuery) =>
        guarded(async () => {
          await hearOthers()
          assertOpen(writer)
          if (endTurn) return write(query)
          if (/^\s*select\b/i.test(query.sql)) return read(query)
          return isAlone(query.sql) ? alone(query) : byItself(query).finally(release)
        }) as Promise<QueryResult<R>>,
      streamQuery: () => {
        throw new Error('The embedded database reads page by page, not as a stream.')
      },
    }
  }

  return {
    init: async () => {},
    acquireConnection: async () => connection(),
    beginTransaction: (one) => (one as Connection).begin(),
    commitTransaction: (one) => guarded(async () => (one as Connection).finish('commit')),
    rollbackTransaction: (one) => guarded(async () => (one as Connection).finish('rollback')),
    releaseConnection: async (one) => (one as Connection).release(),
    destroy: async () => {},
  }
}

/** VACUUM writes too, but never inside a transaction. */
const isAlone = (sql: string): boolean => /^\s*(pragma|vacuum)\b/i.test(sql)

const outsideTransaction = (
  writer: RawDatabase,
  write: (query: CompiledQuery) => QueryResult<unknown>,
  query: CompiledQuery,
): QueryResult<unknown> => {
  if (/^\s*vacuum\b/i.test(query.sql)) {
    writer.exec(query.sql)
    return { rows: [] }
  }
  const result = write(query)
  // A checkpoint that others kept from its end says so in a row and fails in no other way.
  if ((result.rows[0] as { busy?: number } | undefined)?.busy === 1) throw busy()
  return result
}

const busy = () => Object.assign(new Error('the log could not be emptied'), { code: 'SQLITE_BUSY' })

const guarded = async <T>(work: () => Promise<T>): Promise<T> => {
  try {
    return await work()
  } catch (error) {
    throw storageErrorOf(error) ?? error
  }
}

/** The gateway asks some dozens of questions, most of them again and again. */
const mostPrepared = 200

const runnerOf = (raw: RawDatabase) => {
  const prepared = new Map<string, ReturnType<RawDatabase['prepare']>>()
  const prepare = (sql: string) => {
    const known = prepared.get(sql)
    if (known) return known
    const statement = raw.prepare(sql)
    if (prepared.size >= mostPrepared) prepared.delete(prepared.keys().next().value as string)
    prepared.set(sql, statement)
    return statement
  }
  return ({ sql, parameters }: CompiledQuery): QueryResult<unknown> => {
    const statement = prepare(sql)
    if (statement.reader) return { rows: (statement.all(parameters) as Row[]).map(withBytes) }
    const { changes, lastInsertRowid } = statement.run(parameters)
    return { rows: [], numAffectedRows: BigInt(changes), insertId: BigInt(lastInsertRowid) }
  }
}

type Row = Record<string, unknown>

/** libsql gives BLOBs of `all` as ArrayBuffer; everyone else expects bytes. */
const withBytes = (row: Row): Row => {
  for (const key in row) {
    const value = row[key]
    if (value instanceof ArrayBuffer) row[key] = Buffer.from(value)
  }
  return row
}
