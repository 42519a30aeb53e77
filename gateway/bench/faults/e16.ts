import { inFolder } from './in-folder.js'
import { judging } from './judging.js'
import { rebuiltUnderLoad } from './rebuilt-under-load.js'
import { openSearchLink } from './search-link.js'

export const name = 'faults/E16'

/** Rebuild and swap under 50 searches and 20 writes a second; whoever rebuilds is killed at each step. */
export const run = async (report: (line: string) => void): Promise<void> => {
  const must = judging(report)
  const link = await openSearchLink()
  try {
    report(`beside ${link.engine}`)
    const kills = ['create', 'settings', 'fill', 'swap', 'delete']
    const load = { works: 2_000, searches: 50, writes: 20, kills }
    const { searches, searchErrors, writes, killed, differences, left } = await inFolder((folder) =>
      rebuiltUnderLoad(folder, link, load),
    )
    must(killed.length === kills.length, `killed at ${killed.join(', ')}`)
    must(searches > 0 && searchErrors.length === 0, `${searchErrors.length} of ${searches} searches failed`)
    for (const error of searchErrors.slice(0, 3)) report(`       such as ${error}`)
    must(writes > 0 && differences === 0, `${differences} works differ after ${writes} writes`)
    must(left.length === 0, `${left.length} indexes are left beside the live one`)
  } finally {
    await link.close()
  }
}
