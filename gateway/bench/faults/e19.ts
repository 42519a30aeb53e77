import { besideHostile } from './beside-hostile.js'
import { inFolder } from './in-folder.js'
import { judging } from './judging.js'
import { hostile, recordsOf } from './repositories.js'

export const name = 'faults/E19'

/** The hostile one goes on as long as the others take, on a busy machine too. */
const caps = { pageCap: 1_000_000, listSeconds: 15 }
const sizes = { others: 3, pages: 30, milliseconds: 100, caps }

/**
 * A hostile repository ends within its caps. The yardstick of the others' throughput is the mean of the same harvests
 * without it right before and right after: code warms up and a machine has other things to do, so one measurement at the
 * start judged the first kinds too kindly and the last ones too hard.
 */
export const run = async (report: (line: string) => void): Promise<void> => {
  const must = judging(report)
  await throughputAlone()
  let before = await throughputAlone()
  for (const [kind, { code }] of Object.entries(hostile)) {
    const outcome = await inFolder((folder) => besideHostile({ ...sizes, folder, kind }))
    const after = await throughputAlone()
    const [ended, alone] = [outcome.hostile, (before + after) / 2]
    const ratio = outcome.throughput / alone
    must(
      outcome.others.every(({ state, read }) => state === 'finished' && read === recordsOf(sizes.pages)),
      `${kind}: the others were read whole`,
    )
    must(
      ended?.error?.code === code,
      `${kind}: ended with ${ended?.error?.code} after ${ended?.seconds.toFixed(1)} s and ${ended?.pages ?? 0} pages`,
    )
    must(
      ratio >= 0.9,
      `${kind}: ${outcome.throughput.toFixed(0)} records/s of the others, alone ${before.toFixed(0)} and ${after.toFixed(0)}, ${(ratio * 100).toFixed(0)} % (at least 90)`,
    )
    before = after
  }
}

const throughputAlone = async (): Promise<number> =>
  (await inFolder((folder) => besideHostile({ ...sizes, folder, kind: null }))).throughput
