import type { Selectable } from 'kysely'
import type { RunReport } from '../../standards/record/run-report.js'
import type { Resume } from '../../gateway/contracts/index.js'
import type { CatalogueDatabase, CatalogueTables, CatalogueTransaction } from './tables.js'

/** read = accepted + quarantined + deleted + unchanged + empty; warned is part of accepted. */
export interface Counts {
  read: number
  accepted: number
  warned: number
  quarantined: number
  deleted: number
  unchanged: number
  empty: number
}

export const noCounts: Counts = { read: 0, accepted: 0, warned: 0, quarantined: 0, deleted: 0, unchanged: 0, empty: 0 }

export const addCounts = (one: Counts, other: Counts): Counts => {
  const sum = { ...one }
  for (const name of Object.keys(noCounts) as (keyof Counts)[]) sum[name] += other[name]
  return sum
}

/** A run as it stands in the database: what it counted and where it is are committed with each page. */
export interface Run {
  id: string
  source: string
  kind: RunReport['kind']
  input: string
  counts: Counts & { indexed: number; missing?: number }
  resume: Resume | null
  notes: string[]
  startedAt: string
  /** Seconds of earlier attempts of the same run. */
  seconds: number
}

type Row = Selectable<CatalogueTables['catalogueRun']>

export const beginRun = async (database: CatalogueDatabase, run: Run): Promise<void> => {
  await database
    .insertInto('catalogueRun')
    .values({
      id: run.id, source: run.source, kind: run.kind, state: 'running', input: run.input, counts: JSON.stringify(run.counts),
      resume: JSON.stringify(run.resume), notes: JSON.stringify(run.notes), error: null, pid: process.pid,
      startedAt: run.startedAt, finishedAt: null, seconds: 0,
    })
    .execute()
}

/** The run of this source and input that was cut or cancelled, unless a living process is at it. */
export const unfinishedRun = async (database: CatalogueDatabase, source: string, input: string): Promise<Run | 'running' | null> => {
  const row = await database
    .selectFrom('catalogueRun')
    .selectAll()
    .where('source', '=', source)
    .where('input', '=', input)
    .orderBy('startedAt', 'desc')
    .orderBy('id', 'desc')
    .executeTakeFirst()
  if (!row || row.state === 'finished' || row.state === 'failed') return null
  if (row.state === 'running' && isAlive(row.pid)) return 'running'
  await database.updateTable('catalogueRun').set({ state: 'running', pid: process.pid }).where('id', '=', row.id).execute()
  return toRun(row)
}

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return pid !== process.pid || runningHere.size > 0
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** Runs of this very process: a run with our pid that is not here was left by a process that had the same number. */
export const runningHere = new Set<string>()

export const saveProgress = async (transaction: CatalogueTransaction, run: Run): Promise<void> => {
  await transaction
    .updateTable('catalogueRun')
    .set({ counts: JSON.stringify(run.counts), resume: JSON.stringify(run.resume), notes: JSON.stringify(run.notes) })
    .where('id', '=', run.id)
    .execute()
}

export const endRun = async (
  database: CatalogueDatabase,
  run: Run,
  end: { state: 'finished' | 'failed' | 'cancelled'; at: string; seconds: number; error?: { code: string; detail: string } },
): Promise<RunReport> => {
  const row = await database
    .updateTable('catalogueRun')
    .set({
      state: end.state, counts: JSON.stringify(run.counts), notes: JSON.stringify(run.notes), seconds: end.seconds,
      error: end.error ? JSON.stringify(end.error) : null, finishedAt: end.at,
    })
    .where('id', '=', run.id)
    .returningAll()
    .executeTakeFirstOrThrow()
  return toReport(row)
}

const toRun = (row: Row): Run => ({
  id: row.id,
  source: row.source,
  kind: row.kind as Run['kind'],
  input: row.input,
  counts: JSON.parse(row.counts),
  resume: row.resume === null ? null : JSON.parse(row.resume),
  notes: JSON.parse(row.notes),
  startedAt: row.startedAt,
  seconds: row.seconds,
})

export const toReport = (row: Row): RunReport => {
  const notes: string[] = JSON.parse(row.notes)
  return {
    run: row.id,
    member: row.source.slice(0, row.source.indexOf('/')),
    source: row.source,
    kind: row.kind as RunReport['kind'],
    state: row.state as RunReport['state'],
    startedAt: row.startedAt,
    ...(row.finishedAt === null ? {} : { finishedAt: row.finishedAt }),
    ...(JSON.parse(row.counts) as Counts & { indexed: number }),
    seconds: row.seconds,
    ...(notes.length > 0 ? { notes } : {}),
    ...(row.error === null ? {} : { error: JSON.parse(row.error) }),
  }
}

export const listRuns = async (
  database: CatalogueDatabase,
  { source, limit, before }: { source?: string; limit: number; before?: string },
): Promise<RunReport[]> => {
  let query = database.selectFrom('catalogueRun').selectAll().orderBy('startedAt', 'desc').orderBy('id', 'desc').limit(limit)
  if (source !== undefined) query = query.where('source', '=', source)
  if (before !== undefined) {
    query = query.where(({ eb, refTuple, selectFrom }) =>
      eb(refTuple('startedAt', 'id'), '<', selectFrom('catalogueRun').select(['startedAt', 'id']).where('id', '=', before).$asTuple('startedAt', 'id')),
    )
  }
  return (await query.execute()).map(toReport)
}
