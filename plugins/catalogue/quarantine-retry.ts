import { type HarvestPage, type Resume, ShulianError } from '../../gateway/contracts/index.js'
import type { Change, Format, PutChange } from '../../standards/record/change.js'
import { contentHash } from './ids.js'
import type { PageInput } from './page.js'
import { matching, type QuarantineRow, quarantineRow } from './quarantine.js'
import type { CatalogueDatabase } from './tables.js'

export interface Retried {
  number?: number
  source?: string
  code?: string
  replacement?: Uint8Array
}

/** What was asked for, so that the same call goes on with a retry that was cut. */
export const retryInput = ({ number, code, replacement }: Retried): string =>
  [
    'retry',
    number ?? 'all',
    ...(code ? [code] : []),
    ...(replacement ? [contentHash(replacement)] : []),
  ].join(' ')

/**
 * The sources of which something is to be retried, in order.
 * @throws ShulianError QUARANTINE_UNKNOWN (404), QUARANTINE_RESOLVED (409): what came in since would be overwritten
 */
export const sourcesToRetry = async (
  database: CatalogueDatabase,
  { number, source, code, replacement }: Retried,
): Promise<string[]> => {
  if (number !== undefined) {
    const entry = await quarantineRow(database, number)
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
  const rows = await database
    .selectFrom('catalogueQuarantine')
    .select('source')
    .distinct()
    .where(matching({ source, code, state: 'open' }))
    .orderBy('source')
    .execute()
  return rows.map((row) => row.source)
}

/** Records may be large: few at a time. */
const pageSize = 50

/** The open entries of a source, oldest first, as the changes they should have been. Those that the retry itself sets aside are not met again. */
export async function* pagesOfEntries(
  database: CatalogueDatabase,
  source: string,
  { number, code, replacement }: Retried,
  resume: Resume | null,
): AsyncIterable<HarvestPage & PageInput> {
  const last = number ?? (await lastNumber(database))
  let after = typeof resume?.['after'] === 'number' ? resume['after'] : (number ?? 1) - 1
  for (;;) {
    const rows = await database
      .selectFrom('catalogueQuarantine')
      .selectAll()
      .where(matching({ source, code, state: 'open' }))
      .where('number', '>', after)
      .where('number', '<=', last)
      .orderBy('number')
      .limit(pageSize)
      .execute()
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

const lastNumber = async (database: CatalogueDatabase): Promise<number> => {
  const row = await database
    .selectFrom('catalogueQuarantine')
    .select(({ fn }) => fn.max('number').as('last'))
    .executeTakeFirst()
  return Number(row?.last ?? 0)
}

/** The kept bytes, or what a person mended of them. */
const toChange = (row: QuarantineRow, replacement?: Uint8Array): Change => ({
  kind: row.kind as PutChange['kind'],
  op: 'put',
  format: (row.format ?? 'marc21') as Format,
  bytes: replacement ?? row.bytes,
  ...(row.isGivenId === 1 && row.sourceId !== null ? { sourceId: row.sourceId } : {}),
  ...(row.offset === null ? {} : { offset: Number(row.offset) }),
})
