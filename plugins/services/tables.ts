import type { Migration } from '../../gateway/contracts/index.js'

export interface ServicesTables {
  service: { member: string; name: string; url: string; adapter: string | null }
}

export const migrations: Migration[] = [
  {
    id: 'services-001',
    async up(transaction) {
      await transaction.schema
        .createTable('service')
        .addColumn('member', 'text', (column) => column.notNull())
        .addColumn('name', 'text', (column) => column.notNull())
        .addColumn('url', 'text', (column) => column.notNull())
        .addColumn('adapter', 'text')
        .addPrimaryKeyConstraint('service_name', ['member', 'name'])
        .execute()
    },
  },
]
