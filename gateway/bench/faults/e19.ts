import { besideHostile } from './beside-hostile.js'
import { inFolder } from './in-folder.js'
import { judging } from './judging.js'
import { hostile } from './repositories.js'

export const name = 'faults/E19'

/** The hostile one goes on as long as the others take. */
const caps = { pageCap: 1_000_000, listSeconds: 8, answerSeconds: 2 }
const sizes = { others: 3, pages: 40, milliseconds: 100, caps }

/** A hostile repository ends within its caps; the yardstick of the others' throughput is the same harvests without it. */
export const run = async (report: (line: string) => void): Promise<void> => {
  const must = judging(report)
  const alone = await throughputAlone()
  report(`alone            ${alone.toFixed(0)} records/s of ${sizes.others} sources`)
  for (const [kind, { code }] of Object.entries(hostile)) {
    const outcome = await inFolder((folder) => besideHostile({ ...sizes, folder, kind }))
    const ended = outcome.hostile
    const ratio = outcome.throughput / alone
    must(
      ended?.error?.code === code,
      `${kind}: ended with ${ended?.error?.code} after ${ended?.seconds.toFixed(1)} s and ${ended?.pages ?? 0} pages`,
    )
    must(
      ratio >= 0.9,
      `${kind}: ${outcome.throughput.toFixed(0)} records/s of the others, ${(ratio * 100).toFixed(0)} % (at least 90)`,
    )
  }
}

/** The better of two: the first warms the code up. */
const throughputAlone = async (): Promise<number> => {
  const once = () => inFolder((folder) => besideHostile({ ...sizes, folder, kind: null }))
  return Math.max((await once()).throughput, (await once()).throughput)
}
