import type { Kysely } from 'kysely'
import type { Migration } from '../../gateway/contracts/index.js'
import type { Level, Verdict } from './parts.js'

/** Times are ISO 8601 in UTC, so their order as text is their order in time. */
export interface StandardsTables {
  standardsRun: {
    id: string
    member: string | null
    source: string | null
    suite: string
    suiteVersion: string
    verdict: Verdict
    level: Level | null
    startedAt: string
    finishedAt: string
    /** The report as JSON. */
    report: string
  }
  standardsCertificate: {
    id: string
    member: string
    source: string
    suite: string
    level: Level
    run: string
    issuedAt: string
    expiresAt: string
    /** The certificate itself, compact JWS: it is verified whenever it counts. */
    jws: string
  }
}
export type StandardsDatabase = Kysely<StandardsTables>

type Transaction = Parameters<Migration['up']>[0]

export const migrations: Migration[] = [
  {
    id: 'standards-001',
    async up(transaction) {
      await createTable(
        transaction,
        'standards_run',
        ['suite', 'suite_version', 'verdict', 'started_at', 'finished_at', 'report'],
        ['member', 'source', 'level'],
      )
      await createTable(
        transaction,
        'standards_certificate',
        ['member', 'source', 'suite', 'level', 'run', 'issued_at', 'expires_at', 'jws'],
        [],
      )
      await index(transaction, 'standards_run', 'newest', ['finished_at', 'id'])
      await index(transaction, 'standards_run', 'source', ['source', 'suite', 'finished_at'])
      await index(transaction, 'standards_certificate', 'newest', ['issued_at', 'id'])
      await index(transaction, 'standards_certificate', 'member', ['member', 'suite', 'issued_at'])
    },
  },
]

const createTable = async ({ schema }: Transaction, name: string, required: string[], optional: string[]) => {
  let table = schema.createTable(name).addColumn('id', 'text', (column) => column.primaryKey())
  for (const column of required) table = table.addColumn(column, 'text', (it) => it.notNull())
  for (const column of optional) table = table.addColumn(column, 'text')
  await table.execute()
}

const index = ({ schema }: Transaction, table: string, name: string, columns: string[]) =>
  schema.createIndex(`${table}_${name}`).on(table).columns(columns).execute()
