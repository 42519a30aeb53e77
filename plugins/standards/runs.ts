import { ShulianError } from '../../gateway/contracts/index.js'
import { fromCursor, toCursor } from './cursor.js'
import type { RecordedReport } from './parts.js'
import type { RunsQuery, RunView } from './schemas.js'
import type { StandardsDatabase } from './tables.js'

const columns = [
  'id',
  'member',
  'source',
  'suite',
  'suiteVersion',
  'verdict',
  'level',
  'startedAt',
  'finishedAt',
] as const

export const createRuns = (database: StandardsDatabase) => {
  /** Keeps a report; the same run twice is one run. */
  const add = async (report: RecordedReport): Promise<void> => {
    const source = report.target.source ?? null
    await database
      .insertInto('standardsRun')
      .values({
        id: report.run.id,
        member: source === null ? null : source.slice(0, source.indexOf('/')),
        source,
        suite: report.suite.id,
        suiteVersion: report.suite.version,
        verdict: report.verdict,
        level: report.level.reached,
        startedAt: report.run.start,
        finishedAt: report.run.end,
        report: JSON.stringify(report),
      })
      .onConflict((conflict) => conflict.column('id').doNothing())
      .execute()
  }

  /** Newest first. Runs on files that belong to no source are the operator's own business. */
  const list = async ({ limit, cursor, member, suite }: RunsQuery, isOperator: boolean) => {
    let query = database
      .selectFrom('standardsRun')
      .select(columns)
      .orderBy('finishedAt', 'desc')
      .orderBy('id', 'desc')
    if (!isOperator) query = query.where('source', 'is not', null)
    if (member !== undefined) query = query.where('member', '=', member)
    if (suite !== undefined) query = query.where('suite', '=', suite)
    if (cursor !== undefined) {
      const [at = '', id = ''] = fromCursor(cursor, 2)
      query = query.where((where) =>
        where.or([
          where('finishedAt', '<', at),
          where.and([where('finishedAt', '=', at), where('id', '<', id)]),
        ]),
      )
    }
    const rows: RunView[] = await query.limit(limit + 1).execute()
    const runs = rows.slice(0, limit)
    const last = runs.at(-1)
    return { runs, ...(rows.length > limit && last ? { cursor: toCursor([last.finishedAt, last.id]) } : {}) }
  }

  /** @throws ShulianError RUN_UNKNOWN (404) */
  const get = async (id: string, isOperator: boolean): Promise<{ run: RunView; report: unknown }> => {
    const row = await database.selectFrom('standardsRun').selectAll().where('id', '=', id).executeTakeFirst()
    if (!row || (row.source === null && !isOperator)) {
      throw new ShulianError('RUN_UNKNOWN', `There is no conformance run '${id}'.`, { status: 404 })
    }
    const { report, ...run } = row
    return { run, report: JSON.parse(report) }
  }

  const last = (member: string, suite: string) =>
    database
      .selectFrom('standardsRun')
      .select(['id', 'verdict', 'finishedAt'])
      .where('member', '=', member)
      .where('suite', '=', suite)
      .orderBy('finishedAt', 'desc')
      .orderBy('id', 'desc')
      .limit(1)
      .executeTakeFirst()

  /** When the source last passed the suite. */
  const lastPassed = async (source: string, suite: string): Promise<string | null> => {
    const row = await database
      .selectFrom('standardsRun')
      .select('finishedAt')
      .where('source', '=', source)
      .where('suite', '=', suite)
      .where('verdict', '=', 'conformant')
      .orderBy('finishedAt', 'desc')
      .limit(1)
      .executeTakeFirst()
    return row?.finishedAt ?? null
  }

  return { add, list, get, last, lastPassed }
}
export type Runs = ReturnType<typeof createRuns>
