import { inFolder } from './in-folder.js'
import { judging } from './judging.js'
import { type Forgetting, redisForgets } from './redis-forgets.js'

/** What must hold whichever way Redis forgets. */
export const forgotten = async (how: Forgetting, report: (line: string) => void): Promise<void> => {
  const must = judging(report)
  const sizes = { letters: 20_000, faults: 5, seed: 20_260_104 }
  const { again, accepted, missing, twice } = await inFolder((folder) => redisForgets(folder, how, sizes))
  const slowest = Math.max(...again)
  must(slowest <= 60, `Redis full again after at most ${slowest.toFixed(1)} s (at most 60)`)
  must(missing === 0 && twice === 0, `of ${accepted} jobs ${missing} missing, ${twice} done twice`)
}
