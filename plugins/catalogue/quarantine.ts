import type { Selectable } from 'kysely'
import {
  type HarvestPage,
  type QuarantineEntry,
  type Resume,
  ShulianError,
} from '../../gateway/contracts/index.js'
import type { Change, Format, PutChange } from '../../standards/record/change.js'
import type { PageInput } from './page.js'
import type { CatalogueDatabase, CatalogueTables } from './tables.js'

type Row = Selectable<CatalogueTables['catalogueQuarantine']>

const columns = [
  'number',
  'source',
  'sourceId',
  'isGivenId',
  'kind',
  'run',
  'at',
  'offset',
  'format',
  'hash',
  'finding',
  'state',
] as const

export const listQuarantine = async (
  database: CatalogueDatabase,
  {
    source,
    state,
    limit,
    after,
  }: { source?: string; state?: 'open' | 'resolved'; limit: number; after?: number },
): Promise<QuarantineEntry[]> => {
  let query = database
    .selectFrom('catalogueQuarantine')
    .select(columns)
    .select(({ fn }) => fn<number>('length', ['bytes']).as('size'))
    .orderBy('number')
    .limit(limit)
  if (source !== undefined) query = query.where('source', '=', source)
  if (state !== undefined) query = query.where('state', '=', state)
  if (after !== undefined) query = query.where('number', '>', after)
  return (await query.execute()).map((row) => toEntry(row, row.size))
}

/** @throws ShulianError QUARANTINE_UNKNOWN (404) */
export const quarantineEntry = async (
  database: CatalogueDatabase,
  number: number,
): Promise<QuarantineEntry & { bytes: Uint8Array }> => {
  const row = await rowOf(database, number)
  return { ...toEntry(row, row.bytes.length), bytes: row.bytes }
}

const rowOf = async (database: CatalogueDatabase, number: number): Promise<Row> => {
  const row = await database
    .selectFrom('catalogueQuarantine')
    .selectAll()
    .where('number', '=', number)
    .executeTakeFirst()
  if (!row) {
    throw new ShulianError(
      'QUARANTINE_UNKNOWN',
      `Nothing is set aside under number ${number}. See: shulian quarantine list`,
      { status: 404 },
    )
  }
  return row
}

const toEntry = (row: Omit<Row, 'bytes'>, size: number): QuarantineEntry => ({
  number: Number(row.number),
  source: row.source,
  ...(row.sourceId === null ? {} : { sourceId: row.sourceId }),
  run: row.run,
  at: row.at,
  ...(row.offset === null ? {} : { offset: Number(row.offset) }),
  ...(row.format === null ? {} : { format: row.format as Format }),
  size: Number(size),
  finding: JSON.parse(row.finding),
  state: row.state,
})

export interface Retried {
  number?: number
  source?: string
  replacement?: Uint8Array
}

/**
 * The sources of which something is to be retried, in order.
 * @throws ShulianError QUARANTINE_UNKNOWN (404), QUARANTINE_RESOLVED (409): what came in since would be overwritten
 */
export const sourcesToRetry = async (
  database: CatalogueDatabase,
  { number, source, replacement }: Retried,
): Promise<string[]> => {
  if (number !== undefined) {
    const entry = await rowOf(database, number)
    if (entry.state === 'open' && (source === undefined || source === entry.source)) return [entry.source]
    throw new ShulianError(
      'QUARANTINE_RESOLVED',
      `Number ${number} is not set aside any more${source ? ` in ${source}` : ''}: its record came in, or was deleted. See: shulian quarantine list`,
      { status: 409 },
    )
  }
  if (replacement)
    throw new ShulianError('INPUT_INVALID', 'What was mended replaces one record: name its number.', {
      status: 400,
    })
  let query = database
    .selectFrom('catalogueQuarantine')
    .select('source')
    .distinct()
    .where('state', '=', 'open')
    .orderBy('source')
  if (source !== undefined) query = query.where('source', '=', source)
  return (await query.execute()).map((row) => row.source)
}

/** Records may be large: few at a time. */
const pageSize = 50

/** The open entries of a source, oldest first, as the changes they should have been. Those that the retry itself sets aside are not met again. */
export async function* pagesOfEntries(
  database: CatalogueDatabase,
  source: string,
  { number, replacement }: Retried,
  resume: Resume | null,
): AsyncIterable<HarvestPage & PageInput> {
  const open = database
    .selectFrom('catalogueQuarantine')
    .selectAll()
    .where('source', '=', source)
    .where('state', '=', 'open')
    .orderBy('number')
  const last =
    number ??
    Number(
      (
        await database
          .selectFrom('catalogueQuarantine')
          .select(({ fn }) => fn.max('number').as('last'))
          .executeTakeFirst()
      )?.last ?? 0,
    )
  let after = typeof resume?.['after'] === 'number' ? resume['after'] : (number ?? 1) - 1
  for (;;) {
    const rows = await open.where('number', '>', after).where('number', '<=', last).limit(pageSize).execute()
    if (rows.length === 0) return
    after = Number(rows.at(-1)!.number)
    yield {
      changes: rows.map((row) => toChange(row, replacement)),
      entries: rows.map((row) => Number(row.number)),
      isReplacement: replacement !== undefined,
      resume: { after },
    }
  }
}

/** The kept bytes, or what a person mended of them. */
const toChange = (row: Row, replacement?: Uint8Array): Change => ({
  kind: row.kind as PutChange['kind'],
  op: 'put',
  format: (row.format ?? 'marc21') as Format,
  bytes: replacement ?? row.bytes,
  ...(row.isGivenId === 1 && row.sourceId !== null ? { sourceId: row.sourceId } : {}),
  ...(row.offset === null ? {} : { offset: Number(row.offset) }),
})
