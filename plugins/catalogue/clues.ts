import { hearOthers } from '../../gateway/contracts/index.js'
import { type Clues, cluesOf } from '../../standards/matching/clues.js'
import type { MatchingKey } from '../../standards/matching/comparison.js'
import { copyOf } from '../../standards/matching/copies.js'
import { matchingKeys } from '../../standards/matching/keys.js'
import { areOfToday, packClues, readPackedClues } from '../../standards/matching/packed-clues.js'
import type { Description } from '../../standards/record/v1-draft.js'
import { blockOf, copyNumberOf } from './ids.js'
import { pointerBlocks } from './pointers.js'
import { storedDescriptions } from './stored-descriptions.js'
import { type CatalogueTransaction, inLists } from './tables.js'

/** What a record is compared by, as plain data that comes from another thread. */
export interface Matched {
  /** Its clues as they are stored: read only where there is something to compare them with. */
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
  const json = JSON.stringify(clues)
  return {
    clues: packClues(clues, json),
    ...meetingOf(clues, json),
    pointers: pointerBlocks(description, clues),
  }
}

/** Where a record meets others, and what it shares with its copies. */
export const meetingOf = (clues: Clues, json?: string): Pick<Matched, 'blocks' | 'copy'> => {
  const copy = copyOf(clues, json)
  return {
    blocks: [...new Set(matchingKeys(clues).map(blockOf))],
    copy: copy === null ? 0 : copyNumberOf(copy),
  }
}

/** Which of a record's keys a block is. */
export const keyOf = (clues: string, block: number): MatchingKey | undefined =>
  matchingKeys(readPackedClues(clues)).find((key) => blockOf(key) === block)

/**
 * Clues of records as they are stored. Those that other rules derived, or that came before clues were stored, are derived of
 * the descriptions again: they can never be of other rules than those of today.
 */
export const readClues = (transaction: CatalogueTransaction) => {
  const packed = new Map<string, string>()
  const read = new Map<string, Clues>()

  const deriveAnew = async (ids: string[]): Promise<void> => {
    for (const [id, description] of await storedDescriptions(transaction, ids)) {
      await hearOthers()
      packed.set(id, packClues(cluesOf(description)))
    }
  }

  return {
    async load(ids: Iterable<string>): Promise<void> {
      const missing = [...new Set(ids)].filter((id) => !packed.has(id))
      const rows = await inLists(missing, (list) =>
        transaction
          .selectFrom('catalogueContent')
          .select(['recordId', 'clues'])
          .where('recordId', 'in', list)
          .execute(),
      )
      for (const { recordId, clues } of rows) if (areOfToday(clues)) packed.set(recordId, clues)
      await deriveAnew(rows.filter(({ clues }) => !areOfToday(clues)).map(({ recordId }) => recordId))
    },
    /** Of a record that was loaded, or given. */
    of(id: string): Clues {
      const known = read.get(id)
      if (known) return known
      const text = packed.get(id)
      if (!text) throw new Error(`The clues of record ${id} were asked for before they were read.`)
      const clues = readPackedClues(text)
      read.set(id, clues)
      return clues
    },
    /** In place of what is stored: the record is being changed. */
    give(id: string, { clues }: Matched): void {
      read.delete(id)
      packed.set(id, clues)
    },
  }
}

export type ReadClues = ReturnType<typeof readClues>
