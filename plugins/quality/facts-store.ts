import type { StoredPage } from '../../gateway/contracts/index.js'
import { type Facts, factsOf, type StoredRecord } from './facts.js'
import type { QualityTransaction } from './tables.js'
import { addFacts, type Tally, takeFacts } from './tally.js'

export interface Changes {
  added: number
  changed: number
  deleted: number
}

export const noChanges: Changes = { added: 0, changed: 0, deleted: 0 }

/** Takes a page of stored records into the facts and their sums. One that is known as it is costs nothing more. */
export const takePage = async (
  transaction: QualityTransaction,
  source: string,
  { records }: StoredPage,
  { tally, changes }: { tally: Tally; changes: Changes },
): Promise<void> => {
  const known = await knownOf(transaction, source, records)
  const gone: string[] = []
  const fresh: Facts[] = []
  for (const record of records) {
    const before = known.get(record.id)
    if (before?.version === record.version) continue
    if (before) takeFacts(tally, before)
    if (record.state === 'deleted') {
      if (before) gone.push(record.id)
      if (before) changes.deleted++
      continue
    }
    const { facts, breaches } = factsOf(record)
    addFacts(tally, facts, record.sourceId, breaches)
    fresh.push(facts)
    changes[before ? 'changed' : 'added']++
  }
  await write(transaction, source, fresh)
  if (gone.length > 0)
    await transaction
      .deleteFrom('qualityFacts')
      .where('source', '=', source)
      .where('recordId', 'in', gone)
      .execute()
}

const knownOf = async (
  transaction: QualityTransaction,
  source: string,
  records: readonly StoredRecord[],
): Promise<Map<string, Facts>> => {
  const rows = await transaction
    .selectFrom('qualityFacts')
    .selectAll()
    .where('source', '=', source)
    .where(
      'recordId',
      'in',
      records.map(({ id }) => id),
    )
    .execute()
  return new Map(rows.map((row) => [row.recordId, row]))
}

const write = async (transaction: QualityTransaction, source: string, facts: Facts[]): Promise<void> => {
  if (facts.length === 0) return
  await transaction
    .insertInto('qualityFacts')
    .values(facts.map((one) => ({ source, ...one })))
    .onConflict((conflict) =>
      conflict.columns(['source', 'recordId']).doUpdateSet((set) => ({
        version: set.ref('excluded.version'),
        kind: set.ref('excluded.kind'),
        present: set.ref('excluded.present'),
        asked: set.ref('excluded.asked'),
        type: set.ref('excluded.type'),
        language: set.ref('excluded.language'),
        year: set.ref('excluded.year'),
        rules: set.ref('excluded.rules'),
        number: set.ref('excluded.number'),
        likeness: set.ref('excluded.likeness'),
      })),
    )
    .execute()
}
