import type { Clues } from '../../standards/matching/clues.js'
import { pointerKey, pointersOf } from '../../standards/matching/links.js'
import type { Description } from '../../standards/record/v1-draft.js'
import { blockOf } from './ids.js'
import { type Insertion, insertRows } from './insertion.js'
import { type CatalogueTransaction, inLists } from './tables.js'

export const pointerRows = {
  table: 'cataloguePointer',
  columns: ['block', 'recordId'],
  conflict: { key: ['block', 'recordId'], set: [] },
  isPlain: true,
} satisfies Insertion<'cataloguePointer'>

/** The blocks of what a record points to. */
export const pointerBlocks = (description: Description, clues: Clues): number[] => [
  ...new Set(pointersOf(description, clues).map((pointer) => blockOf(pointerKey(pointer)))),
]

/** What these records point to from now on; those that were there before point nowhere else any more. */
export const writePointers = async (
  transaction: CatalogueTransaction,
  records: { id: string; pointers: number[]; isKnown: boolean }[],
): Promise<void> => {
  const known = records.filter(({ isKnown }) => isKnown).map(({ id }) => id)
  await inLists(known, (list) =>
    transaction.deleteFrom('cataloguePointer').where('recordId', 'in', list).execute(),
  )
  await insertRows(
    transaction,
    pointerRows,
    records.flatMap(({ id, pointers }) => pointers.map((block) => ({ block, recordId: id }))),
  )
}
