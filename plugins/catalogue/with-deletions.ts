import type { RunReport } from '../../standards/record/run-report.js'
import { type CatalogueDatabase, inLists } from './tables.js'

/** What became of the deletions of runs: how many wait now, and how many that were told were not carried out. */
export const withDeletions = async (
  database: CatalogueDatabase,
  reports: RunReport[],
): Promise<RunReport[]> => {
  const runs = reports.filter(({ deleted, missing = 0 }) => deleted + missing > 0).map(({ run }) => run)
  const rows = await inLists(runs, (list) =>
    database
      .selectFrom('catalogueDeletion')
      .select(['run', 'why', 'state', ({ fn }) => fn.countAll().as('n')])
      .where('run', 'in', list)
      .where('state', '!=', 'deleted')
      .groupBy(['run', 'why', 'state'])
      .execute(),
  )
  // Runs of earlier versions kept with their counts how many were held as they ended.
  return reports.map(({ held: _then, ...report }) => {
    const own = rows.filter(({ run }) => run === report.run)
    const held = sumOf(own.filter(({ state }) => state === 'held'))
    const undeleted = sumOf(own.filter(({ why }) => why === 'told'))
    return { ...report, ...(held > 0 && { held }), ...(undeleted > 0 && { undeleted }) }
  })
}

const sumOf = (rows: { n: number | bigint | string }[]): number =>
  rows.reduce((sum, { n }) => sum + Number(n), 0)
