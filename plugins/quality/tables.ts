import type { Kysely, Transaction } from 'kysely'
import type { Migration } from '../../gateway/contracts/index.js'

export interface QualityTables {
  /** What is kept of each live record, so that only what changed is looked at again, and what it was is known. */
  qualityFacts: {
    source: string
    recordId: string
    version: number
    kind: string
    /** Bit n: field n of `completeness` is there. */
    present: number
    /** Bit n: field n is asked of this record. */
    asked: number
    type: string
    language: string | null
    year: number | null
    /** `|ISBN_CHECK_DIGIT|ISO2709-07|`; empty when none is broken. */
    rules: string
    /** Digest of its ISBN or ISSN, 48 bits. */
    number: number | null
    /** Digest of what makes two records the same to a reader. */
    likeness: number | null
  }
  /** Of each source: the sums over its facts, and how far they reach. */
  qualitySource: {
    source: string
    /** Rules and measures that the facts rest on: others, and they are made anew. */
    basis: string
    tally: string
    /** Everything stored before is in the facts. */
    through: string
    /** While one is under way: what is stored since is looked at, and how far that is. */
    since: string | null
    cursor: string
    /** Changes since the last report. */
    changes: string
    /** The latest run that a report covers, and when it ended: one that was cut and gone on with ends again. */
    covered: string | null
    /** Rises with each write: of two processes that are at one source, one gives way. */
    version: number
  }
  qualityReport: { source: string; run: string; at: string; report: string }
}

export type QualityDatabase = Kysely<QualityTables>
export type QualityTransaction = Transaction<QualityTables>

export const migrations: Migration[] = [
  {
    id: 'quality-001',
    async up({ schema }) {
      await schema
        .createTable('quality_facts')
        .addColumn('source', 'text', (column) => column.notNull())
        .addColumn('record_id', 'text', (column) => column.notNull())
        .addColumn('version', 'integer', (column) => column.notNull())
        .addColumn('kind', 'text', (column) => column.notNull())
        .addColumn('present', 'integer', (column) => column.notNull())
        .addColumn('asked', 'integer', (column) => column.notNull())
        .addColumn('type', 'text', (column) => column.notNull())
        .addColumn('language', 'text')
        .addColumn('year', 'integer')
        .addColumn('rules', 'text', (column) => column.notNull())
        .addColumn('number', 'bigint')
        .addColumn('likeness', 'bigint')
        .addPrimaryKeyConstraint('quality_facts_record', ['source', 'record_id'])
        .execute()
      for (const column of ['number', 'likeness'])
        await schema
          .createIndex(`quality_facts_${column}`)
          .on('quality_facts')
          .columns(['source', column])
          .where(column, 'is not', null)
          .execute()
      await schema
        .createTable('quality_source')
        .addColumn('source', 'text', (column) => column.primaryKey())
        .addColumn('basis', 'text', (column) => column.notNull())
        .addColumn('tally', 'text', (column) => column.notNull())
        .addColumn('through', 'text', (column) => column.notNull())
        .addColumn('since', 'text')
        .addColumn('cursor', 'text', (column) => column.notNull())
        .addColumn('changes', 'text', (column) => column.notNull())
        .addColumn('covered', 'text')
        .addColumn('version', 'integer', (column) => column.notNull())
        .execute()
      await schema
        .createTable('quality_report')
        .addColumn('source', 'text', (column) => column.notNull())
        .addColumn('run', 'text', (column) => column.notNull())
        .addColumn('at', 'text', (column) => column.notNull())
        .addColumn('report', 'text', (column) => column.notNull())
        .addPrimaryKeyConstraint('quality_report_run', ['source', 'run'])
        .execute()
    },
  },
]
