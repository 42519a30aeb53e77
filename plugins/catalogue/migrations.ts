import type { CreateTableBuilder } from 'kysely'
import type { AnyTransaction, Migration } from '../../gateway/contracts/index.js'
import { links } from './link-tables.js'
import { matching, recentKeys, storedClues } from './matching-migration.js'
import { quarantineCauses } from './quarantine-migration.js'

type Table = CreateTableBuilder<string, string>

const texts = (table: Table, ...names: string[]): Table =>
  names.reduce((builder, name) => builder.addColumn(name, 'text', (column) => column.notNull()), table)

const withId = (database: AnyTransaction, table: string, id: string): Table =>
  database.schema.createTable(table).addColumn(id, 'text', (column) => column.primaryKey())

const index = (database: AnyTransaction, table: string, name: string, ...columns: string[]) =>
  database.schema.createIndex(`${table}_${name}`).on(table).columns(columns)

const records = async (database: AnyTransaction): Promise<void> => {
  await texts(
    withId(database, 'catalogue_record', 'id'),
    'source',
    'source_id',
    'kind',
    'format',
    'hash',
    'state',
    'crosswalk',
    'first_run',
    'last_run',
    'seen_run',
    'seen_at',
    'stored_at',
    'updated_at',
  )
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('stamp', 'text')
    .addColumn('work_id', 'text')
    .addColumn('absent_in', 'text')
    .execute()
  await index(database, 'catalogue_record', 'source', 'source', 'hash').execute()
  await index(database, 'catalogue_record', 'work', 'work_id').execute()
  await texts(withId(database, 'catalogue_content', 'record_id'), 'description', 'findings')
    .addColumn('bytes', 'blob', (column) => column.notNull())
    .addColumn('offset', 'bigint')
    .execute()
}

const runs = async (database: AnyTransaction): Promise<void> => {
  await texts(
    withId(database, 'catalogue_run', 'id'),
    'source',
    'kind',
    'state',
    'lane',
    'input',
    'counts',
    'notes',
    'started_at',
    'owner',
  )
    .addColumn('resume', 'text')
    .addColumn('error', 'text')
    .addColumn('pid', 'integer', (column) => column.notNull())
    .addColumn('claimed_until', 'bigint', (column) => column.notNull())
    .addColumn('finished_at', 'text')
    .addColumn('seconds', 'double precision', (column) => column.notNull())
    .execute()
  await index(database, 'catalogue_run', 'source', 'source', 'lane', 'started_at').execute()
  await index(database, 'catalogue_run', 'started', 'started_at', 'id').execute()
  // Whatever two processes do at one moment: one lane of a source has one run.
  await index(database, 'catalogue_run', 'running', 'source', 'lane')
    .unique()
    .where('state', '=', 'running')
    .execute()
  await texts(withId(database, 'catalogue_bookmark', 'source'), 'resume', 'updated_at').execute()
}

const quarantine = async (database: AnyTransaction): Promise<void> => {
  const numbered = database.schema
    .createTable('catalogue_quarantine')
    .addColumn('number', 'integer', (column) => column.primaryKey().autoIncrement())
  await texts(numbered, 'source', 'kind', 'run', 'at', 'hash', 'finding', 'state')
    .addColumn('source_id', 'text')
    .addColumn('is_given_id', 'integer', (column) => column.notNull())
    .addColumn('offset', 'bigint')
    .addColumn('format', 'text')
    .addColumn('bytes', 'blob', (column) => column.notNull())
    .execute()
  await index(database, 'catalogue_quarantine', 'hash', 'source', 'hash').execute()
  await index(database, 'catalogue_quarantine', 'record', 'source', 'source_id').execute()
}

const works = async (database: AnyTransaction): Promise<void> => {
  await texts(
    database.schema.createTable('catalogue_key') as Table,
    'record_id',
    'kind',
    'value',
    'title',
  ).execute()
  await index(database, 'catalogue_key', 'value', 'value', 'kind').execute()
  await index(database, 'catalogue_key', 'record', 'record_id').execute()
  await texts(database.schema.createTable('catalogue_overflow') as Table, 'kind', 'value')
    .addPrimaryKeyConstraint('catalogue_overflow_block', ['value', 'kind'])
    .execute()
  await texts(database.schema.createTable('catalogue_edge') as Table, 'a', 'b', 'rule', 'version', 'evidence')
    .addPrimaryKeyConstraint('catalogue_edge_pair', ['a', 'b'])
    .execute()
  await index(database, 'catalogue_edge', 'b', 'b').execute()
  await texts(withId(database, 'catalogue_work', 'id'), 'updated_at', 'run')
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('gone', 'integer', (column) => column.notNull())
    .execute()
  await texts(database.schema.createTable('catalogue_redirect') as Table, 'from_id', 'to_id')
    .addPrimaryKeyConstraint('catalogue_redirect_pair', ['from_id', 'to_id'])
    .execute()
  await index(database, 'catalogue_redirect', 'to', 'to_id').execute()
}

const deletions = async (database: AnyTransaction): Promise<void> => {
  await texts(
    database.schema.createTable('catalogue_deletion') as Table,
    'run',
    'record_id',
    'why',
    'state',
    'stored_by',
    'at',
  )
    .addPrimaryKeyConstraint('catalogue_deletion_record', ['run', 'record_id'])
    .execute()
  await index(database, 'catalogue_deletion', 'held', 'run').where('state', '=', 'held').execute()
  await database.schema.alterTable('catalogue_run').addColumn('waiting', 'text').execute()
  await database.schema
    .alterTable('catalogue_run')
    .addColumn('is_stop_asked', 'integer', (column) => column.notNull().defaultTo(0))
    .execute()
}

export const migrations: Migration[] = [
  {
    id: 'catalogue-001',
    async up(database) {
      for (const part of [records, runs, quarantine, works]) await part(database)
    },
  },
  quarantineCauses,
  { id: 'catalogue-003-deletions', up: deletions },
  links,
  matching,
  recentKeys,
  storedClues,
]
