import { differencesTold } from './differences-told.js'
import { inFolder } from './in-folder.js'
import { judging } from './judging.js'
import { killHarvest } from './kill-harvest.js'
import { killImport } from './kill-import.js'
import { pagesLost } from './killing.js'

export const name = 'faults/E1'

const sizes = { records: 20_000, kills: 50, seed: 20_260_102 }
/** A file is stored in pages of about 1,800 records, and most starts store one: so often at least before it is finished. */
const killsOfImport = 8

/** kill -9 at fifty random points of an ingest; the yardstick is the same ingest undisturbed. */
export const run = async (report: (line: string) => void): Promise<void> => {
  const must = judging(report)
  const imported = await inFolder((folder) => killImport({ ...sizes, kills: 20, folder }))
  must(
    imported.killed >= killsOfImport,
    `import: killed ${imported.killed} times before its ${imported.reports[0]['read']} records were in (at least ${killsOfImport})`,
  )
  differencesTold(report, imported.differences)
  const harvested = await inFolder((folder) => killHarvest({ ...sizes, folder }))
  const { killed, beginnings } = harvested
  const [calm, rough] = harvested.pages
  must(killed >= 0.9 * sizes.kills, `harvest: killed ${killed} times (of ${sizes.kills})`)
  must(
    rough <= calm + killed * pagesLost && beginnings <= 2,
    `${rough} lists asked, ${calm} undisturbed, at most ${pagesLost} more for each kill; ${beginnings} began at the start`,
  )
  differencesTold(report, harvested.differences)
}
