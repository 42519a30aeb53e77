import { engineOverloaded } from './engine-overloaded.js'
import { inFolder } from './in-folder.js'
import { judging } from './judging.js'
import { openSearchLink } from './search-link.js'

export const name = 'faults/E15'

/** Pages of a harvest that may be read ahead of an index that takes none: four whose works wait, the next, and one under way. */
const mostAhead = 6

/** 413, 429 and stalls of 60 s of the search engine under a harvest; the yardstick is the same harvest undisturbed. */
export const run = async (report: (line: string) => void): Promise<void> => {
  const must = judging(report)
  const link = await openSearchLink()
  try {
    report(`beside ${link.engine}`)
    const overload = { records: 3_000, pageSize: 100, limit: 60_000, oneIn: 5, stall: 60_000, stalls: 1 }
    const outcome = await inFolder((folder) => engineOverloaded(folder, link, overload))
    const { tooLarge, tooMany, stalls, pages, pagesMeanwhile, heap, seconds, differences, works } = outcome
    must(
      differences === 0 && works > 0,
      `${works} works, ${differences} differ; ${seconds.map((one) => one.toFixed(0)).join(' s undisturbed, ')} s so`,
    )
    must(tooLarge > 0, `${tooLarge} batches were too large, and halved`)
    must(tooMany > 0, `${tooMany} writes were one too many, and came again`)
    must(
      stalls === overload.stalls && pagesMeanwhile <= mostAhead,
      `in ${stalls} stalls of ${overload.stall / 1_000} s at most ${pagesMeanwhile} of ${pages} pages were asked (at most ${mostAhead})`,
    )
    const ratio = heap[1] / heap[0]
    must(
      ratio <= 1.5,
      `the heap's highest ${heap.map((one) => one.toFixed(0)).join(' MB undisturbed, ')} MB so: ${ratio.toFixed(2)} × (at most 1.5)`,
    )
  } finally {
    await link.close()
  }
}
