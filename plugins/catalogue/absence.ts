import type { ExpressionBuilder } from 'kysely'
import type { Outbox } from '../../gateway/contracts/index.js'
import type { Runner } from './claim.js'
import { ended, type Run, saveProgress } from './run-store.js'
import { storeRecords } from './store-page.js'
import type { CatalogueDatabase, CatalogueTables, CatalogueTransaction } from './tables.js'

/** Shares of a source that may be absent from a full list: above the first it is said, above the second nothing is deleted. */
const warnAbove = 0.15
const stopAbove = 0.3
/** Deletions of one transaction: other processes wait for it. */
const batch = 500

interface AbsenceParts {
  database: CatalogueDatabase
  outbox: Outbox
  runner: Runner
  now(): Date
}

/** In a run's bookmark: how far it is with what was absent. */
const absence = '#absence'

/**
 * After a full list: what was not in it. Absent once is a suspicion, twice running a deletion; an empty list and
 * a list that shrank too far delete nothing and wait for a person. The verdict and the end of it are kept with the
 * run: one that is cut in between goes on, and never takes its own suspicions for the second time.
 */
export const proposeMissing = async (parts: AbsenceParts, run: Run): Promise<void> => {
  if (run.resume?.[absence] === undefined) await judge(parts, run)
  if (run.resume?.[absence] !== 'believed') return
  while ((await deleteBatch(parts, run)) === batch) await new Promise(setImmediate)
  await suspect(parts, run)
}

const judge = async ({ database, ...parts }: AbsenceParts, run: Run): Promise<void> => {
  const live = await count(database, run, 'live')
  const absent = await count(database, run, 'absent')
  if (absent > 0) run.counts.missing = absent
  const doubt = absent === 0 ? undefined : await doubtOf(database, run, { live, absent })
  if (doubt) run.notes.push(doubt)
  else if (absent / live > warnAbove)
    run.notes.push(`${absent} of ${live} records are absent from this full list.`)
  run.resume = { [ended]: true, [absence]: doubt || absent === 0 ? 'nothing' : 'believed' }
  await database.transaction().execute((transaction) => saveProgress(transaction, run, parts))
}

const doubtOf = async (
  database: CatalogueDatabase,
  run: Run,
  { live, absent }: { live: number; absent: number },
): Promise<string | undefined> => {
  if (run.counts.read === 0 || absent / live > stopAbove) {
    return `HARVEST_SHRINK: ${absent} of ${live} records are absent from this full list. Nothing was deleted. If the list is right, send it again after checking the source; if records left on purpose, delete them explicitly.`
  }
  const nameless = await database
    .selectFrom('catalogueQuarantine')
    .select('number')
    .where('source', '=', run.source)
    .where('run', '=', run.id)
    .where('sourceId', 'is', null)
    .limit(1)
    .executeTakeFirst()
  if (!nameless) return undefined
  return `${absent} of ${live} records are absent from this full list, but it also has records that could not be read and do not say which they are: nothing was deleted for being absent. See: shulian quarantine list`
}

/** A record that another run saw since this one began is there, whatever this list says. */
const isAbsent = (run: Run) => (where: ExpressionBuilder<CatalogueTables, 'catalogueRecord'>) =>
  where.and([
    where('source', '=', run.source),
    where('state', '=', 'live'),
    where('seenRun', '!=', run.id),
    where('seenAt', '<', run.startedAt),
  ])

const count = async (
  database: CatalogueDatabase | CatalogueTransaction,
  run: Run,
  which: 'live' | 'absent',
): Promise<number> => {
  const live = database
    .selectFrom('catalogueRecord')
    .select(({ fn }) => fn.countAll().as('n'))
    .where('source', '=', run.source)
    .where('state', '=', 'live')
  const { n } = await (which === 'live' ? live : live.where(isAbsent(run))).executeTakeFirstOrThrow()
  return Number(n)
}

const deleteBatch = ({ database, outbox, ...parts }: AbsenceParts, run: Run): Promise<number> =>
  database.transaction().execute(async (transaction) => {
    const rows = await transaction
      .selectFrom('catalogueRecord')
      .select('id')
      .where(isAbsent(run))
      .where('absentIn', 'is not', null)
      .limit(batch)
      .execute()
    if (rows.length === 0) return 0
    const deletes = rows.map(({ id }) => id)
    const context = { source: run.source, run: run.id, at: parts.now().toISOString() }
    const { works, indexed } = await storeRecords(transaction, { stores: [], deletes }, context)
    run.counts.indexed += indexed
    await saveProgress(transaction, run, parts)
    if (works.length > 0) await outbox.append(transaction, 'work.changed', { works })
    return rows.length
  })

const suspect = ({ database, ...parts }: AbsenceParts, run: Run): Promise<void> =>
  database.transaction().execute(async (transaction) => {
    const once = await count(transaction, run, 'absent')
    const deleted = (run.counts.missing ?? once) - once
    await transaction.updateTable('catalogueRecord').set({ absentIn: run.id }).where(isAbsent(run)).execute()
    if (once > 0)
      run.notes.push(`${once} records were absent for the first time; absent once more, they are deleted.`)
    if (deleted > 0) run.notes.push(`${deleted} records were absent for the second time and are deleted.`)
    run.resume = { [ended]: true, [absence]: 'done' }
    await saveProgress(transaction, run, parts)
  })
