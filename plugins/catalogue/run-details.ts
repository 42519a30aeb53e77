import { type ProposedDeletion, type RunDetails, ShulianError } from '../../gateway/contracts/index.js'
import { readDescription } from '../../standards/record/packed.js'
import type { RunReport } from '../../standards/record/run-report.js'
import type { Runner } from './claim.js'
import { stopAsked } from './hold.js'
import { readRunRow, reportOf, reportOfRow, toRun } from './run-store.js'
import type { CatalogueDatabase, DeletionState } from './tables.js'
import { undoDays } from './verdicts.js'
import { withDeletions } from './with-deletions.js'

interface Parts {
  database: CatalogueDatabase
  runner: Runner
  now(): Date
}

/** A run, what became of its deletions, and the run before it, for comparison. */
export const runDetails = async ({ database, runner, now }: Parts, id: string): Promise<RunDetails> => {
  const row = await readRunRow(database, id)
  const previous = await database
    .selectFrom('catalogueRun')
    .selectAll()
    .where('source', '=', row.source)
    .where('kind', '=', row.kind)
    .where('state', '=', 'finished')
    .where('startedAt', '<', row.startedAt)
    .orderBy('startedAt', 'desc')
    .limit(1)
    .executeTakeFirst()
  const deletions = await deletionsOf(database, id)
  const [report, before] = await withDeletions(database, [
    reportOfRow(row, runner, now()),
    ...(previous ? [reportOf(toRun(previous), { state: 'finished', at: previous.finishedAt })] : []),
  ])
  return {
    ...(report as RunReport),
    deletions: deletions.counts,
    ...(deletions.deletedAt && {
      undoUntil: new Date(Date.parse(deletions.deletedAt) + undoDays * 86_400_000).toISOString(),
    }),
    ...(before && { previous: before }),
  }
}

const deletionsOf = async (database: CatalogueDatabase, run: string) => {
  const rows = await database
    .selectFrom('catalogueDeletion')
    .select(['state', ({ fn }) => fn.countAll().as('n'), ({ fn }) => fn.max('at').as('at')])
    .where('run', '=', run)
    .groupBy('state')
    .execute()
  const counts = Object.fromEntries(rows.map(({ state, n }) => [state, Number(n)]))
  const deletedAt = rows.find(({ state }) => state === 'deleted')?.at as string | undefined
  return { counts: counts as Partial<Record<DeletionState, number>>, deletedAt }
}

/** Records of a run's deletions, in the order of their ids. */
export const listDeletions = async (
  { database }: Pick<Parts, 'database'>,
  { run, state, limit, after }: { run: string; state?: DeletionState; limit: number; after?: string },
): Promise<ProposedDeletion[]> => {
  await readRunRow(database, run)
  let query = database
    .selectFrom('catalogueDeletion')
    .innerJoin('catalogueRecord', 'catalogueRecord.id', 'catalogueDeletion.recordId')
    .innerJoin('catalogueContent', 'catalogueContent.recordId', 'catalogueDeletion.recordId')
    .select(['catalogueDeletion.recordId', 'sourceId', 'why', 'catalogueDeletion.state', 'at', 'description'])
    .where('run', '=', run)
    .orderBy('catalogueDeletion.recordId')
    .limit(limit)
  if (state !== undefined) query = query.where('catalogueDeletion.state', '=', state)
  if (after !== undefined) query = query.where('catalogueDeletion.recordId', '>', after)
  return (await query.execute()).map(({ description, ...row }) => ({
    ...row,
    title: readDescription(description).titles[0]?.value ?? '',
  }))
}

/**
 * Asks the process that is at a run to stop it at the next safe place; it hears that within a second.
 * @throws ShulianError RUN_UNKNOWN (404), RUN_NOT_RUNNING (409)
 */
export const cancelRun = async ({ database, runner, now }: Parts, id: string): Promise<void> => {
  const row = await readRunRow(database, id)
  if (row.state !== 'running' || runner.isFree(row, now())) {
    throw new ShulianError('RUN_NOT_RUNNING', `Run ${id} is not under way: it is ${row.state}.`, {
      status: 409,
    })
  }
  await database.updateTable('catalogueRun').set({ isStopAsked: 1 }).where('id', '=', id).execute()
  runner.running.get(id)?.abort(stopAsked)
}
