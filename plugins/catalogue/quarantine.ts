import type { Selectable } from 'kysely'
import { type QuarantineEntry, ShulianError } from '../../gateway/contracts/index.js'
import type { Change, Format } from '../../standards/record/change.js'
import type { CatalogueDatabase, CatalogueTables } from './tables.js'

type Row = Selectable<CatalogueTables['catalogueQuarantine']>

export const listQuarantine = async (
  database: CatalogueDatabase,
  { source, state, limit, after }: { source?: string; state?: 'open' | 'resolved'; limit: number; after?: number },
): Promise<QuarantineEntry[]> => {
  let query = database.selectFrom('catalogueQuarantine').selectAll().orderBy('number').limit(limit)
  if (source !== undefined) query = query.where('source', '=', source)
  if (state !== undefined) query = query.where('state', '=', state)
  if (after !== undefined) query = query.where('number', '>', after)
  return (await query.execute()).map(toEntry)
}

/** @throws ShulianError QUARANTINE_UNKNOWN (404) */
export const quarantineEntry = async (database: CatalogueDatabase, number: number): Promise<QuarantineEntry & { bytes: Uint8Array }> => {
  const row = await database.selectFrom('catalogueQuarantine').selectAll().where('number', '=', number).executeTakeFirst()
  if (!row) {
    throw new ShulianError('QUARANTINE_UNKNOWN', `Nothing is set aside under number ${number}. See: shulian quarantine list`, { status: 404 })
  }
  return { ...toEntry(row), bytes: row.bytes }
}

const toEntry = (row: Row): QuarantineEntry => ({
  number: row.number,
  source: row.source,
  ...(row.sourceId === null ? {} : { sourceId: row.sourceId }),
  run: row.run,
  at: row.at,
  ...(row.offset === null ? {} : { offset: row.offset }),
  ...(row.format === null ? {} : { format: row.format as Format }),
  size: row.bytes.length,
  finding: JSON.parse(row.finding),
  state: row.state,
})

/** Open entries, oldest first. @throws ShulianError QUARANTINE_UNKNOWN when the one named is not open */
export const openEntries = async (
  database: CatalogueDatabase,
  { number, source }: { number?: number; source?: string },
): Promise<(QuarantineEntry & { bytes: Uint8Array })[]> => {
  if (number !== undefined) return [await quarantineEntry(database, number)]
  let query = database.selectFrom('catalogueQuarantine').selectAll().where('state', '=', 'open').orderBy('number')
  if (source !== undefined) query = query.where('source', '=', source)
  return (await query.execute()).map((row) => ({ ...toEntry(row), bytes: row.bytes }))
}

/** The kept bytes, or what a person mended of them, as the change they should have been. */
export const toChange = (entry: QuarantineEntry & { bytes: Uint8Array }, replacement?: Uint8Array): Change => ({
  kind: 'bib',
  op: 'put',
  format: entry.format ?? 'marc21',
  bytes: replacement ?? entry.bytes,
  ...(entry.sourceId === undefined ? {} : { sourceId: entry.sourceId }),
  ...(entry.offset === undefined ? {} : { offset: entry.offset }),
})

/** Those of them that the retry did not set aside again. */
export const resolveEntries = async (database: CatalogueDatabase, numbers: number[], run: string): Promise<void> => {
  await database
    .updateTable('catalogueQuarantine')
    .set({ state: 'resolved' })
    .where('number', 'in', numbers)
    .where('run', '!=', run)
    .execute()
}
