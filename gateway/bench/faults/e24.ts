import { clientsAborted } from './clients-aborted.js'
import { inFolder } from './in-folder.js'
import { judging } from './judging.js'

export const name = 'faults/E24'

/** Ten thousand clients leave in the midst; the yardstick is what is held after ten thousand that did so before. */
export const run = async (report: (line: string) => void): Promise<void> => {
  const must = judging(report)
  const outcome = await inFolder((folder) => clientsAborted(folder, { clients: 10_000, seed: 20_260_124 }))
  const { left, before, after, closed, isServing } = outcome
  report(
    `left ${Object.entries(left)
      .map(([how, count]) => `${how} ${count}`)
      .join(', ')}`,
  )
  must(
    closed !== undefined && after.sockets <= before.sockets * 1.05,
    `${before.sockets} sockets before, ${after.sockets} after ${closed?.toFixed(0)} ms`,
  )
  const ratio = after.heap / before.heap
  must(
    ratio <= 1.05,
    `${before.heap.toFixed(1)} MB of heap before, ${after.heap.toFixed(1)} after: ${ratio.toFixed(3)} × (at most 1.05)`,
  )
  const grown = after.resident / before.resident
  must(
    grown <= 1.05,
    `${before.resident.toFixed(0)} MB resident before, ${after.resident.toFixed(0)} after: ${grown.toFixed(3)} × (at most 1.05)`,
  )
  must(isServing, 'it answers')
}
