import { ShulianError } from '../../contracts/errors.js'
import { type Requirement, until } from './requirement.js'

/** Jobs are run: each once, in order, again when they fail, by schedule. */
export const jobsSuite = (requirement: Requirement): void => {
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
}
