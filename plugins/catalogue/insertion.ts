import { CompiledQuery, type Insertable, PostgresAdapter } from 'kysely'
import type { CatalogueTables, CatalogueTransaction } from './tables.js'

/** Rows of one statement. Few sizes, so that a database prepares each of them once. */
const sizes = [100, 10, 1]
/** Rows of one statement whose text is the same however many they are. */
const mostAsOne = 1_000

type Column<T extends keyof CatalogueTables> = keyof Insertable<CatalogueTables[T]> & string
type Values<T extends keyof CatalogueTables> = Partial<Insertable<CatalogueTables[T]>>

export interface Insertion<T extends keyof CatalogueTables> {
  table: T
  /** Of each row its own. */
  columns: readonly Column<T>[]
  /** Of all rows of a call the same: given once. */
  shared?: readonly Column<T>[]
  /** Where a row of this key is there already, these columns become those of the new one; with none it stays. */
  conflict?: {
    key: readonly Column<T>[]
    set: readonly Column<T>[]
    counts?: 'version'
  }
  /** Numbers and identifiers alone, nothing that came from outside: a server is given all rows of a statement as one value. */
  isPlain?: true
}

/**
 * Writes many rows whose statement is known beforehand: a page has thousands of values, and a query builder that
 * makes an object of each costs more than the database does.
 */
export const insertRows = async <T extends keyof CatalogueTables>(
  transaction: CatalogueTransaction,
  insertion: Insertion<T>,
  rows: readonly Values<T>[],
  shared: Values<T> = {},
): Promise<void> => {
  const given = (insertion.shared ?? []).map((column) => shared[column])
  if (insertion.isPlain && isServer(transaction)) return insertAsOne(transaction, insertion, rows, given)
  const sign = isServer(transaction) ? '$' : '?'
  for (let at = 0; at < rows.length; ) {
    const size = sizes.find((size) => size <= rows.length - at) as number
    const values: unknown[] = [...given]
    for (const row of rows.slice(at, at + size))
      for (const column of insertion.columns) values.push(row[column])
    await transaction.executeQuery(CompiledQuery.raw(textOf(insertion, size, sign), values))
    at += size
  }
}

/** JSON: to write and to read each value by itself costs more. The table says of what type each is. */
const insertAsOne = async <T extends keyof CatalogueTables>(
  transaction: CatalogueTransaction,
  insertion: Insertion<T>,
  rows: readonly Values<T>[],
  given: readonly unknown[],
): Promise<void> => {
  const names = insertion.columns.map((column) => [column, snake(column)] as const)
  for (let at = 0; at < rows.length; at += mostAsOne) {
    const some = rows.slice(at, at + mostAsOne).map((row) => {
      const written: Record<string, unknown> = {}
      for (const [column, name] of names) written[name] = row[column]
      return written
    })
    const values = [...given, JSON.stringify(some)]
    await transaction.executeQuery(CompiledQuery.raw(keptText(insertion, 'one', writtenAsOne), values))
  }
}

export const isServer = (transaction: CatalogueTransaction): boolean =>
  transaction.getExecutor().adapter instanceof PostgresAdapter

/** Of each kind of insertion its few statements, written once. */
const texts = new WeakMap<object, Map<string, string>>()

const keptText = <T extends keyof CatalogueTables>(
  insertion: Insertion<T>,
  name: string,
  write: (insertion: Insertion<T>) => string,
): string => {
  const known = texts.get(insertion) ?? new Map<string, string>()
  texts.set(insertion, known)
  const text = known.get(name) ?? write(insertion)
  known.set(name, text)
  return text
}

const textOf = <T extends keyof CatalogueTables>(
  insertion: Insertion<T>,
  size: number,
  sign: '$' | '?',
): string => keptText(insertion, `${sign}${size}`, (insertion) => written(insertion, size, sign))

const writtenAsOne = <T extends keyof CatalogueTables>(insertion: Insertion<T>): string => {
  const { table, columns, shared = [] } = insertion
  const given = shared.map((_, at) => `$${at + 1}`)
  const selected = [...given, ...columns.map(quoted)].join(', ')
  const rows = `json_populate_recordset(null::${snake(table)}, $${given.length + 1})`
  return `${intoOf(insertion)} select ${selected} from ${rows}${onConflictOf(insertion)}`
}

const written = <T extends keyof CatalogueTables>(
  insertion: Insertion<T>,
  size: number,
  sign: '$' | '?',
): string => {
  const { columns, shared = [] } = insertion
  const values = (from: number, count: number) =>
    Array.from({ length: count }, (_, at) => `${sign}${from + at + 1}`)
  const common = values(0, shared.length)
  const row = (number: number) =>
    `(${[...common, ...values(shared.length + number * columns.length, columns.length)].join(', ')})`
  const rows = Array.from({ length: size }, (_, number) => row(number)).join(', ')
  return `${intoOf(insertion)} values ${rows}${onConflictOf(insertion)}`
}

const intoOf = <T extends keyof CatalogueTables>({ table, columns, shared = [] }: Insertion<T>): string =>
  `insert into ${snake(table)} (${[...shared, ...columns].map(quoted).join(', ')})`

const onConflictOf = <T extends keyof CatalogueTables>({ table, conflict }: Insertion<T>): string =>
  conflict ? ` on conflict (${conflict.key.map(quoted).join(', ')}) ${doing(table, conflict)}` : ''

const doing = (table: string, conflict: { set: readonly string[]; counts?: string }): string =>
  conflict.set.length === 0 ? 'do nothing' : `do update set ${setOf(table, conflict)}`

const setOf = (table: string, { set, counts }: { set: readonly string[]; counts?: string }): string =>
  [
    ...set.map((column) => `${quoted(column)} = excluded.${quoted(column)}`),
    ...(counts ? [`${quoted(counts)} = ${snake(table)}.${quoted(counts)} + 1`] : []),
  ].join(', ')

/** As the tables are named: `workId` is `work_id`. */
const snake = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
const quoted = (column: string): string => `"${snake(column)}"`
