import { type Chosen, type Counted, emptyRows } from './facet-rows.js'
import type { Sqlite } from './sqlite.js'

/** Facet values in memory, since counting them there is several times faster than in SQL. */
export interface Columns {
  /** Reads what is missing, a part at a time: other requests are answered in between. */
  load(): Promise<void>
  /** Equal to the file in the snapshot of the caller; after `load` little is left to read. */
  follow(): void
  /** How often each value of these fields stands on these documents, or on all (null). */
  count(docs: Uint32Array | null, fields: readonly number[], chosen: readonly Chosen[]): Counted
  /** Rises with each write to the index. */
  readonly generation: number
}

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
      // What went may have come again since: so first what went.
      for (const doc of goneSince(sqlite, generation)) rows.drop(doc)
      rows.read(partOf(sqlite, 'changed > ? and changed <= ?', generation, state.generation))
      rows.compact()
      generation = state.generation
    },
    count: (docs, fields, chosen) => rows.count(docs, fields, chosen),
    get generation() {
      return generation
    },
  }
}

const stateOf = (sqlite: Sqlite) =>
  sqlite.rows<{ generation: number; cleared: number }>('select generation, cleared from search_state')[0]!

const goneSince = (sqlite: Sqlite, generation: number): number[] =>
  sqlite
    .rows<{ doc: number }>('select doc from search_gone where changed > ?', generation)
    .map(({ doc }) => doc)

/** `doc:value,value;doc:value` in one piece: a row at a time costs ten times as much on its way out of SQLite. */
const partOf = (sqlite: Sqlite, where: string, from: number, to: number): string =>
  sqlite.text(
    `select group_concat(doc || ':' || facets, ';') from search_document where ${where}`,
    from,
    to,
  ) ?? ''
