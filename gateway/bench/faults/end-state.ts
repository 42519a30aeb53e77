import { join } from 'node:path'
import Libsql from 'libsql'
import { facetRows, wordRows } from './index-state.js'

/** Jobs of an ingest, to the last that follows from it. */
const topics = "'work.changed', 'graph.works', 'run.ended'"

/** Everything that an ingest leaves, without what may differ: times, and the numbers of rows. */
const tables = {
  records:
    'select id, source_id, kind, format, hash, version, state, work_id, version_of, crosswalk from catalogue_record order by id',
  content:
    'select record_id, hex(bytes) as bytes, "offset", description, findings from catalogue_content order by record_id',
  keys: 'select * from catalogue_key union select * from catalogue_recent_key order by block, record_id',
  edges: 'select * from catalogue_edge order by a, b',
  works: 'select id, version, gone from catalogue_work order by id',
  crowds: 'select * from catalogue_crowd order by block',
  matching: 'select rules, phase, after from catalogue_matching order by rules',
  redirects: 'select * from catalogue_redirect order by from_id, to_id',
  numbers: 'select * from catalogue_number order by source, kind, number, record_id',
  linked: 'select * from catalogue_linked order by source',
  pointers: 'select * from catalogue_pointer order by block, record_id',
  references: 'select * from catalogue_reference order by source, kind, number, record_id',
  deletions: 'select record_id, why, state from catalogue_deletion order by record_id',
  quarantine:
    'select source_id, hash, finding, state, hex(bytes) as bytes, "offset" from catalogue_quarantine order by hash, source_id',
  index: 'select id, version, year, title_key from search_document order by id',
  stored: 'select d.id, s.stored from search_document d join search_stored s on s.doc = d.doc order by d.id',
  // A gateway harvests again as it starts: what it then finds to be as it was is no part of the ingest.
  runs: "select state, kind, source, counts from catalogue_run where json_extract(counts, '$.read') > 0",
  jobs: `select topic, state from outbox where topic in (${topics})`,
  qualityFacts: 'select * from quality_facts order by source, record_id',
  qualityTally: 'select source, basis, tally, since, changes from quality_source order by source',
  qualityReport:
    "select source, json_remove(report, '$.run', '$.at', '$.seconds') as report from quality_report order by source",
  agents: 'select * from graph_mention order by id',
  names: 'select * from graph_name order by id',
  forms: 'select * from graph_form order by text, name',
  clues: 'select * from graph_clue order by clue, name, mention',
  subjects: 'select * from graph_subject order by id',
  subjectTexts: 'select * from graph_subject_text order by text, subject',
  about: 'select * from graph_about order by subject, record',
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

/** What follows from an ingest and is not done yet: works to be found, agents, the report of quality. */
export const openJobs = (dataDir: string): number =>
  ask(dataDir, `select id from outbox where topic in (${topics}) and state <> 'dead'`).length
