import type { ExpressionBuilder } from 'kysely'
import { batch, type DeletionParts, heldNote, noteOnce, stopAbove, warnAbove } from './deletions.js'
import { keepAs, liveRecords } from './proposals.js'
import { ended, type Run, saveProgress } from './run-store.js'
import { storeRecords } from './store-page.js'
import type { CatalogueDatabase, CatalogueTables, CatalogueTransaction } from './tables.js'

/** In a run's bookmark: how far it is with what was absent. */
const absence = '#absence'

/**
 * After a full list: what was not in it. Absent once is a suspicion, twice running a deletion; an empty list and
 * a list that shrank too far delete nothing and wait for a person. The verdict and the end of it are kept with the
 * run: one that is cut in between goes on, and never takes its own suspicions for the second time.
 */
export const proposeMissing = async (parts: DeletionParts, run: Run): Promise<void> => {
  if (run.resume?.[absence] === undefined) await judge(parts, run)
  if (run.resume?.[absence] !== 'believed') return
  while ((await deleteBatch(parts, run)) === batch);
  await suspect(parts, run)
}

const judge = async ({ database, ...parts }: DeletionParts, run: Run): Promise<void> => {
  const found = await countsOf(database, run)
  const { live, absent, gone } = found
  if (absent > 0) run.counts.missing = absent
  const isShrunken = absent > 0 && (run.counts.read === 0 || (absent + gone) / (live + gone) > stopAbove)
  const doubt = absent === 0 || isShrunken ? undefined : await namelessDoubt(database, run, found)
  if (doubt) run.notes.push(doubt)
  else if (absent / live > warnAbove && !isShrunken) run.notes.push(`${absentOf(absent, live)}.`)
  run.resume = { [ended]: true, [absence]: isShrunken || doubt || absent === 0 ? 'nothing' : 'believed' }
  await database.transaction().execute(async (transaction) => {
    await supersede(transaction, run, parts.now().toISOString())
    if (isShrunken) await hold(transaction, run, found, parts.now().toISOString())
    await saveProgress(transaction, run, parts)
  })
}

const absentOf = (absent: number, live: number): string =>
  absent === 1
    ? `1 of ${live} records is absent from this full list`
    : `${absent} of ${live} records are absent from this full list`

interface Found {
  live: number
  absent: number
  /** What the source told in this run to be deleted: part of how far the list shrank. */
  gone: number
}

const countsOf = async (database: CatalogueDatabase, run: Run): Promise<Found> => {
  const { n } = await database
    .selectFrom('catalogueDeletion')
    .select(({ fn }) => fn.countAll().as('n'))
    .where('run', '=', run.id)
    .where('state', '=', 'deleted')
    .executeTakeFirstOrThrow()
  return {
    live: await count(database, run, 'live'),
    absent: await count(database, run, 'absent'),
    gone: Number(n),
  }
}

const namelessDoubt = async (
  database: CatalogueDatabase,
  run: Run,
  { live, absent }: Found,
): Promise<string | undefined> => {
  const nameless = await database
    .selectFrom('catalogueQuarantine')
    .select('number')
    .where('source', '=', run.source)
    .where('run', '=', run.id)
    .where('sourceId', 'is', null)
    .limit(1)
    .executeTakeFirst()
  if (!nameless) return undefined
  return `${absentOf(absent, live)}, but it also has records that could not be read and do not say which they are: nothing was deleted for being absent. See: shulian quarantine list`
}

/** What an older list lacked is out of date: this one was asked too. */
const supersede = (transaction: CatalogueTransaction, run: Run, at: string) =>
  transaction
    .updateTable('catalogueDeletion')
    .set({ state: 'lapsed', at })
    .where('state', '=', 'held')
    .where('why', '=', 'absent')
    .where('run', 'in', (query) =>
      query.selectFrom('catalogueRun').select('id').where('source', '=', run.source),
    )
    .execute()

const hold = async (
  transaction: CatalogueTransaction,
  run: Run,
  { live, absent }: Found,
  at: string,
): Promise<void> => {
  const records = liveRecords(transaction).where(isAbsent(run))
  await keepAs(transaction, records, { run: run.id, at, why: 'absent', state: 'held' })
  noteOnce(run, heldNote(absentOf(absent, live), run.id))
}

/** A record that another run saw since this one began is there, whatever this list says. */
const isAbsent = (run: Run) => (where: ExpressionBuilder<CatalogueTables, 'catalogueRecord'>) =>
  where.and([
    where('source', '=', run.source),
    where('seenRun', '!=', run.id),
    where('seenAt', '<', run.startedAt),
  ])

const count = async (
  database: CatalogueDatabase | CatalogueTransaction,
  run: Run,
  which: 'live' | 'absent',
): Promise<number> => {
  const live = liveRecords(database)
    .where('source', '=', run.source)
    .select(({ fn }) => fn.countAll().as('n'))
  const { n } = await (which === 'live' ? live : live.where(isAbsent(run))).executeTakeFirstOrThrow()
  return Number(n)
}

const deleteBatch = ({ database, outbox, ...parts }: DeletionParts, run: Run): Promise<number> =>
  database.transaction().execute(async (transaction) => {
    const twice = liveRecords(transaction).where(isAbsent(run)).where('absentIn', 'is not', null).limit(batch)
    const deletes = (await twice.select('id').execute()).map(({ id }) => id)
    if (deletes.length === 0) return 0
    const context = { source: run.source, run: run.id, at: parts.now().toISOString() }
    const those = liveRecords(transaction).where('id', 'in', deletes)
    await keepAs(transaction, those, { run: run.id, at: context.at, why: 'absent', state: 'deleted' })
    const { works, indexed } = await storeRecords(transaction, { stores: [], deletes }, context)
    run.counts.indexed += indexed
    await saveProgress(transaction, run, parts)
    if (works.length > 0) await outbox.append(transaction, 'work.changed', { works })
    return deletes.length
  })

const suspect = ({ database, ...parts }: DeletionParts, run: Run): Promise<void> =>
  database.transaction().execute(async (transaction) => {
    const once = await count(transaction, run, 'absent')
    const deleted = (run.counts.missing ?? once) - once
    await transaction
      .updateTable('catalogueRecord')
      .set({ absentIn: run.id })
      .where('state', '=', 'live')
      .where(isAbsent(run))
      .execute()
    run.notes.push(...firstTime(once), ...secondTime(deleted))
    run.resume = { [ended]: true, [absence]: 'done' }
    await saveProgress(transaction, run, parts)
  })

const firstTime = (records: number): string[] => {
  if (records === 0) return []
  return records === 1
    ? ['1 record was absent for the first time; absent once more, it is deleted.']
    : [`${records} records were absent for the first time; absent once more, they are deleted.`]
}

const secondTime = (records: number): string[] => {
  if (records === 0) return []
  return records === 1
    ? ['1 record was absent for the second time and is deleted.']
    : [`${records} records were absent for the second time and are deleted.`]
}
