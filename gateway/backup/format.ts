import { type Static, Type } from 'typebox'
import { Compile } from 'typebox/compile'
import type { Value } from '../database/whole.js'

/**
 * A backup is lines of JSON in a gzip file: what it is, then each table as a line for each row and one that ends it, then one that
 * ends the whole. `gzip -dc FILE | head -1` says what is in it. It says nothing of a database’s own forms: what came from SQLite
 * goes into PostgreSQL and the other way.
 *
 * Raise the number when an older version could not read what is written.
 */
export const format = 1

const count = Type.Integer({ minimum: 0 })
const digest = Type.String({ pattern: '^[0-9a-f]{64}$' })

export const Header = Type.Object({
  shulian: Type.Literal('backup'),
  format: Type.Integer({ minimum: 1 }),
  /** Version of the gateway that wrote it. */
  version: Type.String(),
  takenAt: Type.String(),
  database: Type.Union([Type.Literal('sqlite'), Type.Literal('postgres')]),
  /** Tells one `keys.json` from another and nothing else of it: pseudonyms of readers hang on that file, which is not in here. */
  keys: Type.String(),
  migrations: Type.Array(Type.String()),
  numbers: Type.Record(Type.String(), count),
  tables: Type.Array(
    Type.Object({ name: Type.String(), columns: Type.Array(Type.String(), { minItems: 1 }) }),
  ),
})
export type Header = Static<typeof Header>

/** Ends a table; its digest is that of the lines of its rows. */
export const TableEnd = Type.Object({ end: Type.String(), rows: count, sha256: digest })
export type TableEnd = Static<typeof TableEnd>

/** Ends the whole; its digest is that of the first line and of those that end the tables. */
export const Closing = Type.Object({ closed: Type.Literal(true), rows: count, sha256: digest })
export type Closing = Static<typeof Closing>

export const isHeader = Compile(Header)
export const isTableEnd = Compile(TableEnd)
export const isClosing = Compile(Closing)

/** A row as an array; bytes, for which JSON has no word, as an object. */
export const rowLine = (row: readonly Value[]): string =>
  `${JSON.stringify(row.map((value) => (value instanceof Buffer ? { base64: value.toString('base64') } : value)))}\n`

/** @throws TypeError, SyntaxError when it is no row of so many columns */
export const rowOf = (line: string, columns: number): Value[] => {
  const values: unknown = JSON.parse(line)
  if (!Array.isArray(values) || values.length !== columns) throw new TypeError(`expected ${columns} columns`)
  return values.map(cellOf)
}

const cellOf = (value: unknown): Value => {
  if (value === null || typeof value === 'number' || typeof value === 'string') return value
  const { base64 } = value as { base64?: unknown }
  if (typeof base64 !== 'string') throw new TypeError('expected text, a number, bytes or null')
  return Buffer.from(base64, 'base64')
}
