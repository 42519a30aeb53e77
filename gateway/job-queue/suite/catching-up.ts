import { gate, type Requirement } from './requirement.js'

/** Whoever asks for it waits until the jobs of now had their try. */
export const catchingUpSuite = (requirement: Requirement): void => {
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
}
