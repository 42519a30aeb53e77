import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Kysely } from 'kysely'
import t, { type Test } from 'tap'
import type { HandleOptions, Job, JobQueue } from '../contracts/job-queue.js'
import { silentLog } from '../contracts/log.js'
import { migrate } from '../database/migrate.js'
import { openTestDatabase } from '../database/postgres/testing.js'
import { createClaimant } from './claims.js'
import { toHandler } from './handlers.js'
import { createJobStore, leaseMilliseconds } from './job-store.js'
import { createLanes } from './lanes.js'
import { queueMigrations } from './migrations.js'
import { createOutbox } from './outbox.js'
import { createOutboxQueue } from './outbox-queue.js'
import { registerSchedule, runSchedules } from './schedules.js'
import { gate, type QueueUnderTest } from './suite/requirement.js'
import { jobQueueSuite } from './suite.js'
import type { QueueTables } from './tables.js'

const realTime = () => new Date()

/**
 * A file of its own. `another` shares the connection: two writing connections in one process would wait for each other while neither
 * can go on. What other processes do is shown by children.
 */
async function make(
  now = realTime,
): Promise<QueueUnderTest & { where: string; database: Kysely<QueueTables> }> {
  const folder = await mkdtemp(join(tmpdir(), 'shulian-'))
  const { kysely: database, close, where } = await openTestDatabase(folder)
  await migrate(database, queueMigrations)
  const queues: JobQueue[] = []
  const open = () => {
    const queue = createOutboxQueue({ database, log: silentLog, now })
    queues.push(queue)
    return queue
  }
  const outbox = createOutbox({ now })
  return {
    queue: open(),
    where,
    database,
    another: async () => open(),
    append: (topic, payload) =>
      database.transaction().execute((transaction) => outbox.append(transaction, topic, payload)),
    async close() {
      await Promise.all(queues.map((queue) => queue.close(0)))
      await close()
      await rm(folder, { recursive: true })
    },
  }
}

/** @param where a file, or the address of a server */
async function claimInChild(where: string, topic: string, machine = hostname()): Promise<ChildProcess> {
  const script = fileURLToPath(new URL('fixtures/claim-and-hang.mjs', import.meta.url))
  const child = spawn(process.execPath, [script, where, topic, machine], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await once(child.stdout!, 'data')
  return child
}

async function kill(child: ChildProcess): Promise<void> {
  child.kill('SIGKILL')
  await once(child, 'exit')
}

const setUp = async (t: Test, now = realTime) => {
  const under = await make(now)
  t.teardown(() => under.close())
  return under
}

t.test('the embedded queue is a job queue', async (t) => jobQueueSuite(t, make))

t.test('a job of a killed process is taken back at once, and while it lives it is left alone', async (t) => {
  const { queue, append, where } = await setUp(t)
  const attempts: number[] = []
  queue.handle('letter', async ({ attempt }) => void attempts.push(attempt))
  await append('letter', null)
  const child = await claimInChild(where, 'letter')
  const enough = new AbortController()
  const caughtUp = queue.caughtUp('letter', undefined, enough.signal)
  enough.abort(new Error('it is still held'))
  await t.rejects(caughtUp, { message: 'it is still held' })
  t.same(attempts, [])
  await kill(child)
  await queue.caughtUp('letter')
  t.same(attempts, [2], 'the try that ended the process counts')
})

t.test('a job that ends its process three times is dead, with the reason; the others finish', async (t) => {
  const { queue, another, append, where } = await setUp(t)
  await append('poison', null)
  await append('letter', 1)
  for (let death = 1; death < 3; death++) {
    await kill(await claimInChild(where, 'poison'))
    await runUntilClosed(await another(), 'poison')
  }
  await kill(await claimInChild(where, 'poison'))
  queue.handle('poison', async () => void t.fail('run again'))
  queue.handle('letter', async () => {})
  await queue.caughtUp('poison')
  await queue.caughtUp('letter')
  t.match(await queue.dead(2), [{ topic: 'poison', attempts: 3, error: /died or froze 3 times/ }])
  t.same(await queue.counts(), { waiting: 0, running: 0, dead: 1 })
})

t.test('a job whose process died is divided where it can be, and nothing of it is blamed yet', async (t) => {
  const { queue, append, where } = await setUp(t)
  const jobs: { payload: unknown; attempt: number }[] = []
  const handler = async ({ payload, attempt }: Job) => void jobs.push({ payload, attempt })
  const divide = (payload: unknown) => (payload as number[]).map((one) => [one])
  queue.handle('letters', handler, { divide, concurrency: 2 })
  await append('letters', [1, 2])
  await append('letters', [3])
  await kill(await claimInChild(where, 'letters'))
  await queue.caughtUp('letters')
  const parts = [
    { payload: [1], attempt: 1 },
    { payload: [2], attempt: 1 },
  ]
  t.same(
    jobs.sort((a, b) => String(a.payload).localeCompare(String(b.payload))),
    [...parts, { payload: [3], attempt: 2 }],
    'what cannot be made smaller is tried as it is',
  )
  t.same(await queue.counts(), { waiting: 0, running: 0, dead: 0 })
})

t.test('whoever waits until a topic is caught up waits for the parts of a divided job', async (t) => {
  const { queue, append, where } = await setUp(t)
  const done: unknown[] = []
  const divide = (payload: unknown) => (payload as number[]).map((one) => [one])
  queue.handle('letters', async ({ payload }) => void done.push(payload), { divide })
  await append('letters', [1, 2, 3])
  await kill(await claimInChild(where, 'letters'))
  await queue.caughtUp('letters')
  t.same(done, [[1], [2], [3]])
})

t.test('whoever waits for a queue that cannot be read any more is told', async (t) => {
  const { queue, append, database, close } = await make()
  t.teardown(close)
  const { entered, handler, open } = gate()
  queue.handle('letter', handler)
  await append('letter', 1)
  await queue.start()
  await entered
  const waiting = t.rejects(queue.caughtUp('letter'), /hidden|outbox/)
  await database.schema.alterTable('outbox').renameTo('hidden').execute()
  await waiting
  await database.schema.alterTable('hidden').renameTo('outbox').execute()
  open()
})

t.test('deaths may be bounded apart from tries', async (t) => {
  const { queue, append, where } = await setUp(t)
  await append('letter', null)
  await kill(await claimInChild(where, 'letter'))
  queue.handle('letter', async () => void t.fail('run again'), { attempts: 12, crashes: 1 })
  await queue.caughtUp('letter')
  t.match(await queue.dead(2), [{ topic: 'letter', attempts: 1, error: /died or froze 1 time/ }])
})

t.test('whoever sets attempts means deaths too: a long harvest outlives many', async (t) => {
  const { queue, another, append, where } = await setUp(t)
  queue.handle('harvest', async () => {}, { attempts: 1000 })
  await append('harvest', null)
  for (let death = 1; death < 5; death++) {
    await kill(await claimInChild(where, 'harvest'))
    await runUntilClosed(await another(), 'harvest', { attempts: 1000 })
  }
  await kill(await claimInChild(where, 'harvest'))
  await queue.caughtUp('harvest')
  t.same(await queue.counts(), { waiting: 0, running: 0, dead: 0 })
})

t.test(
  'jobs that were running when a process died run one at a time, so that the next death has one culprit',
  async (t) => {
    const { queue, append, where } = await setUp(t)
    let now = 0
    let most = 0
    let suspects = 0
    const handler = async ({ payload }: { payload: unknown }) => {
      if (payload !== 'suspect') return
      suspects++
      most = Math.max(most, ++now)
      await new Promise(setImmediate)
      now--
    }
    for (let index = 0; index < 4; index++) await append('letter', 'suspect')
    await kill(await claimInChild(where, 'letter'))
    for (let index = 0; index < 4; index++) await append('letter', 'innocent')
    queue.handle('letter', handler, { concurrency: 4 })
    await queue.caughtUp('letter')
    t.equal(suspects, 4)
    t.equal(most, 1)
  },
)

t.test('a job that is just being claimed is not taken for abandoned', async (t) => {
  const { append, database } = await setUp(t)
  await append('letter', null)
  const store = createJobStore(database, createClaimant('here'), () => new Date())
  const committed = gate()
  const claim: typeof store.claim = async (...asked) => {
    const claims = await store.claim(...asked)
    await committed.handler()
    return claims
  }
  const lanes = createLanes({
    store: { ...store, claim },
    handlers: new Map([['letter', toHandler(async () => {})]]),
    log: silentLog,
    watch: () => {},
    takes: () => true,
    onIdle: () => {},
    onTried: () => {},
  })
  const filled = lanes.fill('letter')
  await committed.entered
  const abandoned = lanes.abandoned(['letter'])
  await new Promise(setImmediate)
  committed.open()
  t.same(await abandoned, [])
  await filled
  await lanes.settled()
})

t.test('a claim of another machine is taken back only when it lapses', async (t) => {
  let time = Date.now()
  const { queue, append, where } = await setUp(t, () => new Date(time))
  let runs = 0
  queue.handle('letter', async () => void runs++)
  await append('letter', null)
  await kill(await claimInChild(where, 'letter', 'another-machine'))
  queue.start()
  const stop = AbortSignal.timeout(50)
  await t.rejects(queue.caughtUp('letter', undefined, stop), { name: 'TimeoutError' })
  t.equal(runs, 0)
  time += 2 * 3_600_000
  await queue.caughtUp('letter')
  t.equal(runs, 1)
})

t.test('a process that froze past its lease changes nothing any more', async (t) => {
  let time = Date.now()
  const now = () => new Date(time)
  const { append, database } = await setUp(t, now)
  await append('letter', null)
  const frozen = createJobStore(database, createClaimant('here'), now)
  const awake = createJobStore(database, createClaimant('here'), now)
  const [first] = await frozen.claim('letter', 1, false)
  t.same(await awake.abandoned(['letter'], new Map()), [])
  time += leaseMilliseconds
  for (const row of await awake.abandoned(['letter'], new Map())) await awake.takeBack(row, null)
  const [second] = await awake.claim('letter', 1, false)
  t.match(second, { isSuspect: true, job: { id: first!.job.id, attempt: 2 } })
  t.same(await frozen.renew([first!.job.id]), new Set())
  await frozen.finish(first!.job)
  await frozen.retry(first!.job, 0, 'late')
  await frozen.giveUp(first!.job, 'late')
  await frozen.handBack()
  t.same(await awake.renew([second!.job.id]), new Set([second!.job.id]))
  await awake.finish(second!.job)
  t.same(await database.selectFrom('outbox').selectAll().execute(), [])
})

t.test(
  'what a schedule missed is made up for once, and nothing piles up behind an unfinished job',
  async (t) => {
    const hour = 3_600_000
    let time = 1000 * hour
    const { queue, database } = await setUp(t, () => new Date(time))
    const waiting = async () => (await queue.counts()).waiting
    await registerSchedule(database, 'nightly', 3600, time)
    await runSchedules(database, ['nightly'], time)
    t.equal(await waiting(), 1, 'never run, so due')
    time += 10 * hour + 5
    await runSchedules(database, ['nightly'], time)
    t.equal(await waiting(), 1, 'the first is not finished')
    queue.handle('nightly', async () => {})
    await queue.caughtUp('nightly')
    await runSchedules(database, ['nightly'], time)
    t.equal(await waiting(), 0, 'the missed ones are gone')
    time += hour - 5
    await runSchedules(database, ['nightly'], time)
    t.equal(await waiting(), 1, 'it keeps its beat')
  },
)

t.test('an appended job exists only when its transaction commits', async (t) => {
  const { queue, database } = await setUp(t)
  const outbox = createOutbox({ now: realTime })
  const failing = database.transaction().execute(async (transaction) => {
    await outbox.append(transaction, 'letter', null)
    throw new Error('rolled back')
  })
  await t.rejects(failing, { message: 'rolled back' })
  t.equal((await queue.counts()).waiting, 0)
})

t.test('an id is never used twice', async (t) => {
  const { queue, append } = await setUp(t)
  const ids: string[] = []
  queue.handle('letter', async ({ id }) => void ids.push(id))
  await append('letter', null)
  await queue.caughtUp('letter')
  await append('letter', null)
  await queue.caughtUp('letter')
  t.equal(new Set(ids).size, 2)
})

/** Takes the topic's job and hands it back. */
async function runUntilClosed(queue: JobQueue, topic: string, options?: HandleOptions): Promise<void> {
  const entered = new Promise<void>((resolve) => {
    queue.handle(
      topic,
      async (_job, { signal }) => {
        resolve()
        await once(signal, 'abort')
        throw signal.reason
      },
      options,
    )
  })
  queue.start()
  await entered
  await queue.close(0)
}
