import { inFolder } from './in-folder.js'
import { judging } from './judging.js'
import { p99, redisFrozen } from './redis-frozen.js'

export const name = 'faults/E5'

/** Redis frozen for 30 s: readers do not feel it, and what is accepted waits in the outbox. The yardstick is the 30 s before. */
export const run = async (report: (line: string) => void): Promise<void> => {
  const must = judging(report)
  const outcome = await inFolder((folder) => redisFrozen(folder, 30_000))
  const [before, during] = [p99(outcome.before), p99(outcome.during)]
  must(
    during <= 2 * before,
    `p99 of ${outcome.during.length} searches ${during.toFixed(1)} ms, before ${before.toFixed(1)} ms (at most 2 ×)`,
  )
  must(outcome.status === 200 && /^degraded: /.test(outcome.said ?? ''), `ready, and says ${outcome.said}`)
  must(
    outcome.meanwhile > 0 && outcome.missing === 0 && outcome.twice === 0,
    `${outcome.meanwhile} jobs accepted meanwhile; ${outcome.missing} missing, ${outcome.twice} done twice`,
  )
}
