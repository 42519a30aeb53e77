import type { Migration } from '../../gateway/contracts/index.js'

export interface MembersTables {
  member: {
    id: string
    type: string
    name: string
    nameZh: string | null
    stage: string
    contacts: string
    branches: string
    addedAt: string
  }
  source: {
    id: string
    member: string
    name: string
    adapter: string
    options: string
    mode: string
    share: string
    everySeconds: number | null
    addedAt: string
  }
}

export const migrations: Migration[] = [
  {
    id: 'members-001',
    async up(transaction) {
      await transaction.schema
        .createTable('member')
        .addColumn('id', 'text', (column) => column.primaryKey())
        .addColumn('type', 'text', (column) => column.notNull())
        .addColumn('name', 'text', (column) => column.notNull())
        .addColumn('name_zh', 'text')
        .addColumn('stage', 'text', (column) => column.notNull())
        .addColumn('contacts', 'text', (column) => column.notNull())
        .addColumn('branches', 'text', (column) => column.notNull())
        .addColumn('added_at', 'text', (column) => column.notNull())
        .execute()
      await transaction.schema
        .createTable('source')
        .addColumn('id', 'text', (column) => column.primaryKey())
        .addColumn('member', 'text', (column) => column.notNull().references('member.id'))
        .addColumn('name', 'text', (column) => column.notNull())
        .addColumn('adapter', 'text', (column) => column.notNull())
        .addColumn('options', 'text', (column) => column.notNull())
        .addColumn('mode', 'text', (column) => column.notNull())
        .addColumn('share', 'text', (column) => column.notNull())
        .addColumn('every_seconds', 'integer')
        .addColumn('added_at', 'text', (column) => column.notNull())
        .execute()
    },
  },
]
