import { assertOpen } from '../../database/storage-error.js'

/** What the engine uses of a connection: better-sqlite3's synchronous interface, as libsql has it. */
export interface RawSqlite {
  exec(sql: string): unknown
  prepare(sql: string): {
    all(...values: never[]): unknown[]
    run(...values: never[]): unknown
  }
  readonly inTransaction: boolean
  readonly open: boolean
}

type Value = string | number | null

export interface Sqlite {
  exec(sql: string): void
  run(sql: string, ...values: Value[]): void
  rows<Row>(sql: string, ...values: Value[]): Row[]
  /** The only column of the only row. */
  number(sql: string, ...values: Value[]): number
  text(sql: string, ...values: Value[]): string | null
  /** All of the work or none of it. */
  inTransaction(work: () => void): void
  /** Every statement of the work sees the same state of the file, whatever other processes write meanwhile. */
  inSnapshot<T>(work: () => T): T
}

/** Statements name the tables of the index that is searched; `named` names those of another. */
type Named = (sql: string) => string

/** Statements are prepared once; `all` alone reads, since libsql adds `_metadata` to what `get` gives. */
export const createSqlite = (raw: RawSqlite, named: Named = (sql) => sql): Sqlite => {
  const prepared = new Map<string, ReturnType<RawSqlite['prepare']>>()
  const prepare = (sql: string) => {
    // A statement goes on when its connection is closed, and without the transaction that it was in.
    assertOpen(raw)
    const known = prepared.get(sql)
    if (known) return known
    const statement = raw.prepare(named(sql))
    prepared.set(sql, statement)
    return statement
  }
  const rows = <Row>(sql: string, ...values: Value[]) => prepare(sql).all(...(values as never[])) as Row[]
  const only = (sql: string, values: Value[]): unknown => {
    const [row] = rows<Record<string, unknown>>(sql, ...values)
    return row === undefined ? null : Object.values(row)[0]
  }
  const run = (sql: string, ...values: Value[]): void => {
    prepare(sql).run(...(values as never[]))
  }
  /** `undo` may be several statements, and is seldom needed. */
  const between = <T>(work: () => T, begin: string, end: string, undo: string): T => {
    run(begin)
    try {
      const result = work()
      run(end)
      return result
    } catch (error) {
      raw.exec(undo)
      throw error
    }
  }
  return {
    rows,
    exec: (sql) => {
      raw.exec(named(sql))
    },
    run,
    number: (sql, ...values) => Number(only(sql, values) ?? 0),
    text: (sql, ...values) => only(sql, values) as string | null,
    inTransaction: (work) =>
      isWithin(raw)
        ? between(
            work,
            'savepoint search_write',
            'release search_write',
            'rollback to search_write; release search_write',
          )
        : between(work, 'begin immediate', 'commit', 'rollback'),
    inSnapshot: (work) => (isWithin(raw) ? work() : between(work, 'begin', 'commit', 'rollback')),
  }
}

const isWithin = (raw: RawSqlite): boolean => {
  assertOpen(raw)
  return raw.inTransaction
}
