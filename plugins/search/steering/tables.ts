import type { Generated } from 'kysely'
import type { Migration } from '../../../gateway/contracts/index.js'
import type { Rule } from './rule.js'

/** What librarians said about search: nothing is overwritten, what is taken back stays as history. */
export interface SteeringTables {
  searchRule: {
    number: Generated<number>
    kind: Rule['kind']
    /** JSON of the rule. */
    rule: string
    by: string
    at: string
    undoneBy: string | null
    undoneAt: string | null
  }
}

export const migrations: Migration[] = [
  {
    id: 'search-002-rules',
    up: async (database) => {
      await database.schema
        .createTable('search_rule')
        .addColumn('number', 'integer', (column) => column.primaryKey().autoIncrement())
        .addColumn('kind', 'text', (column) => column.notNull())
        .addColumn('rule', 'text', (column) => column.notNull())
        .addColumn('by', 'text', (column) => column.notNull())
        .addColumn('at', 'text', (column) => column.notNull())
        .addColumn('undone_by', 'text')
        .addColumn('undone_at', 'text')
        .execute()
    },
  },
]
