import type { ExpressionBuilder, Selectable } from 'kysely'
import {
  type QuarantineEntry,
  type QuarantineFilter,
  type QuarantineGroup,
  ShulianError,
} from '../../gateway/contracts/index.js'
import type { FileCarrier } from '../../standards/formats/record-file.js'
import type { Format } from '../../standards/record/change.js'
import type { CatalogueDatabase, CatalogueTables } from './tables.js'

export type QuarantineRow = Selectable<CatalogueTables['catalogueQuarantine']>

const columns = [
  'number',
  'source',
  'sourceId',
  'run',
  'at',
  'offset',
  'format',
  'carrier',
  'finding',
  'state',
] as const

/** The condition that a filter comes to. */
export const matching =
  ({ source, code, state }: QuarantineFilter) =>
  (where: ExpressionBuilder<CatalogueTables, 'catalogueQuarantine'>) =>
    where.and([
      ...(source === undefined ? [] : [where('source', '=', source)]),
      ...(code === undefined ? [] : [where('code', '=', code)]),
      ...(state === undefined ? [] : [where('state', '=', state)]),
    ])

export const listQuarantine = async (
  database: CatalogueDatabase,
  { limit, after = 0, ...filter }: QuarantineFilter & { limit: number; after?: number },
): Promise<QuarantineEntry[]> => {
  const rows = await database
    .selectFrom('catalogueQuarantine')
    .select(columns)
    .select(({ fn }) => fn<number>('length', ['bytes']).as('size'))
    .where(matching(filter))
    .where('number', '>', after)
    .orderBy('number')
    .limit(limit)
    .execute()
  return rows.map((row) => toEntry(row, row.size))
}

/** Entries of one cause in one source together, the largest group first, each with its oldest entry. */
export const groupQuarantine = async (
  database: CatalogueDatabase,
  { limit, offset = 0, ...filter }: QuarantineFilter & { limit: number; offset?: number },
): Promise<QuarantineGroup[]> => {
  const groups = await database
    .selectFrom('catalogueQuarantine')
    .select(['code', 'source'])
    .select(({ fn }) => [fn.countAll().as('count'), fn.min('number').as('first')])
    .where(matching(filter))
    .groupBy(['code', 'source'])
    .orderBy('count', 'desc')
    .orderBy('code')
    .orderBy('source')
    .limit(limit)
    .offset(offset)
    .execute()
  if (groups.length === 0) return []
  const numbers = groups.map(({ first }) => Number(first))
  const rows = await database
    .selectFrom('catalogueQuarantine')
    .select(columns)
    .select(({ fn }) => fn<number>('length', ['bytes']).as('size'))
    .where('number', 'in', numbers)
    .execute()
  const examples = new Map(rows.map((row) => [Number(row.number), toEntry(row, row.size)]))
  return groups.map(({ code, source, count, first }) => ({
    code,
    source,
    count: Number(count),
    example: examples.get(Number(first)) as QuarantineEntry,
  }))
}

/** @throws ShulianError QUARANTINE_UNKNOWN (404) */
export const quarantineEntry = async (
  database: CatalogueDatabase,
  number: number,
): Promise<QuarantineEntry & { bytes: Uint8Array }> => {
  const row = await quarantineRow(database, number)
  return { ...toEntry(row, row.bytes.length), bytes: row.bytes }
}

/** @throws ShulianError QUARANTINE_UNKNOWN (404) */
export const quarantineRow = async (database: CatalogueDatabase, number: number): Promise<QuarantineRow> => {
  const row = await database
    .selectFrom('catalogueQuarantine')
    .selectAll()
    .where('number', '=', number)
    .executeTakeFirst()
  if (row) return row
  throw new ShulianError(
    'QUARANTINE_UNKNOWN',
    `Nothing is set aside under number ${number}. See: shulian quarantine list`,
    { status: 404 },
  )
}

export const toEntry = (
  row: Pick<QuarantineRow, (typeof columns)[number]>,
  size: number,
): QuarantineEntry => ({
  number: Number(row.number),
  source: row.source,
  ...(row.sourceId === null ? {} : { sourceId: row.sourceId }),
  run: row.run,
  at: row.at,
  ...(row.offset === null ? {} : { offset: Number(row.offset) }),
  ...(row.format === null ? {} : { format: row.format as Format }),
  carrier: row.carrier as FileCarrier,
  size: Number(size),
  finding: JSON.parse(row.finding),
  state: row.state,
})
