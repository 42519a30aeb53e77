import { join } from 'node:path'
import Libsql from 'libsql'
import { facetRows, wordRows } from './index-state.js'

/** Everything that an ingest leaves, without what may differ: times, and the numbers of rows. */
const tables = {
  records:
    'select id, source_id, kind, format, hash, version, state, work_id, version_of, crosswalk from catalogue_record order by id',
  content:
    'select record_id, hex(bytes) as bytes, "offset", description, findings from catalogue_content order by record_id',
  keys: 'select * from catalogue_key order by block, record_id',
  edges: 'select * from catalogue_edge order by a, b',
  works: 'select id, version, gone from catalogue_work order by id',
  crowds: 'select * from catalogue_crowd order by block',
  redirects: 'select * from catalogue_redirect order by from_id, to_id',
  numbers: 'select * from catalogue_number order by source, kind, number, record_id',
  references: 'select * from catalogue_reference order by source, kind, number, record_id',
  deletions: 'select record_id, why, state from catalogue_deletion order by record_id',
  quarantine:
    'select source_id, hash, finding, state, hex(bytes) as bytes, "offset" from catalogue_quarantine order by hash, source_id',
  index: 'select id, version, year, title_key from search_document order by id',
  stored: 'select d.id, s.stored from search_document d join search_stored s on s.doc = d.doc order by d.id',
  runs: 'select state, kind, source, counts from catalogue_run',
  jobs: "select topic, state from outbox where topic = 'work.changed'",
}
const found = { words: wordRows, facets: facetRows }
export type PartName = keyof typeof tables | keyof typeof found
const parts = [...Object.keys(tables), ...Object.keys(found)] as PartName[]

/** Rows as text, by part. */
export type EndState = Record<PartName, string[]>

export const endState = (dataDir: string): EndState =>
  asked(dataDir, (database) => {
    const rows = Object.entries(tables).map(([name, sql]) => [name, database.prepare(sql).all().map(textOf)])
    const finds = Object.entries(found).map(([name, rowsOf]) => [name, rowsOf(database)])
    return Object.fromEntries([...rows, ...finds]) as EndState
  })

/** As another process sees it. */
const asked = <T>(dataDir: string, work: (database: InstanceType<typeof Libsql>) => T): T => {
  const database = new Libsql(join(dataDir, 'shulian.db'))
  try {
    return work(database)
  } finally {
    database.close()
  }
}

const ask = (dataDir: string, sql: string): unknown[] =>
  asked(dataDir, (database) => database.prepare(sql).all())

/** libsql adds to a row how long it took. */
const textOf = (row: unknown): string => {
  const { _metadata, ...columns } = row as Record<string, unknown>
  return JSON.stringify(columns)
}

export interface Difference {
  part: PartName
  missing: number
  extra: number
  /** The first of either, for whoever looks. */
  example: string
}

/** What the found state lacks of the wanted one, and has beyond it; a row that differs is one of each. */
export const differences = (found: EndState, wanted: EndState): Difference[] =>
  parts.flatMap((part) => {
    const missing = without(wanted[part], found[part])
    const extra = without(found[part], wanted[part])
    const example = (missing[0] ?? extra[0] ?? '').slice(0, 300)
    return example === '' ? [] : [{ part, missing: missing.length, extra: extra.length, example }]
  })

const without = (rows: string[], others: string[]): string[] => {
  const left = new Map<string, number>()
  for (const row of others) left.set(row, (left.get(row) ?? 0) + 1)
  return rows.filter((row) => {
    const count = left.get(row) ?? 0
    left.set(row, count - 1)
    return count <= 0
  })
}

/** How far the latest run came; null before there is one. */
export const progressOf = (dataDir: string): { read: number; state: string } | null => {
  try {
    const [row] = ask(dataDir, 'select state, counts from catalogue_run order by rowid desc limit 1') as {
      state: string
      counts: string
    }[]
    return row ? { state: row.state, read: (JSON.parse(row.counts) as { read: number }).read } : null
  } catch {
    return null
  }
}

/** Works that are not searchable yet. */
export const openJobs = (dataDir: string): number =>
  ask(dataDir, "select id from outbox where topic = 'work.changed' and state <> 'dead'").length
