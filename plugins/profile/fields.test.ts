import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import t from 'tap'
import { migrate } from '../../gateway/database/migrate.js'
import { openDatabase } from '../../gateway/database/open.js'
import { fields } from './fields.js'
import { migrations } from './tables.js'

const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

t.test('every stored field states its purpose and its expiry, and nothing else is stored', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'shulian-'))
  const { kysely, close } = openDatabase({ path: join(folder, 'shulian.db') })
  t.teardown(async () => {
    await close()
    rmSync(folder, { recursive: true, force: true })
  })
  await migrate(kysely, migrations)
  for (const [table, columns] of Object.entries(fields)) {
    const { rows } = await sql<{ name: string }>`select name from pragma_table_info(${snake(table)})`.execute(
      kysely,
    )
    t.same(Object.keys(columns).map(snake).toSorted(), rows.map(({ name }) => name).toSorted(), table)
    for (const { purpose, expiry } of Object.values(columns)) t.ok(purpose && expiry)
  }
})
