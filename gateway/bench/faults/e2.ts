import { inFolder } from './in-folder.js'
import { judging } from './judging.js'
import { workerFrozen } from './worker-frozen.js'

export const name = 'faults/E2'

/** A worker frozen for three times as long as its claim holds, and let go on: no version falls. The yardstick is the same undisturbed. */
export const run = async (report: (line: string) => void): Promise<void> => {
  const must = judging(report)
  const sizes = { records: 16_000, milliseconds: 90_000 }
  const { held, taken, differences } = await inFolder((folder) => workerFrozen(folder, sizes))
  must(held > 0 && taken === held, `frozen with ${held} jobs, ${taken} of them taken by others meanwhile`)
  must(differences.length === 0, `${differences.length} parts differ from the undisturbed end`)
  for (const { part, missing, extra, example } of differences)
    report(`       ${part}: ${missing} missing, ${extra} extra, such as ${example}`)
}
