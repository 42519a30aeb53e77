import type { RunFilter } from '../../gateway/contracts/index.js'
import type { RunReport } from '../../standards/record/run-report.js'
import type { Runner } from './claim.js'
import { reportOfRow } from './run-store.js'
import type { CatalogueDatabase } from './tables.js'
import { withDeletions } from './with-deletions.js'

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
