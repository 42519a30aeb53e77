import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import t, { type Test } from 'tap'
import { migrate } from '../../gateway/database/migrate.js'
import { onPostgres, openTestDatabase } from '../../gateway/database/postgres/testing.js'
import { insertRows } from './insertion.js'
import { migrations } from './migrations.js'
import { pointerRows } from './pointers.js'
import type { CatalogueDatabase } from './tables.js'
import { workRows } from './works.js'

/** A catalogue's tables, and how many questions were asked of them. */
const setUp = async (t: Test) => {
  const folder = mkdtempSync(join(tmpdir(), 'shulian-'))
  const { kysely, close } = await openTestDatabase(folder)
  t.teardown(async () => {
    await close()
    rmSync(folder, { recursive: true })
  })
  await migrate(kysely, migrations)
  let asked = 0
  const database: CatalogueDatabase = kysely.withPlugin({
    transformQuery: ({ node }) => node,
    transformResult: async ({ result }) => {
      asked++
      return result
    },
  })
  return { database, asked: () => asked }
}

const rows = Array.from({ length: 2_345 }, (_, number) => ({
  block: number === 0 ? 2 ** 53 - 1 : number,
  recordId: `r_${number % 7}`,
}))

const tests = async (where: string, statements: number) => {
  await t.test(`rows of every number come in whole, ${where}`, async (t) => {
    const { database, asked } = await setUp(t)
    await database.transaction().execute((transaction) => insertRows(transaction, pointerRows, rows))
    t.equal(asked(), statements)
    const byBlock = [...rows].sort((one, other) => one.block - other.block)
    t.same(await database.selectFrom('cataloguePointer').selectAll().orderBy('block').execute(), byBlock)
  })

  await t.test(`a row that is there already changes as is said, ${where}`, async (t) => {
    const { database } = await setUp(t)
    const insert = (gone: number, updatedAt: string, run: string) =>
      database
        .transaction()
        .execute((transaction) =>
          insertRows(transaction, workRows, [{ id: 'w_1', gone }], { version: 1, updatedAt, run }),
        )
    await insert(0, '2026-01-01', 'run_1')
    await insert(1, '2026-01-02', 'run_2')
    t.same(await database.selectFrom('catalogueWork').selectAll().execute(), [
      { id: 'w_1', version: 2, updatedAt: '2026-01-02', gone: 1, run: 'run_2' },
    ])
  })
}

await tests('in the file', 32)
await onPostgres(t, [() => tests('on a server', 3)])
