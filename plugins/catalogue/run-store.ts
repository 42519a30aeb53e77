import type { Selectable } from 'kysely'
import { type Outbox, type Resume, ShulianError, type Waiting } from '../../gateway/contracts/index.js'
import type { RunReport } from '../../standards/record/run-report.js'
import type { Runner } from './claim.js'
import { chineseOf } from './run-notes.js'
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

export const noCounts: Counts = {
  read: 0,
  accepted: 0,
  warned: 0,
  quarantined: 0,
  deleted: 0,
  unchanged: 0,
  empty: 0,
}

export const addCounts = (one: Counts, other: Counts): Counts => {
  const sum = { ...one }
  for (const name of Object.keys(noCounts) as (keyof Counts)[]) sum[name] += other[name]
  return sum
}

/** In a run's bookmark: every page is stored, only the end is still to be done. */
export const ended = '#ended'

interface RunCounts {
  indexed: number
  replaced?: number
  missing?: number
  pages?: number
  total?: number
  /** Code → how many were set aside for it. */
  setAside?: Record<string, number>
}

/** A run as it stands in the database: what it counted and where it is are committed with each page. */
export interface Run {
  id: string
  source: string
  kind: RunReport['kind']
  counts: Counts & RunCounts
  resume: Resume | null
  notes: string[]
  startedAt: string
  seconds: number
}

export interface RunEnd {
  state: 'finished' | 'failed' | 'cancelled'
  at: string
  error?: { code: string; detail: string }
}

export type RunRow = Selectable<CatalogueTables['catalogueRun']>

/** What says where a run is; fenced: a process that froze until another took its run writes nothing more. */
export const saveProgress = async (
  transaction: CatalogueTransaction,
  run: Run,
  { runner, now }: { runner: Runner; now(): Date },
): Promise<void> => {
  const claim = runner.claim(now())
  const { numUpdatedRows } = await transaction
    .updateTable('catalogueRun')
    .set({
      counts: JSON.stringify(run.counts),
      waiting: null,
      resume: JSON.stringify(run.resume),
      notes: JSON.stringify(run.notes),
      seconds: run.seconds,
      claimedUntil: claim.claimedUntil,
    })
    .where('id', '=', run.id)
    .where('state', '=', 'running')
    .where('owner', '=', claim.owner)
    .executeTakeFirstOrThrow()
  if (numUpdatedRows === 0n) throw taken(run.id)
}

const taken = (run: string) =>
  new ShulianError(
    'RUN_TAKEN',
    `Another process went on with run ${run}, since this one was silent for too long.`,
    { status: 409 },
  )

/** As the database has it, which may be further on than its process knows. @throws ShulianError RUN_TAKEN (409) */
export const readRunAgain = async (
  { database, runner, now }: { database: CatalogueDatabase; runner: Runner; now(): Date },
  run: Run,
): Promise<void> => {
  const row = await readRunRow(database, run.id)
  // Whoever lets go of it for another leaves our name on it.
  if (row.owner !== runner.claim(now()).owner || row.state === 'cancelled') throw taken(run.id)
  Object.assign(run, toRun(row))
}

export const renewClaim = async (
  database: CatalogueDatabase,
  run: string,
  { runner, now }: { runner: Runner; now(): Date },
): Promise<void> => {
  const { owner, claimedUntil } = runner.claim(now())
  await database
    .updateTable('catalogueRun')
    .set({ claimedUntil })
    .where('id', '=', run)
    .where('owner', '=', owner)
    .execute()
}

/** Between two pages: what the run waits for. */
export const saveWaiting = async (
  database: CatalogueDatabase,
  run: string,
  waiting: Waiting | null,
): Promise<void> => {
  await database
    .updateTable('catalogueRun')
    .set({ waiting: waiting && JSON.stringify(waiting) })
    .where('id', '=', run)
    .where('state', '=', 'running')
    .execute()
}

/** Whether somebody, in whatever process, asked the run to stop. */
export const isStopAsked = async (database: CatalogueDatabase, run: string): Promise<boolean> => {
  const row = await database
    .selectFrom('catalogueRun')
    .select('isStopAsked')
    .where('id', '=', run)
    .executeTakeFirst()
  return row?.isStopAsked === 1
}

/** Others are told in the same transaction: what they derive of the source is out of date. */
export const endRun = (
  { database, outbox }: { database: CatalogueDatabase; outbox: Outbox },
  run: Run,
  { state, at, error }: RunEnd,
  { owner }: { owner: string },
): Promise<void> =>
  database.transaction().execute(async (transaction) => {
    const { numUpdatedRows } = await transaction
      .updateTable('catalogueRun')
      .set({
        state,
        counts: JSON.stringify(run.counts),
        notes: JSON.stringify(run.notes),
        seconds: run.seconds,
        waiting: null,
        error: error ? JSON.stringify(error) : null,
        finishedAt: at,
      })
      .where('id', '=', run.id)
      .where('owner', '=', owner)
      .executeTakeFirstOrThrow()
    if (numUpdatedRows > 0n && run.counts.read > 0)
      await outbox.append(transaction, 'run.ended', { run: run.id, source: run.source })
  })

export const toRun = (row: RunRow): Run => ({
  id: row.id,
  source: row.source,
  kind: row.kind,
  counts: JSON.parse(row.counts),
  resume: row.resume === null ? null : JSON.parse(row.resume),
  notes: JSON.parse(row.notes),
  startedAt: row.startedAt,
  seconds: row.seconds,
})

export const reportOf = (
  run: Run,
  {
    state,
    at,
    error,
  }: { state: RunReport['state']; at?: string | null; error?: { code: string; detail: string } },
): RunReport => ({
  run: run.id,
  member: run.source.slice(0, run.source.indexOf('/')),
  source: run.source,
  kind: run.kind,
  state,
  startedAt: run.startedAt,
  ...(at ? { finishedAt: at } : {}),
  ...run.counts,
  seconds: run.seconds,
  ...(run.notes.length > 0 ? { notes: run.notes, notesZh: run.notes.map(chineseOf) } : {}),
  ...(error ? { error: inBoth(error) } : {}),
})

const inBoth = ({ code, detail }: { code: string; detail: string }) => {
  const detailZh = chineseOf(detail)
  return { code, detail, ...(detailZh !== detail && { detailZh }) }
}

/**
 * A full disk, a database that another process holds, a line that broke or a server that was away say nothing about the
 * list: such a run goes on at its page.
 */
export const goesOn = (code: string): boolean => /^(STORAGE|DATABASE|UPSTREAM)_/.test(code)

/** Of a run that nobody is at any more. */
export const runCut = {
  code: 'RUN_CUT',
  detail: 'Its process ended before it did. The same call goes on where it stopped.',
}

/** @throws ShulianError RUN_UNKNOWN (404) */
export const readRunRow = async (database: CatalogueDatabase, id: string): Promise<RunRow> => {
  const row = await database.selectFrom('catalogueRun').selectAll().where('id', '=', id).executeTakeFirst()
  if (row) return row
  throw new ShulianError('RUN_UNKNOWN', `There is no run '${id}'. See: shulian runs list`, { status: 404 })
}

export const reportOfRow = (row: RunRow, runner: Runner, now: Date): RunReport => {
  if (row.state === 'running' && runner.isFree(row, now))
    return reportOf(toRun(row), { state: 'cancelled', error: runCut })
  return {
    ...reportOf(toRun(row), {
      state: row.state,
      at: row.finishedAt,
      ...(row.error === null ? {} : { error: JSON.parse(row.error) }),
    }),
    ...(row.waiting === null ? {} : { waiting: inChineseToo(JSON.parse(row.waiting)) }),
  }
}

const inChineseToo = (waiting: Waiting) => ({ ...waiting, whyZh: chineseOf(waiting.why) })
