import t from 'tap'
import { type Progress, ShulianError } from '../../gateway/contracts/index.js'
import type { RunReport } from '../../standards/record/run-report.js'
import { waitForDatabase } from './wait-for-database.js'

const pause = 10

const report = (code?: string, read = 1) =>
  ({
    run: 'run_1',
    read,
    state: code ? 'failed' : 'finished',
    ...(code && { error: { code, detail: '' } }),
  }) as RunReport

t.test('each outage is told once, and a database that is busy as it comes back is waited for', async (t) => {
  const progress: Progress = { run: 'run_1', read: 1, accepted: 1, quarantined: 0, pages: 1 }
  const away = 'DATABASE_UNAVAILABLE'
  const steps: ((onProgress: (progress: Progress) => void) => RunReport)[] = [
    (told) => {
      told(progress)
      return report(away)
    },
    () => {
      throw new ShulianError('STORAGE_BUSY', 'busy', { status: 503 })
    },
    (told) => {
      told(progress)
      return report(away)
    },
    () => report(),
  ]
  const waits: boolean[] = []
  const ended = await waitForDatabase(
    async ({ onProgress }) =>
      (steps.shift() as (typeof steps)[number])(onProgress as (one: Progress) => void),
    {
      signal: new AbortController().signal,
      onProgress: ({ waiting }) => {
        waits.push(waiting !== undefined)
      },
    },
    pause,
  )
  t.equal(ended.state, 'finished')
  t.same(waits, [false, true, false, true])
})

t.test('a run that ends its database again and again at one place is not tried for ever', async (t) => {
  const reads = [1, 1, 1, 1, 2, 2, 2, 2, 2, 2]
  let tries = 0
  const ended = await waitForDatabase(
    async () => report('DATABASE_UNAVAILABLE', reads[tries++]),
    { signal: new AbortController().signal },
    pause,
  )
  t.match(ended, { state: 'failed', read: 2 })
  t.equal(tries, 9, 'what got further is tried on')
})
