import type { Description } from '../../standards/record/v1-draft.js'
import { matchedOf, unmatched } from './clues.js'
import { regroup } from './grouping.js'
import type { PageContext } from './page-context.js'
import { writePointers } from './pointers.js'
import { storedDescriptions } from './stored-descriptions.js'
import type { CatalogueTransaction } from './tables.js'

/** A record that was deleted and is to stand again as it did. */
interface Restored {
  recordId: string
  kind: string
  /** The run that had stored it. */
  storedBy: string
}

/** Deleted records keep their bytes and description: alive again, they are keyed and joined anew. Returns the works that changed. */
export const restoreRecords = async (
  transaction: CatalogueTransaction,
  records: Restored[],
  context: PageContext,
): Promise<string[]> => {
  const descriptions = await storedDescriptions(
    transaction,
    records.map(({ recordId }) => recordId),
  )
  const changed = records.map(({ recordId, kind }) => ({
    id: recordId,
    matched: kind === 'bib' ? matchedOf(descriptions.get(recordId) as Description) : unmatched,
    isMember: kind === 'bib',
    wasMatched: false,
    from: { workId: null, versionOf: null },
  }))
  await writePointers(
    transaction,
    changed.map(({ id, matched }) => ({ id, pointers: matched.pointers, isKnown: false })),
  )
  const { works, placeOf } = await regroup(transaction, changed, context)
  for (const { recordId, storedBy } of records) {
    await transaction
      .updateTable('catalogueRecord')
      .set((set) => ({
        state: 'live',
        version: set('version', '+', 1),
        workId: placeOf.get(recordId)?.workId ?? null,
        versionOf: placeOf.get(recordId)?.versionOf ?? null,
        lastRun: storedBy,
        seenAt: context.at,
        absentIn: null,
        updatedAt: context.at,
      }))
      .where('id', '=', recordId)
      .execute()
  }
  return works
}
