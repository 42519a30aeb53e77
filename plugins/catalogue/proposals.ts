import type { PageContext } from './page-context.js'
import {
  type CatalogueDatabase,
  type CatalogueTables,
  type CatalogueTransaction,
  type DeletionState,
  inChunks,
} from './tables.js'

/**
 * Records that the source says it deleted: marked, and gone when the run has read everything. `absentIn` is the mark,
 * since it falls off wherever the record comes again.
 */
export const proposeTold = (
  transaction: CatalogueTransaction,
  ids: string[],
  { run, at }: PageContext,
): Promise<never[]> =>
  inChunks(ids, async (chunk) => {
    const live = liveRecords(transaction).where('id', 'in', chunk)
    await keepAs(transaction, live, { run, at, why: 'told', state: 'proposed' })
    await transaction
      .updateTable('catalogueRecord')
      .set({ absentIn: run, seenRun: run, seenAt: at })
      .where('id', 'in', chunk)
      .where('state', '=', 'live')
      .execute()
    return []
  })

export const liveRecords = (database: CatalogueDatabase | CatalogueTransaction) =>
  database.selectFrom('catalogueRecord').where('state', '=', 'live')

/** A record that was proposed, came again and is proposed once more has the latest word. */
export const keepAs = async (
  transaction: CatalogueTransaction,
  records: ReturnType<typeof liveRecords>,
  row: Pick<CatalogueTables['catalogueDeletion'], 'run' | 'at' | 'why' | 'state'>,
): Promise<void> => {
  await transaction
    .insertInto('catalogueDeletion')
    .columns(['run', 'recordId', 'why', 'state', 'storedBy', 'at'])
    .expression(
      records.select(({ val, ref }) => [
        val(row.run).as('run'),
        ref('id').as('recordId'),
        val(row.why).as('why'),
        val(row.state).as('state'),
        ref('lastRun').as('storedBy'),
        val(row.at).as('at'),
      ]),
    )
    .onConflict((conflict) =>
      conflict
        .columns(['run', 'recordId'])
        .doUpdateSet((set) => ({ state: set.ref('excluded.state'), at: set.ref('excluded.at') })),
    )
    .execute()
}

export const moveTo = (
  transaction: CatalogueTransaction,
  run: string,
  ids: string[],
  state: DeletionState,
  at: string,
) =>
  inChunks(ids, (chunk) =>
    transaction
      .updateTable('catalogueDeletion')
      .set({ state, at })
      .where('run', '=', run)
      .where('recordId', 'in', chunk)
      .execute(),
  )
