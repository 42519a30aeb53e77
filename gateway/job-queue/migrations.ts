import type { Migration } from '../contracts/plugin.js'

const outbox: Migration = {
  id: 'job-queue-001-outbox',
  async up(database) {
    await database.schema
      .createTable('outbox')
      // An id is never used twice, also when the last row is gone: queues elsewhere tell jobs apart by it.
      .addColumn('id', 'integer', (column) => column.primaryKey().autoIncrement())
      .addColumn('topic', 'text', (column) => column.notNull())
      .addColumn('payload', 'text', (column) => column.notNull())
      .addColumn('state', 'text', (column) => column.notNull())
      .addColumn('attempts', 'integer', (column) => column.notNull().defaultTo(0))
      .addColumn('crashes', 'integer', (column) => column.notNull().defaultTo(0))
      .addColumn('run_at', 'bigint', (column) => column.notNull())
      .addColumn('claimed_by', 'text')
      .addColumn('claimed_pid', 'integer')
      .addColumn('claimed_until', 'bigint')
      .addColumn('error', 'text')
      .addColumn('created_at', 'bigint', (column) => column.notNull())
      .execute()
    await database.schema
      .createIndex('outbox_due')
      .on('outbox')
      .columns(['topic', 'state', 'run_at', 'id'])
      .execute()
    await database.schema.createIndex('outbox_state').on('outbox').columns(['state', 'run_at']).execute()
  },
}

const schedule: Migration = {
  id: 'job-queue-002-schedule',
  async up(database) {
    await database.schema
      .createTable('schedule')
      .addColumn('topic', 'text', (column) => column.primaryKey())
      .addColumn('every_seconds', 'integer', (column) => column.notNull())
      .addColumn('next_at', 'bigint', (column) => column.notNull())
      .execute()
  },
}

const relay: Migration = {
  id: 'job-queue-003-relay',
  async up(database) {
    await database.schema.alterTable('outbox').addColumn('relayed_at', 'bigint').execute()
    await database.schema
      .alterTable('outbox')
      .addColumn('handovers', 'integer', (column) => column.notNull().defaultTo(0))
      .execute()
  },
}

const trace: Migration = {
  id: 'job-queue-004-trace',
  async up(database) {
    await database.schema.alterTable('outbox').addColumn('traceparent', 'text').execute()
  },
}

export const queueMigrations: Migration[] = [outbox, schedule, relay, trace]
