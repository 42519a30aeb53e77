import type { CreateTableBuilder, Generated, Kysely, Transaction } from 'kysely'
import type { Migration } from '../../gateway/contracts/index.js'

/** JSON stands in text columns; times are ISO 8601 UTC. */
export interface CatalogueTables {
  catalogueRecord: {
    id: string
    source: string
    sourceId: string
    kind: string
    format: string
    /** SHA-256 of the bytes: the same bytes again change nothing. */
    hash: string
    version: number
    state: 'live' | 'deleted'
    description: string
    findings: string
    crosswalk: string
    stamp: string | null
    workId: string | null
    firstRun: string
    lastRun: string
    /** Full lists in a row that did not have it. */
    missing: number
    storedAt: string
    updatedAt: string
  }
  catalogueRaw: { recordId: string; bytes: Uint8Array; offset: number | null }
  catalogueRun: {
    id: string
    source: string
    kind: string
    state: string
    /** What was read, so that the same call can go on with it. */
    input: string
    counts: string
    resume: string | null
    notes: string
    error: string | null
    pid: number
    startedAt: string
    finishedAt: string | null
    seconds: number
  }
  catalogueBookmark: { source: string; resume: string; updatedAt: string }
  catalogueQuarantine: {
    number: Generated<number>
    source: string
    sourceId: string | null
    run: string
    at: string
    offset: number | null
    format: string | null
    bytes: Uint8Array
    hash: string
    finding: string
    state: 'open' | 'resolved'
  }
  catalogueKey: { recordId: string; kind: string; value: string; title: string }
  catalogueEdge: { a: string; b: string; rule: string; version: string; evidence: string }
  catalogueWork: { id: string; version: number; updatedAt: string; gone: number }
  catalogueRedirect: { fromId: string; toId: string }
}

export type CatalogueDatabase = Kysely<CatalogueTables>
export type CatalogueTransaction = Transaction<CatalogueTables>

export const migrations: Migration[] = [
  {
    id: 'catalogue-001',
    async up({ schema }) {
      const text = (table: CreateTableBuilder<string, string>, ...names: string[]) =>
        names.reduce((builder, name) => builder.addColumn(name, 'text', (column) => column.notNull()), table)

      await text(
        schema.createTable('catalogue_record').addColumn('id', 'text', (column) => column.primaryKey()),
        'source', 'source_id', 'kind', 'format', 'hash', 'state', 'description', 'findings', 'crosswalk', 'first_run', 'last_run', 'stored_at', 'updated_at',
      )
        .addColumn('version', 'integer', (column) => column.notNull())
        .addColumn('stamp', 'text')
        .addColumn('work_id', 'text')
        .addColumn('missing', 'integer', (column) => column.notNull())
        .execute()
      await schema.createIndex('catalogue_record_source').on('catalogue_record').columns(['source', 'hash']).execute()
      await schema.createIndex('catalogue_record_work').on('catalogue_record').column('work_id').execute()
      await schema
        .createTable('catalogue_raw')
        .addColumn('record_id', 'text', (column) => column.primaryKey())
        .addColumn('bytes', 'blob', (column) => column.notNull())
        .addColumn('offset', 'integer')
        .execute()
      await text(
        schema.createTable('catalogue_run').addColumn('id', 'text', (column) => column.primaryKey()),
        'source', 'kind', 'state', 'input', 'counts', 'notes', 'started_at',
      )
        .addColumn('resume', 'text')
        .addColumn('error', 'text')
        .addColumn('pid', 'integer', (column) => column.notNull())
        .addColumn('finished_at', 'text')
        .addColumn('seconds', 'real', (column) => column.notNull())
        .execute()
      await schema.createIndex('catalogue_run_source').on('catalogue_run').columns(['source', 'started_at']).execute()
      await text(
        schema.createTable('catalogue_bookmark').addColumn('source', 'text', (column) => column.primaryKey()),
        'resume', 'updated_at',
      ).execute()
      await text(
        schema.createTable('catalogue_quarantine').addColumn('number', 'integer', (column) => column.primaryKey().autoIncrement()),
        'source', 'run', 'at', 'hash', 'finding', 'state',
      )
        .addColumn('source_id', 'text')
        .addColumn('offset', 'integer')
        .addColumn('format', 'text')
        .addColumn('bytes', 'blob', (column) => column.notNull())
        .execute()
      await schema.createIndex('catalogue_quarantine_source').on('catalogue_quarantine').columns(['source', 'hash']).execute()
      await text(schema.createTable('catalogue_key'), 'record_id', 'kind', 'value', 'title').execute()
      await schema.createIndex('catalogue_key_value').on('catalogue_key').columns(['value', 'kind']).execute()
      await schema.createIndex('catalogue_key_record').on('catalogue_key').column('record_id').execute()
      await text(schema.createTable('catalogue_edge') as CreateTableBuilder<string, string>, 'a', 'b', 'rule', 'version', 'evidence')
        .addPrimaryKeyConstraint('catalogue_edge_pair', ['a', 'b'])
        .execute()
      await schema.createIndex('catalogue_edge_b').on('catalogue_edge').column('b').execute()
      await schema
        .createTable('catalogue_work')
        .addColumn('id', 'text', (column) => column.primaryKey())
        .addColumn('version', 'integer', (column) => column.notNull())
        .addColumn('updated_at', 'text', (column) => column.notNull())
        .addColumn('gone', 'integer', (column) => column.notNull())
        .execute()
      await text(
        schema.createTable('catalogue_redirect').addColumn('from_id', 'text', (column) => column.primaryKey()),
        'to_id',
      ).execute()
    },
  },
]
