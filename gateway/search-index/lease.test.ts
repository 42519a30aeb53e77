import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import t, { type Test } from 'tap'
import { migrate } from '../database/migrate.js'
import { openDatabase } from '../database/open.js'
import { createEmbeddedIndex } from './embedded.js'
import { leased } from './lease.js'
import { searchIndexMigrations } from './state.js'

const { signal } = new AbortController()

const opened = async (t: Test) => {
  const folder = mkdtempSync(join(tmpdir(), 'shulian-lease-'))
  const open = async () => {
    const database = openDatabase({ path: join(folder, 'shulian.db') })
    await migrate(database.kysely, searchIndexMigrations)
    t.teardown(() => database.close())
    return { database, index: leased(createEmbeddedIndex(database), database.kysely) }
  }
  t.teardown(() => rmSync(folder, { recursive: true, force: true }))
  return { one: await open(), other: await open() }
}

t.test('of two processes one builds; the other is refused, and may when the first has let go', async (t) => {
  const { one, other } = await opened(t)
  const building = await one.index.beside({ signal })
  await t.rejects(other.index.beside({ signal }), { code: 'SEARCH_BUILD_UNDERWAY', status: 409 })
  await building.close()
  const again = await other.index.beside({ signal })
  await again.drop()
  await again.close()
})

t.test('who waits for a build can be told to stop', async (t) => {
  const { one, other } = await opened(t)
  const building = await one.index.beside({ signal })
  await t.rejects(other.index.beside({ signal: AbortSignal.timeout(50) }))
  await building.close()
})

t.test('who was taken for dead does not swap what another builds', async (t) => {
  const { one, other } = await opened(t)
  const building = await one.index.beside({ signal })
  one.database.raw.exec("update search_index_state set value = '0 ' || substr(value, instr(value, ' ') + 1)")
  const taken = await other.index.beside({ signal })
  await t.rejects(building.swap(), { code: 'SEARCH_BUILD_UNDERWAY' })
  await building.close()
  await taken.swap()
  await taken.close()
})
