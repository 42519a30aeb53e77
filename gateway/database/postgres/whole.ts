import { setTimeout as sleep } from 'node:timers/promises'
import { CompiledQuery } from 'kysely'
import type { Client } from 'pg'
import type { Log } from '../../contracts/log.js'
import type { AnyTransaction } from '../../contracts/plugin.js'
import { inUse, removeDatabase } from '../sqlite-whole.js'
import {
  type Filling,
  isKept,
  type Numbers,
  portion,
  quoted,
  type Snapshot,
  type Table,
  type Value,
  type Whole,
  weightOf,
} from '../whole.js'
import { withoutNul } from './driver.js'
import { databaseErrorOf } from './errors.js'
import { openPostgres } from './open.js'
import { sayGoodbye } from './pool.js'

/** @throws ShulianError what openPostgres throws */
export const openPostgresWhole = async ({
  index,
  ...parts
}: {
  url: string
  log: Log
  /** The file of the embedded search index. */
  index: string
}): Promise<Whole> => {
  const database = await openPostgres(parts)
  return {
    kind: 'postgres',
    snapshot: () => openSnapshot(database.single()),
    assertAlone: () => assertAlone((sql) => askIn(database.kysely, sql)),
    replace: async (fill) => {
      await assertAlone((sql) => askIn(database.kysely, sql))
      // One transaction: nobody sees a half, and the server undoes it when this process dies.
      await database.kysely.transaction().execute(async (transaction) => {
        for (const { name } of await askIn(transaction, tablesMade))
          await askIn(transaction, `drop table ${quoted(String(name))} cascade`)
        await fill({ transaction, ...fillingOf(transaction) })
        // Before the commit: an index that is missing is built, one of other works would be believed.
        removeDatabase(index)
      })
    },
    close: database.close,
  }
}

type Ask = (sql: string) => Promise<Record<string, unknown>[]>

const askIn = async (
  database: Pick<AnyTransaction, 'executeQuery'>,
  sql: string,
  values: unknown[] = [],
): Promise<Record<string, unknown>[]> =>
  (await database.executeQuery(CompiledQuery.raw(sql, values))).rows as Record<string, unknown>[]

/** The schema is the gateway’s alone: everything in it is replaced. */
const tablesMade = `select relname as name, oid from pg_class
  where relkind = 'r' and relnamespace = current_schema()::regnamespace order by oid`

const numbered = `select table_name as "table", column_name as "column" from information_schema.columns
  where is_identity = 'YES' and table_schema = current_schema()`

const others = `select 1 from pg_stat_activity where datname = current_database()
  and application_name like 'shulian %' and application_name <> current_setting('application_name')`

/** Milliseconds: the server needs a moment to see that a process died. */
const patience = 15_000

const assertAlone = async (ask: Ask): Promise<void> => {
  const deadline = performance.now() + patience
  while ((await ask(others)).length > 0) {
    if (performance.now() > deadline) throw inUse()
    await sleep(200)
  }
}

const fillingOf = (transaction: AnyTransaction): Omit<Filling, 'transaction'> => ({
  empty: async (table) => void (await askIn(transaction, `delete from ${quoted(table)}`)),
  insert: async ({ name, columns }, rows) => {
    const types = await typesOf(transaction, name)
    const lists = columns.map((column, at) => `$${at + 1}::${types.get(column)}[]`)
    const values = columns.map((_, at) => rows.map((row) => withoutNul(row[at])))
    await askIn(
      transaction,
      `insert into ${quoted(name)} (${columns.map(quoted).join(', ')}) select * from unnest(${lists.join(', ')}) on conflict do nothing`,
      values,
    )
  },
  setNumbers: async (numbers) => {
    for (const { table, column } of await askIn(transaction, numbered)) {
      const last = numbers[String(table)]
      if (last)
        await askIn(transaction, 'select setval(pg_get_serial_sequence($1, $2), $3)', [
          quoted(String(table)),
          column,
          last,
        ])
    }
  },
})

const typesOf = async (transaction: AnyTransaction, table: string): Promise<Map<string, string>> => {
  const rows = await askIn(
    transaction,
    `select attname, format_type(atttypid, atttypmod) as type from pg_attribute
      where attrelid = $1::regclass and attnum > 0 and not attisdropped`,
    [quoted(table)],
  )
  return new Map(rows.map(({ attname, type }) => [String(attname), String(type)]))
}

const openSnapshot = async (client: Client): Promise<Snapshot | null> => {
  const ask: Ask = async (sql) => {
    try {
      return (await client.query(sql)).rows as Record<string, unknown>[]
    } catch (cause) {
      throw databaseErrorOf(cause)
    }
  }
  client.on('error', () => {})
  await client.connect().catch((cause: unknown) => {
    throw databaseErrorOf(cause)
  })
  await ask('begin isolation level repeatable read read only')
  const tables = await tablesIn(ask)
  if (tables.length > 0)
    return {
      tables,
      numbers: await numbersIn(ask),
      rows: (table) => rowsOf(client, ask, table),
      close: async () => sayGoodbye(client),
    }
  sayGoodbye(client)
  return null
}

const tablesIn = async (ask: Ask): Promise<Table[]> => {
  const tables: Table[] = []
  for (const { name, oid } of await ask(tablesMade)) {
    if (!isKept(String(name))) continue
    const columns = await ask(
      `select attname from pg_attribute where attrelid = ${oid} and attnum > 0 and not attisdropped order by attnum`,
    )
    tables.push({ name: String(name), columns: columns.map(({ attname }) => String(attname)) })
  }
  return tables
}

const numbersIn = async (ask: Ask): Promise<Numbers> => {
  const numbers: Numbers = {}
  for (const { table, column } of await ask(numbered)) {
    const sequence = `pg_get_serial_sequence('${quoted(String(table))}', '${column}')::regclass`
    const [row] = await ask(`select pg_sequence_last_value(${sequence}) as last`)
    if (row?.['last']) numbers[String(table)] = Number(row['last'])
  }
  return numbers
}

/** Rows of one question: the first few tell how large they are. */
const rowsAtMost = 5_000
const rowsAtFirst = 50

async function* rowsOf(client: Client, ask: Ask, { name, columns }: Table): AsyncIterable<Value[][]> {
  await ask(
    `declare everything no scroll cursor for select ${columns.map(quoted).join(', ')} from ${quoted(name)}`,
  )
  for (let wanted = rowsAtFirst; ; ) {
    const { rows } = await client
      .query<Value[]>({ text: `fetch ${wanted} from everything`, rowMode: 'array' })
      .catch((cause: unknown) => {
        throw databaseErrorOf(cause)
      })
    if (rows.length > 0) yield rows
    if (rows.length < wanted) break
    const each = rows.reduce((sum, row) => sum + weightOf(row), 0) / rows.length
    wanted = Math.max(1, Math.min(rowsAtMost, Math.floor(portion / each)))
  }
  await ask('close everything')
}
