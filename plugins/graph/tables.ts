import { type Kysely, sql, type Transaction } from 'kysely'
import type { Migration } from '../../gateway/contracts/index.js'
import { type SubjectTables, subjectMigration } from './subject-tables.js'

export interface GraphTables extends SubjectTables {
  /** An agent as a record names it, with the work that the record belongs to now. */
  graphMention: {
    id: string
    name: string
    work: string
    record: string
    source: string
    /** JSON: relator codes. */
    roles: string
    /** JSON: as the record writes it. */
    names: string
    dates: string | null
    /** JSON: evidence as text. */
    clues: string
    /** Of all that it was made of: the same again changes nothing. */
    digest: string
  }
  /** What may be one agent with others: a name that says enough, or a name in a record. */
  graphName: {
    id: string
    /** JSON: Known. */
    known: string
    agent: string
  }
  /** Who shares what, by number: for candidates. */
  graphClue: { clue: number; name: string; mention: string }
  /** Evidence that more names share than are compared: it counts no more. */
  graphOverflow: { clue: number }
  /** For looking up: as readers type it, folded. */
  graphForm: { text: string; name: string }
  /** From an agent that is gone to each that its names went to: one step. */
  graphRedirect: { fromId: string; toId: string }
  /** One row: how far the first building is. */
  graphState: {
    id: number
    revision: string
    cursor: string | null
    isBuilt: number
    /** Rises with each taking in: what was read before another wrote is read again. */
    writes: number
  }
}

export type GraphDatabase = Kysely<GraphTables>
export type GraphTransaction = Transaction<GraphTables>

type Schema = Parameters<Migration['up']>[0]['schema']

export const migrations: Migration[] = [
  {
    id: 'graph-001-agents',
    async up(database) {
      const { schema } = database
      await texts(schema, 'graph_mention', {
        key: ['id'],
        columns: ['id', 'name', 'work', 'record', 'source', 'roles', 'names', 'clues', 'digest'],
        optional: ['dates'],
      })
      for (const column of ['name', 'work', 'record']) await index(schema, 'graph_mention', column)
      await texts(schema, 'graph_name', { key: ['id'], columns: ['id', 'known', 'agent'] })
      await index(schema, 'graph_name', 'agent')
      await schema
        .createTable('graph_clue')
        .addColumn('clue', 'bigint', (column) => column.notNull())
        .addColumn('name', 'text', (column) => column.notNull())
        .addColumn('mention', 'text', (column) => column.notNull())
        .addPrimaryKeyConstraint('graph_clue_once', ['clue', 'name', 'mention'])
        .execute()
      await schema
        .createTable('graph_overflow')
        .addColumn('clue', 'bigint', (column) => column.primaryKey())
        .execute()
      await texts(schema, 'graph_form', { key: ['text', 'name'], columns: ['text', 'name'] })
      await index(schema, 'graph_form', 'name')
      await texts(schema, 'graph_redirect', { key: ['from_id', 'to_id'], columns: ['from_id', 'to_id'] })
      await index(schema, 'graph_redirect', 'to_id')
      await schema
        .createTable('graph_state')
        .addColumn('id', 'integer', (column) => column.primaryKey())
        .addColumn('revision', 'text', (column) => column.notNull())
        .addColumn('cursor', 'text')
        .addColumn('is_built', 'integer', (column) => column.notNull())
        .addColumn('writes', 'integer', (column) => column.notNull())
        .execute()
      await sql`insert into graph_state (id, revision, cursor, is_built, writes) values (1, '', null, 0, 0)`.execute(
        database,
      )
    },
  },
  subjectMigration,
]

const texts = async (
  schema: Schema,
  table: string,
  { key, columns, optional = [] }: { key: string[]; columns: string[]; optional?: string[] },
): Promise<void> => {
  let builder = schema.createTable(table)
  for (const column of columns) builder = builder.addColumn(column, 'text', (one) => one.notNull())
  for (const column of optional) builder = builder.addColumn(column, 'text')
  await builder.addPrimaryKeyConstraint(`${table}_once`, key as never).execute()
}

const index = (schema: Schema, table: string, column: string): Promise<void> =>
  schema.createIndex(`${table}_${column}`).on(table).column(column).execute()

/** Of very many rows at once nobody else would get a turn. */
const listSize = 500

/** For `where … in (…)`: a list is one value to both databases. */
export const inLists = async <T, R>(items: Iterable<T>, work: (list: T[]) => Promise<R[]>): Promise<R[]> => {
  const all = [...items]
  const results: R[] = []
  for (let at = 0; at < all.length; at += listSize)
    for (const result of await work(all.slice(at, at + listSize))) results.push(result)
  return results
}

export const inChunks = async <T>(
  items: readonly T[],
  work: (chunk: T[]) => Promise<unknown>,
): Promise<void> => {
  for (let at = 0; at < items.length; at += 100) await work(items.slice(at, at + 100))
}
