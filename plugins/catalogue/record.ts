import { type Provenance, ShulianError } from '../../gateway/contracts/index.js'
import { rulesVersion } from '../../standards/matching/compare.js'
import type { Format } from '../../standards/record/change.js'
import { readDescription } from '../../standards/record/packed.js'
import type { RecordV1 } from '../../standards/record/v1-draft.js'
import { crosswalkNameOf, lineageOf } from './describe.js'
import { contentHash } from './ids.js'
import type { CatalogueDatabase } from './tables.js'

/** @throws ShulianError RECORD_UNKNOWN (404) */
const rowOf = async (database: CatalogueDatabase, id: string) => {
  const row = await database
    .selectFrom('catalogueRecord')
    .innerJoin('catalogueContent', 'catalogueContent.recordId', 'catalogueRecord.id')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) throw new ShulianError('RECORD_UNKNOWN', `There is no record '${id}'.`, { status: 404 })
  return row
}

/** @throws ShulianError RECORD_UNKNOWN, RECORD_DELETED (404) */
export const readRecord = async (database: CatalogueDatabase, id: string): Promise<RecordV1> => {
  const row = await rowOf(database, id)
  if (row.state === 'deleted') {
    throw new ShulianError(
      'RECORD_DELETED',
      `The source ${row.source} deleted record '${id}' (${row.updatedAt}).`,
      { status: 404 },
    )
  }
  return {
    id: row.id,
    source: row.source,
    sourceId: row.sourceId,
    format: row.format,
    version: row.version,
    updatedAt: row.updatedAt,
    description: {
      ...readDescription(row.description),
      provenance: lineageOf(row.format as Format, row.bytes),
    },
  }
}

export const rawOf = async (
  database: CatalogueDatabase,
  id: string,
): Promise<{ source: string; bytes: Uint8Array; format: Format }> => {
  const { source, format, bytes } = await rowOf(database, id)
  return { source, bytes, format: format as Format }
}

/** Every step the record went through, from what is kept of each; the run's own row may be gone. */
export const provenanceOf = async (database: CatalogueDatabase, id: string): Promise<Provenance> => {
  const row = await rowOf(database, id)
  const run = await database
    .selectFrom('catalogueRun')
    .select(['kind', 'startedAt'])
    .where('id', '=', row.lastRun)
    .executeTakeFirst()
  const format = row.format as Format
  const today = crosswalkNameOf(format)
  const findings = JSON.parse(row.findings)
  const at = row.updatedAt
  const { stamp, firstRun, seenRun, seenAt } = row
  const steps: Provenance['steps'] = [
    {
      step: 'harvested',
      at: run?.startedAt ?? at,
      run: row.lastRun,
      by: run?.kind ?? 'run',
      details: { stamp, firstRun, seenRun, seenAt },
    },
    {
      step: 'kept',
      at,
      run: row.lastRun,
      by: 'catalogue',
      details: { sha256: contentHash(row.bytes), offset: row.offset },
    },
    {
      step: 'described',
      at,
      by: row.crosswalk,
      // Which fields went where is read again by the crosswalk of today.
      ...(today !== row.crosswalk && { details: { fieldsBy: today } }),
    },
    { step: 'checked', at, by: 'rules', details: { warnings: findings.length } },
    {
      step: 'stored',
      at,
      by: 'catalogue',
      details: { version: row.version, state: row.state, firstStored: row.storedAt },
    },
  ]
  if (row.workId !== null)
    steps.push({ step: 'joined', at, by: `matching@${rulesVersion}`, details: { work: row.workId } })
  return {
    record: row.id,
    source: row.source,
    sourceId: row.sourceId,
    steps,
    fields: lineageOf(format, row.bytes),
    warnings: findings,
  }
}
