import type { AnyDatabase, AnyTransaction, Migration } from '../contracts/plugin.js'

/**
 * Applies what was not yet applied, each in a transaction of its own, once over all processes: the insert of
 * its id is the lock.
 */
export const migrate = async (database: AnyDatabase, migrations: Migration[]): Promise<void> => {
  // In a transaction: two processes at an empty PostgreSQL database would both find no table.
  await database.transaction().execute(makeMigrationTable)
  const applied = new Set((await database.selectFrom('migration').select('id').execute()).map(({ id }) => id))
  for (const migration of migrations) {
    if (applied.has(migration.id)) continue
    await database.transaction().execute(async (transaction) => {
      const { numInsertedOrUpdatedRows } = await transaction
        .insertInto('migration')
        .values({ id: migration.id, appliedAt: new Date().toISOString() })
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirstOrThrow()
      if (numInsertedOrUpdatedRows === 0n) return
      await migration.up(transaction)
    })
  }
}

/** Which migrations were applied. */
export const makeMigrationTable = ({ schema }: AnyTransaction): Promise<void> =>
  schema
    .createTable('migration')
    .ifNotExists()
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('applied_at', 'text', (column) => column.notNull())
    .execute()
