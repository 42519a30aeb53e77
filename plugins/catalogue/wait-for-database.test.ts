import t from 'tap'
import { type Progress, ShulianError } from '../../gateway/contracts/index.js'
import type { RunReport } from '../../standards/record/run-report.js'
import { waitForDatabase } from './wait-for-database.js'

t.setTimeout(60_000)

const report = (code?: string) =>
  ({ run: 'run_1', state: code ? 'failed' : 'finished', ...(code && { error: { code, detail: '' } }) }) as RunReport

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
    async ({ onProgress }) => (steps.shift() as (typeof steps)[number])(onProgress as (one: Progress) => void),
    {
      signal: new AbortController().signal,
      onProgress: ({ waiting }) => {
        waits.push(waiting !== undefined)
      },
    },
  )
  t.equal(ended.state, 'finished')
  t.same(waits, [false, true, false, true])
})
