import type { Migration } from '../../gateway/contracts/index.js'

export interface SubjectTables {
  /** A heading or keyword by its words, whatever scheme they are of; or a class of a scheme. */
  graphSubject: {
    id: string
    kind: 'heading' | 'class'
    /** Of a class: clc, ddc, lcc. */
    scheme: string
    /** The folded words; of a class its number. */
    key: string
  }
  /** For looking up: folded words, numbers, captions. */
  graphSubjectText: { text: string; subject: string }
  /** That a record says so. */
  graphAbout: {
    subject: string
    record: string
    work: string
    source: string
    /** JSON: as the record says it, `[{ value, kind, scheme? }]`. */
    stated: string
  }
}

export const subjectMigration: Migration = {
  id: 'graph-002-subjects',
  async up({ schema }) {
    const tables: Record<string, { columns: string[]; key: string[] }> = {
      graph_subject: { columns: ['id', 'kind', 'scheme', 'key'], key: ['id'] },
      graph_subject_text: { columns: ['text', 'subject'], key: ['text', 'subject'] },
      graph_about: { columns: ['subject', 'record', 'work', 'source', 'stated'], key: ['subject', 'record'] },
    }
    for (const [name, { columns, key }] of Object.entries(tables)) {
      let table = schema.createTable(name)
      for (const column of columns) table = table.addColumn(column, 'text', (one) => one.notNull())
      await table.addPrimaryKeyConstraint(`${name}_once`, key as never).execute()
    }
    await schema.createIndex('graph_subject_text_of').on('graph_subject_text').column('subject').execute()
    for (const column of ['record', 'work'])
      await schema.createIndex(`graph_about_${column}`).on('graph_about').column(column).execute()
  },
}
