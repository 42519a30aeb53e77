import type { QuarantineCounts } from '../../gateway/contracts/index.js'
import type { CatalogueDatabase } from './tables.js'

/** What each run of a source set aside anew and what it resolved, oldest first, and what was open after it. */
export const quarantineHistory = async (
  database: CatalogueDatabase,
  source: string,
): Promise<QuarantineCounts[]> => {
  const count = async (column: 'firstRun' | 'resolvedRun'): Promise<Map<string, number>> => {
    const rows = await database
      .selectFrom('catalogueQuarantine')
      .select(`${column} as run`)
      .select(({ fn }) => fn.countAll().as('n'))
      .where('source', '=', source)
      .where(column, 'is not', null)
      .groupBy(column)
      .execute()
    return new Map(rows.map(({ run, n }) => [run as string, Number(n)]))
  }
  const [added, resolved] = [await count('firstRun'), await count('resolvedRun')]
  const ids = [...new Set([...added.keys(), ...resolved.keys()])]
  const at = await startsOf(database, source)
  let open = 0
  return ids
    .map((run) => ({
      run,
      at: at.get(run) ?? '',
      new: added.get(run) ?? 0,
      resolved: resolved.get(run) ?? 0,
    }))
    .sort((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0))
    .map((counts) => {
      open += counts.new - counts.resolved
      return { ...counts, open }
    })
}

const startsOf = async (database: CatalogueDatabase, source: string): Promise<Map<string, string>> => {
  const rows = await database
    .selectFrom('catalogueRun')
    .select(['id', 'startedAt'])
    .where('source', '=', source)
    .execute()
  return new Map(rows.map(({ id, startedAt }) => [id, startedAt]))
}
