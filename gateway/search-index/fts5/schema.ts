import { textFields } from '../../contracts/search-index.js'
import type { Sqlite } from './sqlite.js'

/** Raise it when a table below changes: an index of another form is dropped and built again from the catalogue. */
const form = 5

/**
 * Weight of each column for bm25, in the order of `textFields`, then the marks, which never rank. They are far
 * apart because bm25 saturates: a word in a title must outrank the same word five times in an abstract.
 */
export const weights = [40, 15, 3, 1, 10, 0.1, 15, 0].join(', ')

/**
 * Tokens arrive folded and separated by blanks, so every character but the blank belongs to one. The text itself
 * is not kept (`content=''`): documents are built from the catalogue. Prefix indexes pay for words being typed.
 */
const textTable = `create virtual table search_text using fts5(
  ${textFields.join(', ')}, marks, content='', contentless_delete=1, prefix='2 3',
  tokenize="unicode61 remove_diacritics 0 categories 'L* M* N* P* S* C* Z*' separators ' '")`

/** Read the words of the text, which they find by its name. */
export const vocabularies = `
  create virtual table search_word using fts5vocab(search_text, col);
  create virtual table search_spelling using fts5vocab(search_text, instance);`

const tables = `
  ${textTable};
  ${vocabularies}
  create table search_document (
    doc integer primary key, id text not null unique, version integer not null, year integer,
    updated_at integer not null, changed integer not null, title_key text not null, title_order text not null,
    stroke_order text not null, facets text not null);
  create table search_gone (doc integer primary key, changed integer not null);
  create index search_gone_changed on search_gone (changed);
  create index search_document_order on search_document (title_order);
  create index search_document_title on search_document (title_key);
  create index search_document_changed on search_document (changed);
  create table search_stored (doc integer primary key, stored text not null);
  create table search_term (term text primary key, documents integer not null) without rowid;
  create table search_value (id integer primary key, field text not null, value text not null, unique (field, value));
  create table search_state (form integer not null, generation integer not null, cleared integer not null);
  insert into search_state values (${form}, 0, 0);`

/** Those that are renamed with an index. */
export const kept = [
  'search_text',
  'search_document',
  'search_gone',
  'search_stored',
  'search_term',
  'search_value',
  'search_state',
]

export const names = ['search_word', 'search_spelling', ...kept]

/** Begins an index of this form. */
export const createTables = (sqlite: Sqlite): void => sqlite.exec(tables)

/** Whether its tables are those that this version reads. */
export const isOfThisForm = (sqlite: Sqlite): boolean =>
  sqlite.number('select form from search_state') === form

export const dropTables = (sqlite: Sqlite): void =>
  sqlite.exec(names.map((name) => `drop table if exists ${name};`).join('\n'))

/** Of the live index or one beside it; FTS5 keeps what it knows in tables of its own: `search_text_data` and the like. */
export const isIndexTable = (table: string): boolean => {
  const name = table.replace(/^search_b\d+_/, 'search_')
  return names.includes(name) || name.startsWith('search_text_')
}

export const ensureSchema = (sqlite: Sqlite): void => {
  if (formOf(sqlite) === form) return
  sqlite.inTransaction(() => {
    if (formOf(sqlite) === form) return
    dropTables(sqlite)
    createTables(sqlite)
  })
}

const formOf = (sqlite: Sqlite): number | null => {
  const exists = sqlite.number("select count(*) from sqlite_master where name = 'search_state'")
  return exists === 0 ? null : sqlite.number('select form from search_state')
}
