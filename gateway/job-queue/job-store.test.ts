import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import t from 'tap'
import { migrate } from '../database/migrate.js'
import { openTestDatabase } from '../database/postgres/testing.js'
import { createClaimant } from './claims.js'
import { createJobStore } from './job-store.js'
import { queueMigrations } from './migrations.js'
import { createOutbox } from './outbox.js'

t.test('a job that ends while it is looked for what nobody runs is not taken for one of these', async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'shulian-'))
  const { kysely: database, close } = await openTestDatabase(folder)
  t.teardown(async () => {
    await close()
    await rm(folder, { recursive: true })
  })
  await migrate(database, queueMigrations)
  const now = () => new Date()
  const store = createJobStore(database, createClaimant('here'), now)
  await database
    .transaction()
    .execute((transaction) => createOutbox({ now }).append(transaction, 'topic', null))
  const [claim] = await store.claim('topic', 1, false)
  const running = new Map([[claim!.job.id, claim]])
  const looking = store.abandoned(['topic'], running)
  running.clear()
  t.same(await looking, [])
  t.match(
    await store.abandoned(['topic'], running),
    [{ isCrash: false }],
    'the next look sees what was not recorded',
  )
})
