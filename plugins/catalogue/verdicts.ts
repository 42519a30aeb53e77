import { type JobQueue, type Outbox, ShulianError, type Verdict } from '../../gateway/contracts/index.js'
import type { Runner } from './claim.js'
import { batch } from './deletions.js'
import { moveTo } from './proposals.js'
import { restoreRecords } from './restore.js'
import { readRunRow } from './run-store.js'
import { storeRecords } from './store-page.js'
import type { CatalogueDatabase, CatalogueTransaction } from './tables.js'

export interface VerdictParts {
  database: CatalogueDatabase
  outbox: Outbox
  jobs: JobQueue
  runner: Runner
  now(): Date
}

/** What a run deleted can be taken back for so long. */
export const undoDays = 30

const samples = 20

/**
 * The held deletions of a run are carried out: of the records that nothing was heard of since. A call that is cut is
 * made again, and goes on.
 * @throws ShulianError RUN_UNKNOWN (404), NOTHING_HELD (409)
 */
export const acceptHeld = async (parts: VerdictParts, id: string, signal: AbortSignal): Promise<Verdict> => {
  const { source } = await readRunRow(parts.database, id)
  await assertHeld(parts.database, id)
  return inBatches(parts, id, signal, async (transaction, at) => {
    const rows = await rowsOf(transaction, id, 'held')
    const still = rows.filter((row) => row.state === 'live' && isUnheardOf(row, id))
    const done = still.map(({ recordId }) => recordId)
    const { works } = await storeRecords(transaction, { stores: [], deletes: done }, { source, run: id, at })
    await moveTo(transaction, id, done, 'deleted', at)
    const left = rows.filter((row) => !still.includes(row)).map(leftOf)
    return { rows: rows.length, done, left, works }
  })
}

/** Told: the mark is still on it. Absent: it was neither seen nor stored since the list that lacked it. */
const isUnheardOf = ({ why, absentIn, seenAt, startedAt, seenRun }: Row, run: string): boolean =>
  why === 'told' ? absentIn === run : seenRun !== run && seenAt < startedAt

/** @throws ShulianError RUN_UNKNOWN (404), NOTHING_HELD (409) */
export const refuseHeld = async ({ database, now }: VerdictParts, id: string): Promise<Verdict> => {
  await readRunRow(database, id)
  await assertHeld(database, id)
  const { numUpdatedRows } = await database
    .updateTable('catalogueDeletion')
    .set({ state: 'refused', at: now().toISOString() })
    .where('run', '=', id)
    .where('state', '=', 'held')
    .executeTakeFirstOrThrow()
  return { run: id, done: Number(numUpdatedRows), left: 0, leftRecords: [] }
}

/**
 * Records that a run deleted come back as they were, with their works and holdings; those that came again or were deleted
 * anew since are left as they are, and named.
 * @throws ShulianError RUN_UNKNOWN (404), NOTHING_DELETED, UNDO_EXPIRED (409)
 */
export const undoDeletions = async (
  parts: VerdictParts,
  id: string,
  signal: AbortSignal,
): Promise<Verdict> => {
  const { source } = await readRunRow(parts.database, id)
  await assertUndoable(parts, id)
  return inBatches(parts, id, signal, async (transaction, at) => {
    const rows = await rowsOf(transaction, id, 'deleted')
    const still = rows.filter(({ state, lastRun }) => state === 'deleted' && lastRun === id)
    const works = await restoreRecords(transaction, still, { source, run: id, at })
    const done = still.map(({ recordId }) => recordId)
    await moveTo(transaction, id, done, 'undone', at)
    const left = rows.filter((row) => !still.includes(row)).map(leftOf)
    return { rows: rows.length, done, left, works }
  })
}

type Left = Verdict['leftRecords'][number]

const leftOf = ({ recordId, sourceId, state, lastRun }: Row): Left => ({
  recordId,
  sourceId,
  run: lastRun,
  why: state === 'deleted' ? 'deleted-since' : 'came-again',
})

type Row = Awaited<ReturnType<typeof rowsOf>>[number]

const rowsOf = (transaction: CatalogueTransaction, run: string, state: 'held' | 'deleted') =>
  transaction
    .selectFrom('catalogueDeletion')
    .innerJoin('catalogueRecord', 'catalogueRecord.id', 'catalogueDeletion.recordId')
    .innerJoin('catalogueRun', 'catalogueRun.id', 'catalogueDeletion.run')
    .select(['recordId', 'why', 'storedBy', 'catalogueRecord.sourceId', 'catalogueRecord.kind'])
    .select(['catalogueRecord.state', 'lastRun', 'absentIn', 'seenRun', 'seenAt', 'catalogueRun.startedAt'])
    .where('catalogueDeletion.run', '=', run)
    .where('catalogueDeletion.state', '=', state)
    .limit(batch)
    .execute()

interface Step {
  rows: number
  done: string[]
  left: Left[]
  works: string[]
}

const inBatches = async (
  { database, outbox, jobs, now }: VerdictParts,
  run: string,
  signal: AbortSignal,
  step: (transaction: CatalogueTransaction, at: string) => Promise<Step>,
): Promise<Verdict> => {
  const verdict: Verdict = { run, done: 0, left: 0, leftRecords: [] }
  for (let rows = batch; rows === batch; ) {
    signal.throwIfAborted()
    const taken = await database.transaction().execute(async (transaction) => {
      const at = now().toISOString()
      const result = await step(transaction, at)
      const ids = result.left.map(({ recordId }) => recordId)
      await moveTo(transaction, run, ids, 'lapsed', at)
      if (result.works.length > 0) await outbox.append(transaction, 'work.changed', { works: result.works })
      return result
    })
    rows = taken.rows
    verdict.done += taken.done.length
    verdict.left += taken.left.length
    verdict.leftRecords.push(...taken.left.slice(0, samples - verdict.leftRecords.length))
    jobs.wake()
  }
  await jobs.caughtUp('work.changed', undefined, signal)
  return verdict
}

const assertHeld = async (database: CatalogueDatabase, run: string): Promise<void> => {
  const held = await anyOf(database, run, 'held')
  if (held) return
  throw new ShulianError(
    'NOTHING_HELD',
    `No deletion of run ${run} waits for a word. Those that do: shulian runs list --held`,
    { status: 409 },
  )
}

const anyOf = (database: CatalogueDatabase, run: string, state: 'held' | 'deleted') =>
  database
    .selectFrom('catalogueDeletion')
    .select('at')
    .where('run', '=', run)
    .where('state', '=', state)
    .orderBy('at', 'desc')
    .limit(1)
    .executeTakeFirst()

const assertUndoable = async ({ database, now }: VerdictParts, run: string): Promise<void> => {
  const latest = await anyOf(database, run, 'deleted')
  if (!latest) {
    throw new ShulianError(
      'NOTHING_DELETED',
      `Run ${run} deleted nothing that still stands as deleted by it. See: shulian runs show ${run}`,
      { status: 409 },
    )
  }
  if (Date.parse(latest.at) + undoDays * 86_400_000 >= now().getTime()) return
  throw new ShulianError(
    'UNDO_EXPIRED',
    `Run ${run} deleted its records more than ${undoDays} days ago: that is no longer undone. Harvest the source anew: shulian harvest MEMBER/NAME --full`,
    { status: 409 },
  )
}
