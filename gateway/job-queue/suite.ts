import type { Test } from 'tap'
import { catchingUpSuite } from './suite/catching-up.js'
import { closingSuite } from './suite/closing.js'
import { jobsSuite } from './suite/jobs.js'
import type { QueueUnderTest, Requirement } from './suite/requirement.js'

/** What every job queue must do, whatever keeps its jobs. `make` gives an empty one. */
export function jobQueueSuite(t: Test, make: () => Promise<QueueUnderTest>): void {
  const requirement: Requirement = (name, run) =>
    t.test(name, async (t) => {
      const under = await make()
      t.teardown(() => under.close())
      await run(t, under)
    })
  jobsSuite(requirement)
  catchingUpSuite(requirement)
  closingSuite(requirement)
}
