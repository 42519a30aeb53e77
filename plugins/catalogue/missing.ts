import type { Outbox } from '../../gateway/contracts/index.js'
import { regroup } from './grouping.js'
import type { Run } from './run-store.js'
import { deleteRecords } from './store-page.js'
import type { CatalogueDatabase } from './tables.js'

/** Shares of a source that may be absent from a full list: above the first it is said, above the second nothing is deleted. */
const warnAbove = 0.15
const stopAbove = 0.3

/**
 * After a full list: what was not in it. Absent once is a suspicion, twice running a deletion; an empty list and
 * a list that shrank too far delete nothing and wait for a person.
 */
export const proposeMissing = async (
  { database, outbox, now }: { database: CatalogueDatabase; outbox: Outbox; now(): Date },
  run: Run,
): Promise<void> => {
  const live = database.selectFrom('catalogueRecord').where('source', '=', run.source).where('state', '=', 'live')
  const total = await live.select(({ fn }) => fn.countAll<number>().as('n')).executeTakeFirstOrThrow()
  const absent = await live.select(['id', 'missing']).where('lastRun', '!=', run.id).execute()
  if (absent.length === 0) return
  run.counts.missing = absent.length
  const share = absent.length / Number(total.n)
  if (share > stopAbove || run.counts.read === 0) {
    run.notes.push(
      `HARVEST_SHRINK: ${absent.length} of ${total.n} records are absent from this full list. Nothing was deleted. If the list is right, send it again after checking the source; if records left on purpose, delete them explicitly.`,
    )
    return
  }
  if (share > warnAbove) run.notes.push(`${absent.length} of ${total.n} records are absent from this full list.`)
  const at = now().toISOString()
  await database.transaction().execute(async (transaction) => {
    const twice = absent.filter(({ missing }) => missing > 0).map(({ id }) => id)
    const once = absent.filter(({ missing }) => missing === 0).map(({ id }) => id)
    if (once.length > 0) await transaction.updateTable('catalogueRecord').set({ missing: 1 }).where('id', 'in', once).execute()
    const deleted = await deleteRecords(transaction, twice, { source: run.source, run: run.id, at })
    const works = await regroup(transaction, deleted, at)
    if (works.length > 0) await outbox.append(transaction, 'work.changed', { works })
    if (once.length > 0) run.notes.push(`${once.length} records were absent for the first time; absent once more, they are deleted.`)
    if (deleted.length > 0) run.notes.push(`${deleted.length} records were absent for the second time and are deleted.`)
  })
}
