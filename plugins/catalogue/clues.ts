import { hearOthers } from '../../gateway/contracts/index.js'
import { type Clues, cluesOf } from '../../standards/matching/clues.js'
import type { MatchingKey } from '../../standards/matching/comparison.js'
import { copyOf } from '../../standards/matching/copies.js'
import { matchingKeys } from '../../standards/matching/keys.js'
import type { Description } from '../../standards/record/v1-draft.js'
import { blockOf, copyNumberOf } from './ids.js'
import { pointerBlocks } from './pointers.js'
import { cluesOfStored } from './stored-clues.js'
import { type CatalogueTransaction, inLists } from './tables.js'

/** What a record is compared by, as plain data that comes from another thread. */
export interface Matched {
  /** JSON of its clues: read only where there is something to compare them with. */
  clues: string
  /** Hashes of its matching keys: the database knows them by these alone. */
  blocks: number[]
  /** What it shares with its copies; 0: it says too little. */
  copy: number
  /** What it points to: its set, its original. */
  pointers: number[]
}

/** Of what describes no work: an authority, a holding, a deleted record. */
export const unmatched: Matched = { clues: '', blocks: [], copy: 0, pointers: [] }

export const matchedOf = (description: Description): Matched => {
  const clues = cluesOf(description)
  return {
    clues: JSON.stringify(clues),
    ...meetingOf(clues),
    pointers: pointerBlocks(description, clues),
  }
}

/** Where a record meets others, and what it shares with its copies. */
export const meetingOf = (clues: Clues): Pick<Matched, 'blocks' | 'copy'> => {
  const copy = copyOf(clues)
  return {
    blocks: [...new Set(matchingKeys(clues).map(blockOf))],
    copy: copy === null ? 0 : copyNumberOf(copy),
  }
}

/** Which of a record's keys a block is. */
export const keyOf = (clues: string, block: number): MatchingKey | undefined =>
  matchingKeys(JSON.parse(clues) as Clues).find((key) => blockOf(key) === block)

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
      for (const { recordId, description } of rows) {
        await hearOthers()
        if (!known.has(recordId)) known.set(recordId, cluesOfStored(description))
      }
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
