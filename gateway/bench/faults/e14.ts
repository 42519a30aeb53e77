import { judging } from './judging.js'
import { openSearchLink } from './search-link.js'
import { tasksFailing } from './tasks-failing.js'

export const name = 'faults/E14'

/** One in ten batches that the engine accepted fails later: nothing is said to be indexed that is not, and poison stands alone. */
export const run = async (report: (line: string) => void): Promise<void> => {
  const must = judging(report)
  const link = await openSearchLink()
  try {
    report(`beside ${link.engine}`)
    const sizes = { documents: 5_000, batch: 100, oneIn: 10, seed: 20_260_114 }
    const { failed, accepted, lost, refusedAndFound, refused, poisonous } = await tasksFailing(link, sizes)
    must(failed > 0, `${failed} of ${accepted} accepted batches failed as tasks`)
    must(lost === 0, `${lost} documents were said to be indexed and are not found`)
    must(
      refused.toSorted().join() === poisonous.toSorted().join() && refusedAndFound === 0,
      `${refused.length} documents were set aside, of ${poisonous.length} poisonous ones`,
    )
  } finally {
    await link.close()
  }
}
