import { type CreateTableBuilder, sql } from 'kysely'
import type { AnyTransaction, Migration } from '../../gateway/contracts/index.js'
import { rulesVersion } from '../../standards/matching/compare.js'

const text = (name: string) => (table: CreateTableBuilder<string, string>) =>
  table.addColumn(name, 'text', (column) => column.notNull())

/** A table of nothing but its key stands in the order of it, once. */
const keyTable = (database: AnyTransaction, name: string): Promise<void> =>
  database.schema
    .createTable(name)
    .addColumn('block', 'bigint', (column) => column.notNull())
    .addColumn('copy', 'bigint', (column) => column.notNull())
    .$call(text('record_id'))
    .addPrimaryKeyConstraint(`${name}_block`, ['block', 'copy', 'record_id'])
    .modifyEnd(sql`without rowid`)
    .execute()

const keys = async (database: AnyTransaction): Promise<void> => {
  await keyTable(database, 'catalogue_key')
  await database.schema
    .createTable('catalogue_crowd')
    .addColumn('block', 'bigint', (column) => column.primaryKey())
    .$call(text('kind'))
    .$call(text('value'))
    .addColumn('is_over', 'integer', (column) => column.notNull())
    .execute()
}

const pointers = async (database: AnyTransaction): Promise<void> => {
  await database.schema
    .createTable('catalogue_pointer')
    .addColumn('block', 'bigint', (column) => column.notNull())
    .$call(text('record_id'))
    .addPrimaryKeyConstraint('catalogue_pointer_block', ['block', 'record_id'])
    .execute()
  await database.schema
    .createIndex('catalogue_pointer_record')
    .on('catalogue_pointer')
    .column('record_id')
    .execute()
}

const edges = async (database: AnyTransaction): Promise<void> => {
  await database.schema
    .createTable('catalogue_edge')
    .$call(text('a'))
    .$call(text('b'))
    .$call(text('outcome'))
    .addColumn('score', 'double precision', (column) => column.notNull())
    .$call(text('rules'))
    .$call(text('evidence'))
    .addColumn('cut', 'text')
    .addPrimaryKeyConstraint('catalogue_edge_ends', ['a', 'b'])
    .execute()
  await database.schema.createIndex('catalogue_edge_end').on('catalogue_edge').column('b').execute()
  await database.schema
    .createIndex('catalogue_edge_grey')
    .on('catalogue_edge')
    .columns(['score', 'a', 'b'])
    .where(sql.ref('outcome'), '=', 'grey')
    .execute()
}

const words = async (database: AnyTransaction): Promise<void> => {
  await database.schema
    .createTable('catalogue_word')
    .addColumn('number', 'integer', (column) => column.primaryKey().autoIncrement())
    .$call(text('kind'))
    .$call(text('by'))
    .$call(text('at'))
    .addColumn('reason', 'text')
    .addColumn('undone_at', 'text')
    .execute()
  await database.schema
    .createTable('catalogue_word_pair')
    .addColumn('word', 'bigint', (column) => column.notNull())
    .$call(text('a'))
    .$call(text('b'))
    .$call(text('says'))
    .addPrimaryKeyConstraint('catalogue_word_pair_ends', ['a', 'b', 'word'])
    .execute()
  await database.schema.createIndex('catalogue_word_pair_b').on('catalogue_word_pair').column('b').execute()
  await database.schema
    .createIndex('catalogue_word_pair_word')
    .on('catalogue_word_pair')
    .column('word')
    .execute()
}

/** Nothing is there yet that other rules could have matched. */
const current = { rules: rulesVersion, phase: 'done', after: '' }

/** Matching by compared evidence in the place of identifiers alone: what was derived is derived anew. */
export const matching: Migration = {
  id: 'catalogue-005-matching',
  async up(database) {
    for (const table of ['catalogue_key', 'catalogue_overflow', 'catalogue_edge'])
      await database.schema.dropTable(table).execute()
    await database.schema.alterTable('catalogue_record').addColumn('version_of', 'text').execute()
    for (const part of [keys, pointers, edges, words]) await part(database)
    await database.schema
      .createTable('catalogue_matching')
      .addColumn('rules', 'text', (column) => column.primaryKey())
      .$call(text('phase'))
      .$call(text('after'))
      .execute()
    const first = await database.selectFrom('catalogue_record').select('id').limit(1).executeTakeFirst()
    if (!first) await database.insertInto('catalogue_matching').values(current).execute()
  },
}

/** Keys that came lately, in a table of their own. */
export const recentKeys: Migration = {
  id: 'catalogue-006-recent-keys',
  up: (database) => keyTable(database, 'catalogue_recent_key'),
}

/** What records are compared by, beside what it is derived of. */
export const storedClues: Migration = {
  id: 'catalogue-007-clues',
  async up(database) {
    await database.schema.alterTable('catalogue_content').addColumn('clues', 'text').execute()
  },
}
