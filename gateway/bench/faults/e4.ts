import { inFolder } from './in-folder.js'
import { judging } from './judging.js'
import { type Forgetting, redisForgets } from './redis-forgets.js'

export const name = 'faults/E4'

/** Redis that keeps nothing is killed (E4), or emptied (E7): everything is brought again, and done once. */
export const run = async (report: (line: string) => void): Promise<void> => {
  const must = judging(report)
  for (const how of ['kill', 'flush'] as Forgetting[]) {
    const sizes = { letters: 20_000, faults: 5, seed: 20_260_104 }
    const { again, accepted, missing, twice } = await inFolder((folder) => redisForgets(folder, how, sizes))
    const slowest = Math.max(...again)
    must(slowest <= 60, `${how}: Redis full again after at most ${slowest.toFixed(1)} s (at most 60)`)
    must(missing === 0 && twice === 0, `${how}: of ${accepted} jobs ${missing} missing, ${twice} done twice`)
  }
}
