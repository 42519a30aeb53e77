import type { AnyTransaction, Migration } from '../../gateway/contracts/index.js'

/** Rows only of sources that have authority or holdings records: others cost nothing. */
export interface LinkTables {
  /** Sources whose records are linked, since the first authority or holdings record of each came. */
  catalogueLinked: { source: string }
  /** By what numbers a record is pointed to inside its source: an authority by headings, a bibliographic record by holdings. */
  catalogueNumber: { source: string; kind: LinkKind; number: string; recordId: string }
  /** What a record points to; `kind` is that of the record pointed to. */
  catalogueReference: { source: string; kind: LinkKind; number: string; recordId: string }
}

export type LinkKind = 'authority' | 'bib'

export const links: Migration = {
  id: 'catalogue-004-links',
  async up(database) {
    await database.schema
      .createTable('catalogue_linked')
      .addColumn('source', 'text', (column) => column.primaryKey())
      .execute()
    for (const table of ['catalogue_number', 'catalogue_reference']) await numberTable(database, table)
  },
}

const numberTable = async (database: AnyTransaction, table: string): Promise<void> => {
  await database.schema
    .createTable(table)
    .addColumn('source', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('number', 'text', (column) => column.notNull())
    .addColumn('record_id', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint(`${table}_of_record`, ['source', 'kind', 'number', 'record_id'])
    .execute()
  await database.schema.createIndex(`${table}_record`).on(table).column('record_id').execute()
}
