import { inFolder } from './in-folder.js'
import { judging } from './judging.js'
import { redisFull } from './redis-full.js'

export const name = 'faults/E6'

/** Redis at `maxmemory` with `noeviction`: the backlog stays in the outbox, and drains. */
export const run = async (report: (line: string) => void): Promise<void> => {
  const must = judging(report)
  const letters = 20_000
  const { inRedis, waiting, missing, twice } = await inFolder((folder) => redisFull(folder, letters))
  must(inRedis === 0 && waiting >= letters, `${waiting} jobs in the outbox while full, ${inRedis} in Redis`)
  must(missing === 0 && twice === 0, `drained: ${missing} missing, ${twice} done twice`)
}
