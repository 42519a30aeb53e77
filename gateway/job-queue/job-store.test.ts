import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import t, { type Test } from 'tap'
import type { AnyDatabase } from '../contracts/plugin.js'
import { migrate } from '../database/migrate.js'
import { openTestDatabase } from '../database/postgres/testing.js'
import { createClaimant } from './claims.js'
import { createJobStore, leaseMilliseconds } from './job-store.js'
import { queueMigrations } from './migrations.js'
import { createOutbox } from './outbox.js'

const setUp = async (t: Test, now = () => new Date()) => {
  const folder = await mkdtemp(join(tmpdir(), 'shulian-'))
  const { kysely: database, close } = await openTestDatabase(folder)
  t.teardown(async () => {
    await close()
    await rm(folder, { recursive: true })
  })
  await migrate(database, queueMigrations)
  await database
    .transaction()
    .execute((transaction) => createOutbox({ now }).append(transaction, 'topic', null))
  return database
}

/** The same database; `told` hears what each question is answered with, before whoever asked it does. */
const overheard = (database: AnyDatabase, told: (rows: Record<string, unknown>[]) => Promise<unknown>) =>
  database.withPlugin({
    transformQuery: ({ node }) => node,
    transformResult: async ({ result }) => {
      await told(result.rows)
      return result
    },
  })

t.test('a job that ends while it is looked for what nobody runs is not taken for one of these', async (t) => {
  const store = createJobStore(await setUp(t), createClaimant('here'), () => new Date())
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

t.test('who looks for what nobody runs does not read what the jobs are about', async (t) => {
  const read: Record<string, unknown>[] = []
  const database = overheard(await setUp(t), async (rows) => read.push(...rows))
  const store = createJobStore(database, createClaimant('here'), () => new Date())
  const [claim] = await store.claim('topic', 1, false)
  read.length = 0
  t.same(await store.abandoned(['topic'], new Map([[claim!.job.id, claim]])), [])
  t.same(
    read.map(({ id }) => String(id)),
    [claim!.job.id],
  )
  t.notOk(read.some((row) => 'payload' in row))
})

t.test('a claim that is renewed while it is found to have lapsed is not taken back', async (t) => {
  let time = Date.now()
  const now = () => new Date(time)
  const database = await setUp(t, now)
  const holder = createJobStore(database, createClaimant('elsewhere'), now)
  const [claim] = await holder.claim('topic', 1, false)
  time += leaseMilliseconds
  let looks = 0
  const renewing = overheard(database, async () => looks++ || holder.renew([claim!.job.id]))
  t.same(await createJobStore(renewing, createClaimant('here'), now).abandoned(['topic'], new Map()), [])
  t.equal(looks, 2)
})
