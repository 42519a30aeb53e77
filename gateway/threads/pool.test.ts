import { readdirSync } from 'node:fs'
import { constants, getPriority } from 'node:os'
import t from 'tap'
import { describing, type Portion } from '../../plugins/catalogue/describe-ahead.js'
import { marc } from '../../plugins/catalogue/testing.js'
import type { Task, Threads } from '../contracts/threads.js'
import { createThreadPool, type ThreadPool } from './pool.js'
import { openThread, type Thread } from './thread.js'
import type { Work } from './work.js'

/** No other thread: work is done when its result is asked for. */
const noThreads: Threads = {
  begin: (task, input) => ({ result: async () => task.run(input) }),
}

const portion = (name: string, records: number): Portion => {
  const all = Array.from({ length: records }, (_, i) =>
    Buffer.from(marc({ id: `${name}${i}`, title: `Title ${i}` })),
  )
  return {
    source: 'city/main',
    bytes: Buffer.concat(all),
    lengths: all.map(({ length }) => length),
    changes: all.map(() => ({ op: 'put', kind: 'bib', format: 'marc21' })),
  }
}
const portions = Array.from({ length: 60 }, (_, i) => portion(`p${i}-`, 5))

const results = (threads: Threads): Promise<unknown[]> =>
  Promise.all(portions.map((one) => threads.begin(describing, one)).map((pending) => pending.result()))

/** A pool of real threads that tells what they were given and what they did. */
const watched = (t: { teardown(end: () => Promise<void>): void }, most = 2) => {
  const threads: Thread[] = []
  const given: Work[] = []
  const done: Work[] = []
  const pool: ThreadPool = createThreadPool({
    most,
    open: (onEnd) => {
      const thread = openThread(onEnd)
      threads.push(thread)
      return {
        ...thread,
        run: async (work) => {
          given.push(work)
          const answer = await thread.run(work)
          if (answer !== null) done.push(work)
          return answer
        },
      }
    },
  })
  t.teardown(pool.close)
  return { pool, threads, given, done }
}

const until = async (holds: () => boolean): Promise<void> => {
  while (!holds()) await new Promise(setImmediate)
}

t.test('work comes to the same in this thread, in another, and in several', async (t) => {
  const alone = await results(noThreads)
  t.match(alone[0], [{ to: 'store', record: { sourceId: 'p0-0' } }])
  for (const most of [0, 1, 3]) {
    const pool = createThreadPool({ most })
    t.same(await results(pool), alone, `${most} threads`)
    t.ok(pool.size() <= most)
    await pool.close()
  }
})

t.test('threads do work that nobody waits for', async (t) => {
  const { pool, given, done } = watched(t)
  const begun = portions.map((one) => pool.begin(describing, one))
  t.equal(pool.size(), 2)
  t.ok(given.length > 50, `${given.length} were given to threads`)
  await until(() => done.length === given.length)
  t.same(await Promise.all(begun.map((pending) => pending.result())), await results(noThreads))
})

t.test('little work starts no thread', async (t) => {
  const { pool } = watched(t)
  const pending = pool.begin(describing, portions[0] as Portion)
  t.equal(pool.size(), 0)
  t.match(await pending.result(), [{ to: 'store' }])
})

t.test('what a thread was at when it ended is done here', async (t) => {
  const { pool, threads, given } = watched(t, 1)
  const long = portion('long', 20_000)
  const begun = [...portions.slice(0, 3), long].map((one) => pool.begin(describing, one))
  await until(() => given[0]?.claim.cell[0] === 1)
  const waiting = Promise.all(begun.map((pending) => pending.result()))
  await threads[0]?.close()
  const found = await waiting
  t.same(
    found.map((decided) => decided.length),
    [5, 5, 5, 20_000],
  )
  t.equal(pool.size(), 0)
})

t.test('what a thread throws is thrown to the one who waits', async (t) => {
  const { pool, done } = watched(t)
  const bad = { ...(portions[0] as Portion), bytes: null as never }
  const begun = Array.from({ length: 8 }, () => pool.begin(describing, bad))
  await until(() => done.length === 5)
  for (const pending of begun) await t.rejects(pending.result(), TypeError)
  await t.rejects(noThreads.begin(describing, bad).result(), TypeError)
})

t.test('a task that threads do not know is done where it was begun', async (t) => {
  const { pool } = watched(t)
  const doubling: Task<number, number> = { name: 'test.double', run: (number) => 2 * number }
  const begun = Array.from({ length: 8 }, (_, i) => pool.begin(doubling, i))
  t.same(await Promise.all(begun.map((pending) => pending.result())), [0, 2, 4, 6, 8, 10, 12, 14])
})

t.test('a closed pool starts no thread, and work is done all the same', async (t) => {
  const { pool } = watched(t)
  await pool.close()
  t.same(await results(pool), await results(noThreads))
  t.equal(pool.size(), 0)
})

t.test(
  'threads give way to the one that answers readers',
  { skip: process.platform !== 'linux' },
  async (t) => {
    const { pool, done } = watched(t)
    const before = getPriority()
    while (done.length === 0) await results(pool)
    t.equal(getPriority(), before, 'which stays as it was')
    const priorities = readdirSync('/proc/self/task').map((thread) => getPriority(Number(thread)))
    t.ok(priorities.some((priority) => priority >= constants.priority.PRIORITY_BELOW_NORMAL))
  },
)
