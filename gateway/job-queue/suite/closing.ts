import { gate, type Requirement } from './requirement.js'

/** A queue that closes finishes what runs, or hands it back. */
export const closingSuite = (requirement: Requirement): void => {
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
