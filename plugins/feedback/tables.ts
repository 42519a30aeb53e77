import type { Kysely } from 'kysely'
import type { Migration } from '../../gateway/contracts/index.js'
import type { CaseKind, CaseState, Moderation } from './schemas.js'

/** Times are ISO 8601 in UTC, so their order as text is their order in time. */
export interface FeedbackTables {
  feedbackCase: {
    id: string
    kind: CaseKind
    state: CaseState
    moderation: Moderation
    moderationReason: string | null
    text: string
    reporter: string
    member: string | null
    work: string | null
    recordId: string | null
    language: string | null
    createdAt: string
    updatedAt: string
    dueAt: string
    firstResponseAt: string | null
    closedAt: string | null
    idempotencyKey: string | null
    fingerprint: string
  }
  feedbackMessage: { id: string; caseId: string; author: string; text: string; at: string }
  feedbackTransition: {
    id: string
    caseId: string
    fromState: string
    toState: string
    author: string
    at: string
  }
  feedbackInbox: {
    id: string
    subject: string
    caseId: string
    kind: 'reply' | 'state' | 'moderation'
    text: string
    at: string
    readAt: string | null
  }
  feedbackTombstone: { subjectHash: string; at: string }
}
export type FeedbackDatabase = Kysely<FeedbackTables>
export type CaseRow = FeedbackTables['feedbackCase']

type Transaction = Parameters<Migration['up']>[0]

export const migrations: Migration[] = [
  {
    id: 'feedback-001-cases',
    async up(transaction) {
      await createCases(transaction)
      await createParts(transaction)
      await createInbox(transaction)
    },
  },
]

const createCases = async ({ schema }: Transaction): Promise<void> => {
  const required = [
    'kind',
    'state',
    'moderation',
    'text',
    'reporter',
    'created_at',
    'updated_at',
    'due_at',
    'fingerprint',
  ]
  const optional = [
    'moderation_reason',
    'member',
    'work',
    'record_id',
    'language',
    'first_response_at',
    'closed_at',
    'idempotency_key',
  ]
  let table = schema.createTable('feedback_case').addColumn('id', 'text', (column) => column.primaryKey())
  for (const name of required) table = table.addColumn(name, 'text', (column) => column.notNull())
  for (const name of optional) table = table.addColumn(name, 'text')
  await table.execute()
  await schema.createIndex('feedback_case_newest').on('feedback_case').columns(['created_at', 'id']).execute()
  await schema
    .createIndex('feedback_case_idempotent')
    .unique()
    .on('feedback_case')
    .columns(['reporter', 'idempotency_key'])
    .execute()
}

const createParts = async ({ schema }: Transaction): Promise<void> => {
  for (const [name, columns] of [
    ['feedback_message', ['case_id', 'author', 'text', 'at']],
    ['feedback_transition', ['case_id', 'from_state', 'to_state', 'author', 'at']],
  ] as const) {
    let table = schema.createTable(name).addColumn('id', 'text', (column) => column.primaryKey())
    for (const column of columns) table = table.addColumn(column, 'text', (it) => it.notNull())
    await table.execute()
    await schema.createIndex(`${name}_case`).on(name).columns(['case_id', 'at']).execute()
  }
}

const createInbox = async ({ schema }: Transaction): Promise<void> => {
  let table = schema.createTable('feedback_inbox').addColumn('id', 'text', (column) => column.primaryKey())
  for (const name of ['subject', 'case_id', 'kind', 'text', 'at'])
    table = table.addColumn(name, 'text', (column) => column.notNull())
  await table.addColumn('read_at', 'text').execute()
  await schema
    .createIndex('feedback_inbox_newest')
    .on('feedback_inbox')
    .columns(['subject', 'at', 'id'])
    .execute()
  await schema
    .createTable('feedback_tombstone')
    .addColumn('subject_hash', 'text', (column) => column.primaryKey())
    .addColumn('at', 'text', (column) => column.notNull())
    .execute()
}
