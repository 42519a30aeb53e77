import { ShulianError } from '../../gateway/contracts/index.js'
import type { QualityReport } from '../../standards/record/quality-report.js'
import type { Changes } from './facts-store.js'
import type { QualityDatabase, QualityTransaction } from './tables.js'
import type { Tally } from './tally.js'

/** How far the figures of a source are. */
export interface Progress {
  basis: string
  tally: Tally
  through: string
  since: string | null
  cursor: string
  changes: Changes
  covered: string | null
  /** 0: not written yet. */
  version: number
}

/** Older reports of a source are let go. */
const mostReports = 200

export const readProgress = async (database: QualityDatabase, source: string): Promise<Progress | null> => {
  const row = await database
    .selectFrom('qualitySource')
    .selectAll()
    .where('source', '=', source)
    .executeTakeFirst()
  if (!row) return null
  const { source: _, tally, changes, ...progress } = row
  return { ...progress, tally: JSON.parse(tally), changes: JSON.parse(changes) }
}

/**
 * Writes what `progress` says over what it was read from.
 * @throws ShulianError QUALITY_TAKEN (409): another process is at this source
 */
export const saveProgress = async (
  transaction: QualityTransaction,
  source: string,
  { tally, changes, version, ...progress }: Progress,
): Promise<void> => {
  const row = {
    ...progress,
    tally: JSON.stringify(tally),
    changes: JSON.stringify(changes),
    version: version + 1,
  }
  const written =
    version === 0
      ? (
          await transaction
            .insertInto('qualitySource')
            .values({ source, ...row })
            .onConflict((conflict) => conflict.doNothing())
            .executeTakeFirstOrThrow()
        ).numInsertedOrUpdatedRows
      : (
          await transaction
            .updateTable('qualitySource')
            .set(row)
            .where('source', '=', source)
            .where('version', '=', version)
            .executeTakeFirstOrThrow()
        ).numUpdatedRows
  if (Number(written ?? 0) === 1) return
  throw new ShulianError('QUALITY_TAKEN', `Another process computes the quality of ${source}.`, {
    status: 409,
  })
}

export const addReport = async (transaction: QualityTransaction, report: QualityReport): Promise<void> => {
  const { source, run, at } = report
  const row = { at, report: JSON.stringify(report) }
  await transaction
    .insertInto('qualityReport')
    .values({ source, run, ...row })
    .onConflict((conflict) => conflict.columns(['source', 'run']).doUpdateSet(row))
    .execute()
  const oldest = await transaction
    .selectFrom('qualityReport')
    .select('at')
    .where('source', '=', source)
    .orderBy('at', 'desc')
    .offset(mostReports)
    .limit(1)
    .executeTakeFirst()
  if (oldest)
    await transaction
      .deleteFrom('qualityReport')
      .where('source', '=', source)
      .where('at', '<=', oldest.at)
      .execute()
}

/** The latest, or that of one run. */
export const latestReport = async (
  database: QualityDatabase,
  source: string,
  run?: string,
): Promise<QualityReport | null> => {
  let query = database
    .selectFrom('qualityReport')
    .select('report')
    .where('source', '=', source)
    .orderBy('at', 'desc')
    .limit(1)
  if (run !== undefined) query = query.where('run', '=', run)
  const row = await query.executeTakeFirst()
  return row ? JSON.parse(row.report) : null
}

/** The latest first. */
export const listReports = async (
  database: QualityDatabase,
  source: string,
  limit: number,
): Promise<QualityReport[]> => {
  const rows = await database
    .selectFrom('qualityReport')
    .select('report')
    .where('source', '=', source)
    .orderBy('at', 'desc')
    .limit(limit)
    .execute()
  return rows.map(({ report }) => JSON.parse(report))
}
