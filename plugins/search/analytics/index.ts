import type { Kysely } from 'kysely'
import type { Kernel, PluginParts } from '../../../gateway/contracts/index.js'
import { createOutcomes } from './outcomes.js'
import { analyticsRoutes } from './routes.js'
import { createCounts } from './store.js'
import type { AnalyticsTables } from './tables.js'

export { migrations } from './tables.js'

/** Milliseconds between two writings of what has become many. */
const writtenEvery = 60_000

export interface Analytics extends Required<Pick<PluginParts, 'routes' | 'jobs' | 'start' | 'close'>> {
  /** What many have asked that begins so. */
  queries(beginning: string, limit: number): Promise<string[]>
}

/** What readers ask and how it ends, counted by each process that answers them, without who they are. */
export const createAnalytics = (kernel: Kernel): Analytics => {
  const counts = createCounts(kernel.database as Kysely<AnalyticsTables>, kernel.now)
  const outcomes = createOutcomes(counts.write)
  let timer: NodeJS.Timeout | undefined
  const write = () =>
    outcomes
      .flush()
      .catch((error: unknown) => kernel.log.warn({ error }, 'counts of searches not written yet'))
  return {
    queries: counts.queries,
    routes: analyticsRoutes({
      record: (outcome, address) => outcomes.record(outcome, address, kernel.now()),
      report: async (weeks, script) => {
        await outcomes.flush()
        return counts.report(weeks, script)
      },
    }),
    jobs: [{ topic: 'search.expire', handler: () => counts.expire(), everySeconds: 86_400 }],
    start: () => {
      timer = setInterval(write, writtenEvery).unref()
    },
    close: async () => {
      clearInterval(timer)
      await write()
    },
  }
}
