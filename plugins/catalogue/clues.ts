import { type Clues, cluesOf } from '../../standards/matching/clues.js'
import type { MatchingKey } from '../../standards/matching/comparison.js'
import { copyOf } from '../../standards/matching/copies.js'
import { matchingKeys } from '../../standards/matching/keys.js'
import type { Description } from '../../standards/record/v1-draft.js'
import { blockOf, copyNumberOf } from './ids.js'
import { pointerBlocks } from './pointers.js'
import { type CatalogueTransaction, inLists } from './tables.js'

/** A matching key with the hash that the database knows it by. */
export interface BlockKey extends MatchingKey {
  block: number
}

/** What a record is compared by, as plain data that comes from another thread. */
export interface Matched {
  /** JSON of its clues: read only where there is something to compare them with. */
  clues: string
  keys: BlockKey[]
  /** What it shares with its copies; 0: it says too little. */
  copy: number
  /** What it points to: its set, its original. */
  pointers: number[]
}

/** Of what describes no work: an authority, a holding, a deleted record. */
export const unmatched: Matched = { clues: '', keys: [], copy: 0, pointers: [] }

export const matchedOf = (description: Description): Matched => {
  const clues = cluesOf(description)
  return {
    clues: JSON.stringify(clues),
    ...meetingOf(clues),
    pointers: pointerBlocks(description, clues),
  }
}

/** Where a record meets others, and what it shares with its copies. */
export const meetingOf = (clues: Clues): Pick<Matched, 'keys' | 'copy'> => {
  const copy = copyOf(clues)
  return { keys: blockKeys(clues), copy: copy === null ? 0 : copyNumberOf(copy) }
}

const blockKeys = (clues: Clues): BlockKey[] => {
  const keys = new Map(matchingKeys(clues).map((key) => [blockOf(key), key]))
  return [...keys].map(([block, { kind, value }]) => ({ kind, value, block }))
}

/**
 * Clues of records as they are stored, each read at most once. They are derived of the stored descriptions, so that
 * they can never be of other rules than those of today.
 */
export const readClues = (transaction: CatalogueTransaction) => {
  const known = new Map<string, Clues>()
  const given = new Map<string, string>()
  return {
    async load(ids: Iterable<string>): Promise<void> {
      const missing = [...new Set(ids)].filter((id) => !known.has(id) && !given.has(id))
      const rows = await inLists(missing, (list) =>
        transaction
          .selectFrom('catalogueContent')
          .select(['recordId', 'description'])
          .where('recordId', 'in', list)
          .execute(),
      )
      for (const { recordId, description } of rows)
        if (!known.has(recordId)) known.set(recordId, cluesOf(JSON.parse(description) as Description))
    },
    /** Of a record that was loaded, or given. */
    of(id: string): Clues {
      const clues = known.get(id) ?? (JSON.parse(given.get(id) ?? 'null') as Clues | null)
      if (!clues) throw new Error(`The clues of record ${id} were asked for before they were read.`)
      known.set(id, clues)
      return clues
    },
    /** In place of what is stored: the record is being changed. */
    give(id: string, { clues }: Matched): void {
      known.delete(id)
      given.set(id, clues)
    },
  }
}

export type ReadClues = ReturnType<typeof readClues>
