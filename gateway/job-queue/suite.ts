import type { Test } from 'tap'
import { ShulianError } from '../contracts/errors.js'
import type { JobQueue } from '../contracts/job-queue.js'

export interface QueueUnderTest {
  queue: JobQueue
  /** Another queue on the same jobs, as another process has it. */
  another(): Promise<JobQueue>
  /** In a transaction of its own, committed when it resolves. */
  append(topic: string, payload: unknown): Promise<string>
  /** Ends what `make` opened; the queues too. */
  close(): Promise<void>
}

/** What every job queue must do, whatever keeps its jobs. `make` gives an empty one. */
export function jobQueueSuite(t: Test, make: () => Promise<QueueUnderTest>): void {
  const requirement = (name: string, run: (t: Test, under: QueueUnderTest) => Promise<void>) =>
    t.test(name, async (t) => {
      const under = await make()
      t.teardown(() => under.close())
      await run(t, under)
    })

  requirement(
    'a job is handed over with id, topic, payload and attempt, and is gone once it succeeded',
    async (t, under) => {
      const { queue, append } = under
      const jobs: unknown[] = []
      queue.handle('letter', async (job) => void jobs.push(job))
      await append('letter', { to: '杜甫', lines: [1, null] })
      await queue.caughtUp('letter')
      t.match(jobs, [{ id: /^\d+$/, topic: 'letter', payload: { to: '杜甫', lines: [1, null] }, attempt: 1 }])
      t.same(await queue.counts(), { waiting: 0, running: 0, dead: 0 })
    },
  )

  requirement(
    'jobs of a topic run in the order in which they were appended',
    async (t, { queue, append }) => {
      const seen: unknown[] = []
      queue.handle('letter', async ({ payload }) => void seen.push(payload))
      const payloads = Array.from({ length: 20 }, (_, index) => index)
      for (const payload of payloads) await append('letter', payload)
      await queue.caughtUp('letter')
      t.same(seen, payloads)
    },
  )

  requirement('a job that fails is tried again after a pause that doubles', async (t, { queue, append }) => {
    const times: number[] = []
    const succeeded = new Promise<number>((resolve) => {
      queue.handle(
        'letter',
        async ({ attempt }) => {
          times.push(performance.now())
          if (attempt < 3) throw new Error('not yet')
          resolve(attempt)
        },
        { backoff: 60 },
      )
    })
    await append('letter', null)
    queue.start()
    t.equal(await succeeded, 3)
    const [first = 0, second = 0, third = 0] = times
    t.ok(second - first >= 55, 'the first pause')
    t.ok(third - second >= 115, 'twice the first pause')
    await queue.caughtUp('letter')
    t.same(await queue.counts(), { waiting: 0, running: 0, dead: 0 })
  })

  requirement(
    'after its attempts a job is dead with the reason, and can be driven again',
    async (t, under) => {
      const { queue, append } = under
      let isBroken = true
      queue.handle(
        'letter',
        async () => {
          if (isBroken) throw new ShulianError('ADDRESS_UNKNOWN', 'Nobody lives there.')
        },
        { attempts: 2, backoff: 1 },
      )
      await append('letter', { to: '李白' })
      queue.start()
      const [dead] = await until(
        () => queue.dead(10),
        (jobs) => jobs.length > 0,
      )
      t.match(dead, {
        topic: 'letter',
        payload: { to: '李白' },
        attempts: 2,
        error: 'ADDRESS_UNKNOWN: Nobody lives there.',
        at: /^\d{4}-\d\d-\d\dT.*Z$/,
      })
      t.same(await queue.counts(), { waiting: 0, running: 0, dead: 1 })
      isBroken = false
      await queue.redrive(dead!.id)
      await queue.caughtUp('letter')
      t.same(await queue.counts(), { waiting: 0, running: 0, dead: 0 })
      for (const id of [dead!.id, '999999', 'x', '-1', ''])
        await t.rejects(queue.redrive(id), { code: 'JOB_UNKNOWN', status: 404 }, id)
    },
  )

  requirement('a handler may append jobs of another topic', async (t, { queue, append }) => {
    const seen: unknown[] = []
    queue.handle('chapter', async ({ payload }) => {
      await append('page', payload)
      await append('page', payload)
    })
    queue.handle('page', async ({ payload }) => void seen.push(payload))
    await append('chapter', 1)
    await append('chapter', 2)
    await queue.caughtUp('chapter')
    await queue.caughtUp('page')
    t.equal(seen.length, 4)
  })

  requirement(
    'who catches up waits for the jobs of now, though others are appended for ever',
    async (t, { queue, append }) => {
      const seen: unknown[] = []
      queue.handle('letter', async ({ payload }) => {
        seen.push(payload)
        await append('letter', 'another')
      })
      const first = await append('letter', 'first')
      await append('letter', 'second')
      await queue.caughtUp('letter', first)
      t.equal(seen[0], 'first')
      await queue.caughtUp('letter')
      t.ok(seen.includes('second'))
      await queue.caughtUp('nothing-of-this')
    },
  )

  requirement(
    'who catches up leaves other topics alone when the queue was not started',
    async (t, { queue, append }) => {
      const seen: string[] = []
      for (const topic of ['mine', 'other']) queue.handle(topic, async (job) => void seen.push(job.topic))
      await append('other', null)
      await append('mine', null)
      await queue.caughtUp('mine')
      t.same(seen, ['mine'])
      t.equal((await queue.counts()).waiting, 1)
    },
  )

  requirement('catching up with a topic whose jobs keep failing ends', async (t, { queue, append }) => {
    let tries = 0
    queue.handle(
      'letter',
      async () => {
        tries++
        throw new Error('never')
      },
      { backoff: 60_000 },
    )
    await append('letter', null)
    await queue.caughtUp('letter')
    t.equal(tries, 1)
    t.same(await queue.counts(), { waiting: 1, running: 0, dead: 0 })
  })

  requirement(
    'who catches up waits for a job that another process runs',
    async (t, { queue, another, append }) => {
      const other = await another()
      const work = gate()
      other.handle('letter', work.handler)
      await append('letter', null)
      other.start()
      await work.entered
      let isCaughtUp = false
      const caughtUp = queue.caughtUp('letter').then(() => {
        isCaughtUp = true
      })
      await new Promise(setImmediate)
      t.equal(isCaughtUp, false)
      work.open()
      await caughtUp
    },
  )

  requirement('catching up ends with the reason of its signal', async (t, { queue, append }) => {
    await append('nobody-handles-this', null)
    const stop = new AbortController()
    const caughtUp = queue.caughtUp('nobody-handles-this', undefined, stop.signal)
    stop.abort(new Error('enough'))
    await t.rejects(caughtUp, { message: 'enough' })
    t.equal((await queue.counts()).waiting, 1, 'a topic without a handler is left to others')
  })

  requirement('as many run at once as the handler allows', async (t, { queue, append }) => {
    let now = 0
    let most = 0
    const handler = async () => {
      most = Math.max(most, ++now)
      await new Promise(setImmediate)
      now--
    }
    queue.handle('one', handler)
    for (let count = 0; count < 6; count++) await append('one', null)
    await queue.caughtUp('one')
    t.equal(most, 1)
    most = 0
    queue.handle('three', handler, { concurrency: 3 })
    for (let count = 0; count < 9; count++) await append('three', null)
    await queue.caughtUp('three')
    t.equal(most, 3)
  })

  requirement('two queues on the same jobs run each once', async (t, { queue, another, append }) => {
    const seen: unknown[] = []
    const other = await another()
    for (const each of [queue, other])
      each.handle('letter', async ({ payload }) => void seen.push(payload), { concurrency: 4 })
    for (let index = 0; index < 40; index++) await append('letter', index)
    other.start()
    queue.start()
    await Promise.all([queue.caughtUp('letter'), other.caughtUp('letter')])
    t.equal(seen.length, 40)
    t.equal(new Set(seen).size, 40)
  })

  requirement('a schedule makes one job each time, however many queues know it', async (t, under) => {
    const { queue, another } = under
    const other = await another()
    let runs = 0
    for (const each of [queue, other]) {
      each.handle('nightly', async () => void runs++)
      await each.schedule('nightly', 3600)
    }
    queue.start()
    other.start()
    await until(
      async () => runs,
      (count) => count > 0,
    )
    await Promise.all([queue.caughtUp('nightly'), other.caughtUp('nightly')])
    await queue.schedule('nightly', 3600)
    await queue.caughtUp('nightly')
    t.equal(runs, 1, 'registering again, as each start does, runs nothing')
  })

  requirement('close waits for what runs', async (t, { queue, append }) => {
    const work = gate()
    queue.handle('letter', work.handler)
    await append('letter', null)
    queue.start()
    await work.entered
    const closed = queue.close()
    work.open()
    await closed
    t.same(await queue.counts(), { waiting: 0, running: 0, dead: 0 })
  })

  requirement(
    'at its deadline close aborts what runs and hands it back, not counted as a try',
    async (t, under) => {
      const { queue, another, append } = under
      const entered = new Promise<AbortSignal>((resolve) => {
        queue.handle('letter', async (_job, { signal }) => {
          resolve(signal)
          await new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)))
        })
      })
      await append('letter', null)
      queue.start()
      const signal = await entered
      await queue.close(10)
      t.equal(signal.aborted, true)
      t.same(await queue.counts(), { waiting: 1, running: 0, dead: 0 })
      const other = await another()
      const attempts: number[] = []
      other.handle('letter', async ({ attempt }) => void attempts.push(attempt))
      await other.caughtUp('letter')
      t.same(attempts, [1])
    },
  )

  requirement('a closed queue takes nothing more', async (t, { queue, append }) => {
    queue.handle('letter', async () => void t.fail('taken'))
    queue.start()
    await queue.close()
    await append('letter', null)
    queue.wake()
    await t.rejects(queue.caughtUp('letter'), { code: 'QUEUE_CLOSED' })
    t.equal((await queue.counts()).waiting, 1)
  })
}

/** A handler that holds its job until it is let through. */
function gate() {
  let enter: () => void = () => {}
  let open: () => void = () => {}
  const entered = new Promise<void>((resolve) => {
    enter = resolve
  })
  const opened = new Promise<void>((resolve) => {
    open = resolve
  })
  const handler = async (): Promise<void> => {
    enter()
    await opened
  }
  return { entered, handler, open: () => open() }
}

/** Asks until the answer is as wanted; the test's own timeout ends it otherwise. */
export async function until<T>(ask: () => Promise<T>, isWanted: (answer: T) => boolean): Promise<T> {
  for (;;) {
    const answer = await ask()
    if (isWanted(answer)) return answer
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}
