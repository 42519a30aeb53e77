import type { Kysely } from 'kysely'
import type { Migration } from '../../gateway/contracts/index.js'

/** Times are ISO 8601 in UTC, so their order as text is their order in time. Each column is declared in fields.ts. */
export interface ProfileTables {
  profileEvent: {
    id: string
    subject: string
    at: string
    receivedAt: string
    type: string
    member: string | null
    purpose: string
    consentVersion: string
    recordId: string | null
    workId: string | null
    /** The event as it came, for export and for what is computed later. */
    json: string
    expiresAt: string
  }
  profileConsent: {
    id: string
    subject: string
    purpose: string
    controller: string
    textVersion: string
    separate: number
    guardian: number
    at: string
    withdrawnAt: string | null
  }
  /** A tag the reader deleted: it stays away whatever is read later. `value` '' is the whole kind. */
  profileHidden: { subject: string; kind: string; value: string; at: string }
  profileTombstone: { subjectHash: string; at: string }
}
export type ProfileDatabase = Kysely<ProfileTables>
export type EventRow = ProfileTables['profileEvent']
export type ConsentRow = ProfileTables['profileConsent']

type Schema = Parameters<Migration['up']>[0]['schema']

export const migrations: Migration[] = [
  {
    id: 'profile-001-events',
    async up({ schema }) {
      await createEvents(schema)
      await createConsents(schema)
      await createMarks(schema)
    },
  },
]

const createEvents = async (schema: Schema): Promise<void> => {
  let table = schema
    .createTable('profile_event')
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('subject', 'text', (column) => column.notNull())
  for (const name of ['at', 'received_at', 'type', 'purpose', 'consent_version', 'json', 'expires_at'])
    table = table.addColumn(name, 'text', (column) => column.notNull())
  for (const name of ['member', 'record_id', 'work_id']) table = table.addColumn(name, 'text')
  await table.addPrimaryKeyConstraint('profile_event_once', ['subject', 'id']).execute()
  await schema
    .createIndex('profile_event_newest')
    .on('profile_event')
    .columns(['subject', 'purpose', 'at'])
    .execute()
  await schema.createIndex('profile_event_expiry').on('profile_event').column('expires_at').execute()
}

const createConsents = async (schema: Schema): Promise<void> => {
  let table = schema.createTable('profile_consent').addColumn('id', 'text', (column) => column.primaryKey())
  for (const name of ['subject', 'purpose', 'controller', 'text_version', 'at'])
    table = table.addColumn(name, 'text', (column) => column.notNull())
  for (const name of ['separate', 'guardian'])
    table = table.addColumn(name, 'integer', (column) => column.notNull())
  await table.addColumn('withdrawn_at', 'text').execute()
  await schema
    .createIndex('profile_consent_of')
    .on('profile_consent')
    .columns(['subject', 'purpose'])
    .execute()
}

const createMarks = async (schema: Schema): Promise<void> => {
  await schema
    .createTable('profile_hidden')
    .addColumn('subject', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('value', 'text', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('profile_hidden_once', ['subject', 'kind', 'value'])
    .execute()
  await schema
    .createTable('profile_tombstone')
    .addColumn('subject_hash', 'text', (column) => column.primaryKey())
    .addColumn('at', 'text', (column) => column.notNull())
    .execute()
}
