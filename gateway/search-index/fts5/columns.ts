import { facetFields } from '../../contracts/search-index.js'
import type { Sqlite } from './sqlite.js'

/** Facet values in memory, since counting them there is several times faster than in SQL. */
export interface Columns {
  /** Reads what is missing, a part at a time: other requests are answered in between. */
  load(): Promise<void>
  /** Equal to the file in the snapshot of the caller; after `load` little is left to read. */
  follow(): void
  /** How often each encoded value stands on these documents, for the fields wanted. */
  count(docs: Iterable<number>, fields: readonly number[]): Map<number, number>
  /** Rises with each write to the index. */
  readonly generation: number
}

/** Years stand beside the facet fields as one more. */
export const yearField = facetFields.length
const fieldBits = 3
export const encode = (value: number, field: number): number => value * (1 << fieldBits) + field
export const fieldOf = (encoded: number): number => encoded & ((1 << fieldBits) - 1)
export const numberIn = (encoded: number): number => encoded >>> fieldBits

/** Documents read at once: some 20 ms. */
const batch = 20_000

export const createColumns = (sqlite: Sqlite): Columns => {
  let rows = emptyRows()
  let generation = -1
  let loading: Promise<void> | undefined

  const readAll = async () => {
    const state = stateOf(sqlite)
    const fresh = emptyRows()
    for (
      let next = 0, end = sqlite.number('select max(doc) from search_document');
      next <= end;
      next += batch
    ) {
      fresh.read(partOf(sqlite, 'doc between ? and ?', next, next + batch - 1))
      await new Promise(setImmediate)
    }
    rows = fresh
    generation = state.generation
  }

  return {
    load: async () => {
      if (generation >= stateOf(sqlite).cleared) return
      loading ??= readAll().finally(() => {
        loading = undefined
      })
      await loading
    },
    follow: () => {
      const state = stateOf(sqlite)
      if (state.generation === generation) return
      if (state.cleared > generation) rows = emptyRows()
      rows.read(partOf(sqlite, 'changed > ? and changed <= ?', generation, state.generation))
      rows.compact()
      generation = state.generation
    },
    count: (docs, fields) => rows.count(docs, fields),
    get generation() {
      return generation
    },
  }
}

const stateOf = (sqlite: Sqlite) =>
  sqlite.rows<{ generation: number; cleared: number }>('select generation, cleared from search_state')[0]!

/** `doc:value,value;doc:value` in one piece: a row at a time costs ten times as much on its way out of SQLite. */
const partOf = (sqlite: Sqlite, where: string, from: number, to: number): string =>
  sqlite.text(
    `select group_concat(doc || ':' || facets, ';') from search_document where ${where}`,
    from,
    to,
  ) ?? ''

/** For each document a run of values in one array; a document that is read again gets a new run. */
const emptyRows = () => {
  let start = new Uint32Array(1024)
  let length = new Uint16Array(1024)
  let values = new Uint32Array(8192)
  let used = 0
  let live = 0
  let counts = new Uint32Array(8192)

  const push = (doc: number, value: number) => {
    if (used === values.length) values = grown(values, used + 1)
    if (value >= counts.length) counts = grown(counts, value + 1)
    values[used++] = value
    length[doc]!++
    live++
  }

  const begin = (doc: number) => {
    if (doc >= start.length) {
      start = grown(start, doc + 1)
      length = grown(length, doc + 1)
    }
    live -= length[doc]!
    start[doc] = used
    length[doc] = 0
  }

  const read = (part: string) => {
    let [doc, number, digits] = [-1, 0, 0]
    const end = () => {
      if (digits > 0) push(doc, number)
      number = digits = 0
    }
    for (let at = 0; at < part.length; at++) {
      const code = part.charCodeAt(at)
      if (code === colon) {
        doc = number
        begin(doc)
        number = digits = 0
      } else if (code === comma || code === semicolon) end()
      else {
        number = number * 10 + code - zero
        digits++
      }
    }
    end()
  }

  /** Runs that were left behind take at most as much as those that are used. */
  const compact = () => {
    if (used < 65_536 || used < live * 2) return
    const packed = new Uint32Array(live + (live >> 2))
    let next = 0
    for (let doc = 0; doc < start.length; doc++) {
      const run = values.subarray(start[doc]!, start[doc]! + length[doc]!)
      packed.set(run, next)
      start[doc] = next
      next += run.length
    }
    values = packed
    used = next
  }

  const count = (docs: Iterable<number>, fields: readonly number[]): Map<number, number> => {
    const wanted = fields.reduce((bits, field) => bits | (1 << field), 0)
    const seen: number[] = []
    for (const doc of docs) {
      const from = start[doc] ?? 0
      for (let at = from, to = from + (length[doc] ?? 0); at < to; at++) {
        const value = values[at]!
        if ((wanted & (1 << fieldOf(value))) !== 0 && counts[value]!++ === 0) seen.push(value)
      }
    }
    const result = new Map(seen.map((value) => [value, counts[value]!]))
    for (const value of seen) counts[value] = 0
    return result
  }

  return { read, compact, count }
}

const [zero, comma, colon, semicolon] = [48, 44, 58, 59]

const grown = <T extends Uint16Array | Uint32Array>(array: T, least: number): T => {
  const larger = new (array.constructor as new (length: number) => T)(Math.max(least, array.length * 2))
  larger.set(array)
  return larger
}
