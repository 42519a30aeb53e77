import { randomBytes } from 'node:crypto'
import type { Kysely } from 'kysely'
import type { AnyDatabase, Migration } from '../contracts/plugin.js'

interface Tables {
  searchIndexState: { name: string; value: string }
}

export const indexStateTable = 'search_index_state'

export const searchIndexMigrations: Migration[] = [
  {
    id: 'search-index-001-state',
    async up(database) {
      await database.schema
        .createTable(indexStateTable)
        .addColumn('name', 'text', (column) => column.primaryKey())
        .addColumn('value', 'text', (column) => column.notNull())
        .execute()
    },
  },
]

/** Names the indexes of this database on an engine that others use too: made once, whoever asks first. */
export const indexId = async (database: AnyDatabase): Promise<string> => {
  const tables = database as Kysely<Tables>
  const value = randomBytes(6).toString('hex')
  await tables
    .insertInto('searchIndexState')
    .values({ name: 'id', value })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  const row = await tables
    .selectFrom('searchIndexState')
    .select('value')
    .where('name', '=', 'id')
    .executeTakeFirstOrThrow()
  return row.value
}
