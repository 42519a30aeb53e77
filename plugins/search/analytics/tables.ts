import type { Migration } from '../../../gateway/contracts/index.js'

/** What was asked in a week, by how many askers is not kept: only that they were at least `fewestAskers`. */
export interface AnalyticsTables {
  searchCount: {
    /** Its Monday, `2026-11-23`. */
    week: string
    measure: Measure
    /** Empty where a group is counted. */
    query: string
    /** What was asked instead; empty for all but `rephrased`. */
    following: string
    /** `zh Hani`: language of the page and script of the words. Empty where a query is counted. */
    audience: string
    count: number
  }
}

export const measures = ['asked', 'none', 'rephrased', 'abandoned'] as const
export type Measure = (typeof measures)[number]

export const migrations: Migration[] = [
  {
    id: 'search-001-counts',
    up: async (database) => {
      await database.schema
        .createTable('search_count')
        .addColumn('week', 'text', (column) => column.notNull())
        .addColumn('measure', 'text', (column) => column.notNull())
        .addColumn('query', 'text', (column) => column.notNull())
        .addColumn('following', 'text', (column) => column.notNull())
        .addColumn('audience', 'text', (column) => column.notNull())
        .addColumn('count', 'integer', (column) => column.notNull())
        .addPrimaryKeyConstraint('search_count_once', ['week', 'measure', 'query', 'following', 'audience'])
        .execute()
    },
  },
]
