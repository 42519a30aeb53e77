import type { Outbox } from '../../gateway/contracts/index.js'
import type { Runner } from './claim.js'
import { liveRecords, moveTo } from './proposals.js'
import { type Run, saveProgress } from './run-store.js'
import { storeRecords } from './store-page.js'
import type { CatalogueDatabase, CatalogueTransaction } from './tables.js'

/** Shares of a source that a run may delete: above the first it is said, above the second a person decides. */
export const warnAbove = 0.15
export const stopAbove = 0.3
/** Deletions that a source states are an ordinary day up to here, however small the source. */
const ordinary = 3
/** Deletions of one transaction: other processes wait for it. */
export const batch = 500

export interface DeletionParts {
  database: CatalogueDatabase
  outbox: Outbox
  runner: Runner
  now(): Date
}

/** When the run has read all that it will: what the source told is deleted, or waits when it is too much at once. */
export const settleTold = async (parts: DeletionParts, run: Run): Promise<void> => {
  const told = await countTold(parts.database, run)
  const old = told > ordinary ? await countOld(parts.database, run) : 0
  if (old > 0 && told / old > stopAbove) return hold(parts, run, { told, old })
  if (old > 0 && told / old > warnAbove) noteOnce(run, `The source deleted ${told} of ${old} records.`)
  while ((await deleteBatch(parts, run)) === batch);
}

export const noteOnce = (run: Run, note: string): void => {
  if (!run.notes.includes(note)) run.notes.push(note)
}

/** Still marked by this run; one that the same run brought is nobody's loss. */
const toldBy = (database: CatalogueDatabase | CatalogueTransaction, run: Run) =>
  database
    .selectFrom('catalogueDeletion')
    .innerJoin('catalogueRecord', 'catalogueRecord.id', 'catalogueDeletion.recordId')
    .where('catalogueDeletion.run', '=', run.id)
    .where('catalogueDeletion.state', '=', 'proposed')
    .where('catalogueRecord.state', '=', 'live')
    .where('catalogueRecord.absentIn', '=', run.id)

const countTold = async (database: CatalogueDatabase, run: Run): Promise<number> => {
  const { n } = await toldBy(database, run)
    .where('catalogueRecord.firstRun', '!=', run.id)
    .select(({ fn }) => fn.countAll().as('n'))
    .executeTakeFirstOrThrow()
  return Number(n)
}

const countOld = async (database: CatalogueDatabase, run: Run): Promise<number> => {
  const { n } = await liveRecords(database)
    .where('source', '=', run.source)
    .where('firstRun', '!=', run.id)
    .select(({ fn }) => fn.countAll().as('n'))
    .executeTakeFirstOrThrow()
  return Number(n)
}

const hold = (
  { database, ...parts }: DeletionParts,
  run: Run,
  { told, old }: { told: number; old: number },
): Promise<void> =>
  database.transaction().execute(async (transaction) => {
    const ids = (await toldBy(transaction, run).select('recordId').execute()).map(({ recordId }) => recordId)
    await moveTo(transaction, run.id, ids, 'held', parts.now().toISOString())
    noteOnce(run, heldNote(`The source deleted ${told} of ${old} records`, run.id))
    await saveProgress(transaction, run, parts)
  })

export const heldNote = (what: string, run: string): string =>
  `HARVEST_SHRINK: ${what}. The run deleted nothing of that: a person decides. See: shulian runs show ${run}; then accept or refuse it.`

const deleteBatch = ({ database, outbox, ...parts }: DeletionParts, run: Run): Promise<number> =>
  database.transaction().execute(async (transaction) => {
    const rows = await toldBy(transaction, run).select('recordId').limit(batch).execute()
    if (rows.length === 0) return 0
    const ids = rows.map(({ recordId }) => recordId)
    const context = { source: run.source, run: run.id, at: parts.now().toISOString() }
    const { works, indexed } = await storeRecords(transaction, { stores: [], deletes: ids }, context)
    await moveTo(transaction, run.id, ids, 'deleted', context.at)
    run.counts.indexed += indexed
    await saveProgress(transaction, run, parts)
    if (works.length > 0) await outbox.append(transaction, 'work.changed', { works })
    return rows.length
  })
