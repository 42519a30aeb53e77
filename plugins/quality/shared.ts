import type { QualityReport } from '../../standards/record/quality-report.js'
import type { QualityDatabase } from './tables.js'

type Column = 'number' | 'likeness'
type SharedBy = QualityReport['duplicates']

const mostExamples = 5
const perExample = 5
/** Digests are even: each slice of a large source is counted in some tens of milliseconds. */
const slices = 16
const highest = 2 ** 48

/** Values that more than one record of a source has, along the index: nothing is held but the count. */
export const sharedBy = async (
  database: QualityDatabase,
  source: string,
  column: Column,
  signal: AbortSignal,
): Promise<SharedBy> => {
  const shared: SharedBy = { values: 0, records: 0, examples: [] }
  for (let slice = 0; slice < slices; slice++) {
    signal.throwIfAborted()
    const [from, to] = [(highest / slices) * slice, (highest / slices) * (slice + 1)]
    const groups = await groupsIn(database, source, column, from, to)
    shared.values += groups.length
    for (const { n } of groups) shared.records += Number(n)
    for (const { value } of groups.slice(0, mostExamples - shared.examples.length))
      shared.examples.push(await recordsWith(database, source, column, Number(value)))
  }
  return shared
}

const groupsIn = (database: QualityDatabase, source: string, column: Column, from: number, to: number) =>
  database
    .selectFrom('qualityFacts')
    .select(`${column} as value`)
    .select(({ fn }) => fn.countAll().as('n'))
    .where('source', '=', source)
    .where(column, '>=', from)
    .where(column, '<', to)
    .groupBy(column)
    .having(({ fn }) => fn.countAll(), '>', 1)
    .execute()

const recordsWith = async (
  database: QualityDatabase,
  source: string,
  column: Column,
  value: number,
): Promise<{ recordId: string; sourceId: string }[]> => {
  const rows = await database
    .selectFrom('qualityFacts')
    .select('recordId')
    .where('source', '=', source)
    .where(column, '=', value)
    .orderBy('recordId')
    .limit(perExample)
    .execute()
  return rows.map(({ recordId }) => ({ recordId, sourceId: '' }))
}
