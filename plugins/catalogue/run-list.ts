import type { RunFilter } from '../../gateway/contracts/index.js'
import type { RunReport } from '../../standards/record/run-report.js'
import type { Runner } from './claim.js'
import { reportOfRow } from './run-store.js'
import { type CatalogueDatabase, inLists } from './tables.js'

export const listRuns = async (
  { database, runner, now }: { database: CatalogueDatabase; runner: Runner; now(): Date },
  { source, kind, limit, before, isHeld }: RunFilter,
): Promise<RunReport[]> => {
  let query = database
    .selectFrom('catalogueRun')
    .selectAll()
    .orderBy('startedAt', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
  if (source !== undefined) query = query.where('source', '=', source)
  if (kind !== undefined) query = query.where('kind', '=', kind)
  if (isHeld)
    query = query.where('id', 'in', (held) =>
      held.selectFrom('catalogueDeletion').select('run').where('state', '=', 'held'),
    )
  if (before !== undefined) {
    query = query.where(({ eb, refTuple, selectFrom }) =>
      eb(
        refTuple('startedAt', 'id'),
        '<',
        selectFrom('catalogueRun')
          .select(['startedAt', 'id'])
          .where('id', '=', before)
          .$asTuple('startedAt', 'id'),
      ),
    )
  }
  const rows = await query.execute()
  return withDeletions(
    database,
    rows.map((row) => reportOfRow(row, runner, now())),
  )
}

/** What became of the deletions of runs since they ended: how many wait now, and how many that were told were not carried out. */
export const withDeletions = async (
  database: CatalogueDatabase,
  reports: RunReport[],
): Promise<RunReport[]> => {
  const runs = reports.filter(({ deleted, held = 0 }) => deleted + held > 0).map(({ run }) => run)
  const rows = await inLists(runs, (list) =>
    database
      .selectFrom('catalogueDeletion')
      .select(['run', 'why', 'state', ({ fn }) => fn.countAll().as('n')])
      .where('run', 'in', list)
      .where('state', '!=', 'deleted')
      .groupBy(['run', 'why', 'state'])
      .execute(),
  )
  return reports.map(({ held: _held, undeleted: _undeleted, ...report }) => {
    const own = rows.filter(({ run }) => run === report.run)
    const held = sumOf(own.filter(({ state }) => state === 'held'))
    const undeleted = sumOf(own.filter(({ why }) => why === 'told'))
    return { ...report, ...(held > 0 && { held }), ...(undeleted > 0 && { undeleted }) }
  })
}

const sumOf = (rows: { n: number | bigint | string }[]): number =>
  rows.reduce((sum, { n }) => sum + Number(n), 0)
