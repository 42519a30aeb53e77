import { type Resume, ShulianError } from '../../gateway/contracts/index.js'
import type { RunReport } from '../../standards/record/run-report.js'
import type { Runner } from './claim.js'
import { newRunId } from './ids.js'
import { goesOn, noCounts, type Run, type RunRow, runCut, toRun } from './run-store.js'
import type { CatalogueDatabase, CatalogueTransaction } from './tables.js'

export interface Wanted {
  source: string
  kind: RunReport['kind']
  lane: string
  input: string
  notes: string[]
  bookmark: Resume | null
}

/**
 * The run of this source and input that was cut, or a new one, claimed for this process.
 * @throws ShulianError RUN_IN_PROGRESS (409) while a living process is at a run in the same lane
 */
export const openRun = (
  parts: { database: CatalogueDatabase; runner: Runner; now(): Date },
  wanted: Wanted,
): Promise<Run> =>
  parts.database.transaction().execute(async (transaction) => {
    const now = parts.now()
    for (const row of await runningIn(transaction, wanted)) {
      if (!parts.runner.isFree(row, now)) throw inProgress(wanted.source)
      await release(transaction, row, now)
    }
    const cut = await cutRun(transaction, wanted)
    if (!cut) return begin(transaction, wanted, parts.runner, now)
    await transaction
      .updateTable('catalogueRun')
      .set({ state: 'running', error: null, finishedAt: null, isStopAsked: 0, ...parts.runner.claim(now) })
      .where('id', '=', cut.id)
      .execute()
    const run = toRun(cut)
    run.notes = [...new Set([...run.notes, wentOn(run.counts.read)])]
    return run
  })

const wentOn = (records: number): string =>
  records === 1
    ? 'Went on after 1 record of an earlier attempt.'
    : `Went on after ${records} records of an earlier attempt.`

const inProgress = (source: string) =>
  new ShulianError('RUN_IN_PROGRESS', `A run of ${source} is under way. Wait for it: shulian status`, {
    status: 409,
    retryAfter: 30,
  })

const runningIn = (transaction: CatalogueTransaction, { source, lane }: Wanted): Promise<RunRow[]> =>
  transaction
    .selectFrom('catalogueRun')
    .selectAll()
    .where('source', '=', source)
    .where('lane', '=', lane)
    .where('state', '=', 'running')
    .execute()

/** Its process is gone: what it read so far stays, and it may be gone on with. */
const release = async (
  transaction: CatalogueTransaction,
  { id, owner }: RunRow,
  now: Date,
): Promise<void> => {
  const { numUpdatedRows } = await transaction
    .updateTable('catalogueRun')
    .set({ state: 'cancelled', error: JSON.stringify(runCut), finishedAt: now.toISOString() })
    .where('id', '=', id)
    .where('owner', '=', owner)
    .where('state', '=', 'running')
    .executeTakeFirstOrThrow()
  if (numUpdatedRows === 0n) throw inProgress(id)
}

/** Only the latest of its lane: what was finished since has newer bookmarks. */
const cutRun = async (
  transaction: CatalogueTransaction,
  { source, lane, input }: Wanted,
): Promise<RunRow | null> => {
  const latest = await transaction
    .selectFrom('catalogueRun')
    .selectAll()
    .where('source', '=', source)
    .where('lane', '=', lane)
    .orderBy('startedAt', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return latest && latest.input === input && isUnfinished(latest) ? latest : null
}

const isUnfinished = ({ state, error }: RunRow): boolean =>
  state === 'cancelled' || (state === 'failed' && error !== null && goesOn(String(JSON.parse(error).code)))

const begin = async (
  transaction: CatalogueTransaction,
  wanted: Wanted,
  runner: Runner,
  now: Date,
): Promise<Run> => {
  const { source, kind, lane, input, notes, bookmark } = wanted
  const counts = { ...noCounts, indexed: 0 }
  const run: Run = {
    id: newRunId(now),
    source,
    kind,
    counts,
    resume: bookmark,
    notes: [...notes],
    startedAt: now.toISOString(),
    seconds: 0,
  }
  await transaction
    .insertInto('catalogueRun')
    .values({
      id: run.id,
      source,
      kind,
      lane,
      input,
      state: 'running',
      counts: JSON.stringify(counts),
      resume: JSON.stringify(bookmark),
      notes: JSON.stringify(notes),
      error: null,
      waiting: null,
      isStopAsked: 0,
      startedAt: run.startedAt,
      finishedAt: null,
      seconds: 0,
      ...runner.claim(now),
    })
    .execute()
  return run
}
