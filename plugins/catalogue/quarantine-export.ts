import { type QuarantineFilter, ShulianError } from '../../gateway/contracts/index.js'
import { type FileCarrier, joinRecords } from '../../standards/formats/record-file.js'
import { matching } from './quarantine.js'
import type { CatalogueDatabase } from './tables.js'

const pageSize = 50

/** What the entries came in, and can be put together to again. */
export const carriersOf = async (
  database: CatalogueDatabase,
  filter: QuarantineFilter,
): Promise<FileCarrier[]> => {
  const rows = await database
    .selectFrom('catalogueQuarantine')
    .select('carrier')
    .distinct()
    .where(matching(filter))
    .orderBy('carrier')
    .execute()
  return rows.map(({ carrier }) => carrier as FileCarrier)
}

/**
 * The only carrier of the entries, when none is named.
 * @throws ShulianError CARRIER_AMBIGUOUS (422), QUARANTINE_EMPTY (404)
 */
export const carrierFor = (carriers: FileCarrier[], named: FileCarrier | undefined): FileCarrier => {
  const wanted = named === undefined ? carriers : carriers.filter((carrier) => carrier === named)
  if (wanted.length === 1) return wanted[0] as FileCarrier
  if (wanted.length === 0)
    throw new ShulianError('QUARANTINE_EMPTY', 'Nothing is set aside that fits this.', { status: 404 })
  throw new ShulianError(
    'CARRIER_AMBIGUOUS',
    `These records came in several carriers, which are no one file: ${wanted.join(', ')}. Name one: carrier=${wanted[0]}`,
    { status: 422 },
  )
}

/** A file of the kept bytes, oldest first. */
export const exportFile = (
  database: CatalogueDatabase,
  filter: QuarantineFilter,
  carrier: FileCarrier,
): AsyncIterable<Uint8Array> => joinRecords(carrier, bytesOf(database, filter, carrier))

async function* bytesOf(
  database: CatalogueDatabase,
  filter: QuarantineFilter,
  carrier: FileCarrier,
): AsyncGenerator<Uint8Array> {
  for (let after = 0; ; ) {
    const rows = await database
      .selectFrom('catalogueQuarantine')
      .select(['number', 'bytes'])
      .where(matching(filter))
      .where('carrier', '=', carrier)
      .where('number', '>', after)
      .orderBy('number')
      .limit(pageSize)
      .execute()
    for (const { bytes } of rows) yield bytes
    if (rows.length < pageSize) return
    after = Number(rows.at(-1)!.number)
  }
}
