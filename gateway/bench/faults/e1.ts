import type { Difference } from './end-state.js'
import { inFolder } from './in-folder.js'
import { killHarvest } from './kill-harvest.js'
import { killImport } from './kill-import.js'

export const name = 'faults/E1'

/** kill -9 at fifty random points of an ingest; the yardstick is the same ingest undisturbed. */
export const run = async (report: (line: string) => void): Promise<void> => {
  const sizes = { records: 20_000, kills: 50, seed: 20_260_102 }
  // A file is stored in pages of about 1,800 records, and a start stores one at least: fifty kills need as many.
  const imported = await inFolder((folder) => killImport({ ...sizes, records: 80_000, folder }))
  report(`import   killed ${imported.killed} times, ${imported.reports[0]['read']} records read`)
  tell(imported.differences, report)
  const harvested = await inFolder((folder) => killHarvest({ ...sizes, folder }))
  const [calm, rough] = harvested.pages
  report(
    `harvest  killed ${harvested.killed} times; ${rough} lists asked, ${calm} undisturbed; ${harvested.beginnings} began at the start`,
  )
  tell(harvested.differences, report)
}

const tell = (differences: Difference[], report: (line: string) => void): void => {
  if (differences.length === 0) report('         0 missing, 0 stale, 0 extra')
  for (const { part, missing, extra, example } of differences) {
    report(`         ${part}: ${missing} missing, ${extra} extra, such as ${example}`)
    process.exitCode = 1
  }
}
