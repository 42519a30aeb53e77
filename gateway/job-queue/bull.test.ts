import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import t, { type Test } from 'tap'
import type { JobQueue } from '../contracts/job-queue.js'
import { silentLog } from '../contracts/log.js'
import { migrate } from '../database/migrate.js'
import { openDatabase } from '../database/open.js'
import { createBullQueue } from './bull.js'
import { queueMigrations } from './migrations.js'
import { createOutbox } from './outbox.js'
import { missingRedis, startRedis, type TestRedis } from './redis-testing.js'
import { gate, until } from './suite/requirement.js'
import { jobQueueSuite } from './suite.js'

const skip = missingRedis()
const now = () => new Date()

const make = async (redis: TestRedis) => {
  const folder = await mkdtemp(join(tmpdir(), 'shulian-'))
  const { kysely: database, close } = openDatabase({ path: join(folder, 'shulian.db') })
  await migrate(database, queueMigrations)
  await redis.client.flushall()
  const queues: JobQueue[] = []
  const open = () => {
    const queue = createBullQueue({ url: redis.url, database, log: silentLog, now })
    queues.push(queue)
    return queue
  }
  const outbox = createOutbox({ now })
  return {
    queue: open(),
    database,
    another: async () => open(),
    append: (topic: string, payload: unknown) =>
      database.transaction().execute((transaction) => outbox.append(transaction, topic, payload)),
    async close() {
      await Promise.all(queues.map((queue) => queue.close(0)))
      await close()
      await rm(folder, { recursive: true })
    },
  }
}

const setUp = async (t: Test, redis: TestRedis) => {
  const under = await make(redis)
  t.teardown(() => under.close())
  return under
}

/** A worker with a letter under way, which ends when it is let through or the test is over. */
const working = async (t: Test, redis: TestRedis) => {
  const { queue, append } = await setUp(t, redis)
  const { entered, handler, open } = gate()
  t.teardown(open)
  queue.handle('letter', handler)
  await queue.start()
  await append('letter', 1)
  queue.wake()
  await entered
  return { queue, open }
}

const done = (queue: JobQueue) =>
  until(
    () => queue.counts(),
    ({ waiting, running }) => waiting + running === 0,
  )

t.test('the queue of Bull is a job queue', { skip }, async (t) => {
  const redis = await startRedis()
  t.teardown(() => redis.close())
  jobQueueSuite(t, () => make(redis))
})

t.test('Bull carries numbers', { skip }, async (t) => {
  const redis = await startRedis()
  t.teardown(() => redis.close())

  t.test('a job id is the id of its row; Bull is told nothing else, and keeps nothing', async (t) => {
    const { queue, another, append } = await setUp(t, redis)
    const relay = await another()
    for (const each of [queue, relay]) each.handle('letter', async () => {})
    const id = await append('letter', { to: '杜甫' })
    await relay.start('relay')
    await until(() => redis.client.exists(`shulian:letter:${id}`), Boolean)
    t.match(await redis.client.hgetall(`shulian:letter:${id}`), { data: '{}' })
    t.equal((await queue.counts()).waiting, 1, 'whoever relays runs nothing')
    await queue.start()
    await done(queue)
    await until(
      () => redis.client.keys('shulian:letter:[0-9]*'),
      (keys) => keys.length === 0,
    )
  })

  t.test('jobs run in their order, as many at once as the handler allows', async (t) => {
    const { queue, append } = await setUp(t, redis)
    const seen: unknown[] = []
    let running = 0
    let most = 0
    queue.handle('one', async ({ payload }) => void seen.push(payload))
    queue.handle(
      'three',
      async () => {
        most = Math.max(most, ++running)
        await new Promise((resolve) => setTimeout(resolve, 5))
        running--
      },
      { concurrency: 3 },
    )
    const numbers = Array.from({ length: 50 }, (_, at) => at)
    for (const number of numbers) for (const topic of ['one', 'three']) await append(topic, number)
    await queue.start()
    await done(queue)
    t.same(seen, numbers)
    t.equal(most, 3)
  })

  t.test('a job that Bull brings twice, late, or for a row that is gone takes effect once', async (t) => {
    const { queue, append } = await setUp(t, redis)
    const seen: unknown[] = []
    queue.handle('letter', async ({ payload }) => void seen.push(payload))
    await queue.start()
    const ids = [await append('letter', 'a'), await append('letter', 'b')]
    await done(queue)
    for (const id of [...ids, '999', `${ids[0]}/7`]) await bring(redis, 'letter', id)
    await append('letter', 'c')
    await done(queue)
    await until(
      () => redis.client.llen('shulian:letter:wait'),
      (length) => length === 0,
    )
    t.same(seen, ['a', 'b', 'c'])
  })

  t.test('what Redis forgets is brought again', async (t) => {
    const { queue, another, append } = await setUp(t, redis)
    const relay = await another()
    const seen = new Set<unknown>()
    for (const each of [queue, relay])
      each.handle('letter', async ({ payload }) => void seen.add(payload), { concurrency: 4 })
    await relay.start('relay')
    for (let letter = 0; letter < 50; letter++) await append('letter', letter)
    const brought = () =>
      until(
        () => redis.client.llen('shulian:letter:wait'),
        (length) => length === 50,
      )
    await brought()
    await redis.client.flushall()
    await brought()
    await redis.killAndStart()
    await brought()
    await queue.start()
    await done(queue)
    t.equal(seen.size, 50)
  })

  t.test('while Redis is away the backlog waits, and whoever waits for a topic does it itself', async (t) => {
    const { queue, append } = await setUp(t, redis)
    const seen: unknown[] = []
    for (const topic of ['letter', 'other'])
      queue.handle(topic, async ({ payload }) => void seen.push(payload))
    await queue.start()
    t.equal(queue.trouble(), null)
    redis.signal('SIGSTOP')
    await append('letter', 1)
    await append('other', 2)
    queue.wake()
    t.match(
      await until(async () => queue.trouble(), Boolean),
      /^Redis at redis:\/\/127.0.0.1:\d+\/0 takes no jobs/,
    )
    await queue.caughtUp('letter')
    t.same(seen, [1])
    redis.signal('SIGCONT')
    await until(
      async () => queue.trouble(),
      (trouble) => trouble === null,
    )
    await done(queue)
    t.same(seen, [1, 2])
  })

  t.test('when Redis goes while a worker closes, what runs is still finished', async (t) => {
    const { queue, open } = await working(t, redis)
    redis.signal('SIGSTOP')
    const closed = queue.close(10_000)
    // Bull waits half a second for the word of its connection's end, and opens another.
    await sleep(700)
    await redis.killAndStart()
    open()
    await closed
    t.match(await queue.counts(), { waiting: 0, running: 0 })
  })

  t.test('a worker that closes leaves nothing in Redis of what it finished', async (t) => {
    const { queue, open } = await working(t, redis)
    const closed = queue.close(10_000)
    open()
    await closed
    t.same(await redis.client.lrange('shulian:letter:active', 0, -1), [])
    t.match(await queue.counts(), { waiting: 0, running: 0 })
  })
})

t.test('a Redis that lets nobody name a connection brings jobs', { skip }, async (t) => {
  const redis = await startRedis('--user', 'default', 'on', 'nopass', '~*', '&*', '+@all', '-client')
  t.teardown(() => redis.close())
  const { queue, append } = await setUp(t, redis)
  queue.handle('letter', async () => {})
  await queue.start()
  await append('letter', 1)
  queue.wake()
  await done(queue)
})

t.test('who closes while Redis does not answer waits for what runs alone', { skip }, async (t) => {
  const redis = await startRedis()
  t.teardown(() => redis.close())
  const { queue, open } = await working(t, redis)
  redis.signal('SIGSTOP')
  const closed = queue.close(600_000)
  open()
  await closed
  t.match(await queue.counts(), { waiting: 0, running: 0 })
})

t.test('who closed while Redis did not answer does not look for it any more', { skip }, async (t) => {
  const redis = await startRedis()
  const { queue } = await working(t, redis)
  redis.signal('SIGSTOP')
  await queue.close(0)
  await redis.close()
  let calls = 0
  const server = createServer(() => calls++).listen(redis.port, '127.0.0.1')
  t.teardown(() => server.close())
  // Connections that are lost are tried every two seconds.
  await sleep(2500)
  t.equal(calls, 0)
})

/** As Bull has it that finds a job stalled, or a relay that died before it could note what it had given. */
const bring = async ({ client }: TestRedis, topic: string, id: string): Promise<void> => {
  const fields = {
    name: '__default__',
    data: '{}',
    opts: '{"removeOnComplete":true}',
    timestamp: 1,
    delay: 0,
  }
  await client.hset(`shulian:${topic}:${id}`, fields)
  await client.lpush(`shulian:${topic}:wait`, id)
}
