import type { StoredPage } from '../../gateway/contracts/index.js'
import type { Finding, Format, PutChange } from '../../standards/record/change.js'
import { readDescription } from '../../standards/record/packed.js'
import { type CatalogueDatabase, inChunks } from './tables.js'

/** Records with their bytes are large: few at a time. */
const pageSize = 100
/** First characters of a fingerprint (base64url), in the order of their bytes. */
const slices = '-0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz'

/**
 * Records of a source that were stored or deleted at `since` or later, with what is known of them, in the order of their
 * fingerprints. Of a large source a slice is looked through at a time, so that nobody else waits long.
 */
export async function* storedSince(
  database: CatalogueDatabase,
  { source, since, after }: { source: string; since: string; after: string },
): AsyncGenerator<StoredPage> {
  let cursor = after
  for (const [at, first] of [...slices].entries()) {
    const end = slices[at + 1] ?? '{'
    if (cursor >= end) continue
    for (;;) {
      const records = await pageOf(database, { source, since, from: first, after: cursor, end })
      const last = records.at(-1)
      if (last) {
        cursor = last.hash
        yield { cursor, records: records.map(({ hash: _, ...record }) => record) }
      }
      if (records.length < pageSize) break
    }
  }
}

const pageOf = async (
  database: CatalogueDatabase,
  place: { source: string; since: string; from: string; after: string; end: string },
) => {
  const rows = await database
    .selectFrom('catalogueRecord')
    .innerJoin('catalogueContent', 'recordId', 'id')
    .select([
      'id',
      'sourceId',
      'kind',
      'format',
      'version',
      'state',
      'hash',
      'bytes',
      'description',
      'findings',
    ])
    .where('source', '=', place.source)
    .where('hash', '>=', place.from)
    .where('hash', '>', place.after)
    .where('hash', '<', place.end)
    .where('updatedAt', '>=', place.since)
    .orderBy('hash')
    .limit(pageSize)
    .execute()
  return rows.map((row) => ({
    ...row,
    kind: row.kind as PutChange['kind'],
    format: row.format as Format,
    description: readDescription(row.description),
    findings: JSON.parse(row.findings) as Finding[],
  }))
}

/** The source's own names of records, by id. */
export const namesOf = async (database: CatalogueDatabase, ids: string[]): Promise<Map<string, string>> => {
  const rows = await inChunks(ids, (chunk) =>
    database.selectFrom('catalogueRecord').select(['id', 'sourceId']).where('id', 'in', chunk).execute(),
  )
  return new Map(rows.map(({ id, sourceId }) => [id, sourceId]))
}
