import { type JobQueue, type Outbox, ShulianError } from '../../gateway/contracts/index.js'
import { type Effect, effectOf } from './effect.js'
import { regroupAround } from './grouping.js'
import { type CatalogueDatabase, type CatalogueTransaction, inChunks, inLists } from './tables.js'
import { resolveWorkId, workUnknown } from './work.js'

export interface SteeringParts {
  database: CatalogueDatabase
  outbox: Outbox
  jobs: JobQueue
  now(): Date
}

/** Who decides, why, and whether only the effect is asked for. */
export interface Deciding {
  by: string
  reason?: string
  preview?: boolean
}

export type Decision = Effect & {
  /** Number of the decision, for its undoing; of a preview none. */
  word?: number
}

export interface Said {
  a: string
  b: string
  says: 'same' | 'apart'
}

/** Pairs that one decision may be of. */
const mostPairs = 10_000

/** A list of a thousand is told by its first. */
const someOf = (ids: string[]): string =>
  ids.length <= 5 ? ids.join(', ') : `${ids.slice(0, 5).join(', ')} and ${ids.length - 5} more`

/**
 * Some records of a work are another work: they are kept apart from the rest, and together, whatever the rules say.
 *
 * @throws ShulianError WORK_UNKNOWN (404), SPLIT_OF_OTHERS, SPLIT_OF_ALL, DECISION_TOO_LARGE (422)
 */
export const splitWork = async (
  parts: SteeringParts,
  id: string,
  { records, ...deciding }: Deciding & { records: string[] },
): Promise<Decision> => {
  const all = await recordsOf(parts.database, [id])
  const away = [...new Set(records)]
  const strange = away.filter((record) => !all.includes(record))
  if (strange.length > 0) {
    throw new ShulianError(
      'SPLIT_OF_OTHERS',
      `Not of this work: ${someOf(strange)}. Name records that its holdings list.`,
      { status: 422 },
    )
  }
  const rest = all.filter((record) => !away.includes(record))
  if (rest.length === 0) {
    throw new ShulianError(
      'SPLIT_OF_ALL',
      'All records of the work were named: nothing would be left to split them from. Name those that are another work.',
      { status: 422 },
    )
  }
  return decide(
    parts,
    'split',
    [...together(away), ...together(rest), ...across(away, rest, 'apart')],
    deciding,
  )
}

/** Works that are one. @throws ShulianError WORK_UNKNOWN (404), MERGE_OF_ONE, DECISION_TOO_LARGE (422) */
export const mergeWorks = async (
  parts: SteeringParts,
  id: string,
  { works, ...deciding }: Deciding & { works: string[] },
): Promise<Decision> => {
  const current = await Promise.all([id, ...works].map((work) => resolveWorkId(parts.database, work)))
  const [first, ...others] = [...new Set(current)] as [string, ...string[]]
  if (others.length === 0) {
    throw new ShulianError(
      'MERGE_OF_ONE',
      'These are one work already. Name another work to merge with it.',
      {
        status: 422,
      },
    )
  }
  const own = await recordsOf(parts.database, [first])
  const pairs: Said[] = []
  for (const other of others) pairs.push(...across(own, await recordsOf(parts.database, [other]), 'same'))
  return decide(parts, 'merge', pairs, deciding)
}

/**
 * Takes a decision back, the newest on this work unless another is named; what the rules say stands again.
 *
 * @throws ShulianError WORK_UNKNOWN (404), NOTHING_TO_UNDO (409)
 */
export const undoWord = async (
  parts: SteeringParts,
  id: string,
  { word, preview = false }: { word?: number; preview?: boolean },
): Promise<Decision> => {
  const records = await recordsOf(parts.database, [id])
  return changing(parts, preview, async (transaction) => {
    const number = await newestWord(transaction, records, word)
    const pairs = await transaction
      .selectFrom('catalogueWordPair')
      .select(['a', 'b'])
      .where('word', '=', number)
      .execute()
    const undone = async () => {
      await transaction
        .updateTable('catalogueWord')
        .set({ undoneAt: parts.now().toISOString() })
        .where('number', '=', number)
        .execute()
    }
    const effect = await effectOf(transaction, endsOf(pairs), undone, (ids) =>
      regroup(parts, transaction, ids),
    )
    return { ...effect, word: number }
  })
}

const newestWord = async (
  transaction: CatalogueTransaction,
  records: string[],
  wanted: number | undefined,
): Promise<number> => {
  const at = (end: 'a' | 'b') =>
    inLists(records, (list) =>
      transaction
        .selectFrom('catalogueWordPair')
        .innerJoin('catalogueWord', 'number', 'word')
        .select('number')
        .distinct()
        .where(end, 'in', list)
        .where('undoneAt', 'is', null)
        .execute(),
    )
  const numbers = [...(await at('a')), ...(await at('b'))].map(({ number }) => number)
  const found = wanted === undefined ? numbers : numbers.filter((number) => number === wanted)
  if (found.length > 0) return Math.max(...found)
  throw new ShulianError(
    'NOTHING_TO_UNDO',
    wanted === undefined
      ? 'No decision of a librarian stands on this work.'
      : `Decision ${wanted} does not stand on this work. See its why.`,
    { status: 409 },
  )
}

/**
 * Says something of pairs of records. @param isStill refuses, inside the transaction, what was decided on another sight
 * @throws ShulianError DECISION_TOO_LARGE (422)
 */
export const decide = (
  parts: SteeringParts,
  kind: 'split' | 'merge' | 'match',
  pairs: Said[],
  { by, reason, preview = false }: Deciding,
  isStill?: (transaction: CatalogueTransaction) => Promise<void>,
): Promise<Decision> => {
  if (pairs.length > mostPairs) {
    throw new ShulianError(
      'DECISION_TOO_LARGE',
      `The decision is of ${pairs.length} pairs of records, more than ${mostPairs}. Decide on fewer records at once.`,
      { status: 422 },
    )
  }
  return changing(parts, preview, async (transaction) => {
    await isStill?.(transaction)
    let word = 0
    const said = async () => {
      const row = { kind, by, at: parts.now().toISOString(), reason: reason ?? null, undoneAt: null }
      const { number } = await transaction
        .insertInto('catalogueWord')
        .values(row)
        .returning('number')
        .executeTakeFirstOrThrow()
      word = Number(number)
      await inChunks(pairs, (chunk) =>
        transaction
          .insertInto('catalogueWordPair')
          .values(chunk.map((pair) => ({ word, ...pair })))
          .execute(),
      )
    }
    const effect = await effectOf(transaction, endsOf(pairs), said, (ids) => regroup(parts, transaction, ids))
    return { ...effect, word }
  })
}

const regroup = async (
  { outbox, now }: SteeringParts,
  transaction: CatalogueTransaction,
  ids: string[],
): Promise<void> => {
  const { works } = await regroupAround(transaction, ids, { run: 'librarian', at: now().toISOString() })
  if (works.length > 0) await outbox.append(transaction, 'work.changed', { works })
}

/** A preview is the very same change, taken back at its end. */
const changing = async (
  { database, jobs }: SteeringParts,
  isPreview: boolean,
  change: (transaction: CatalogueTransaction) => Promise<Decision>,
): Promise<Decision> => {
  const seen = new Seen()
  try {
    const decision = await database.transaction().execute(async (transaction) => {
      const decision = await change(transaction)
      if (!isPreview) return decision
      seen.decision = decision
      throw seen
    })
    jobs.wake()
    return decision
  } catch (cause) {
    if (cause !== seen || !seen.decision) throw cause
    const { word: _, ...effect } = seen.decision
    return effect
  }
}

/** Ends the transaction of a preview. */
class Seen extends Error {
  decision: Decision | undefined
}

/** @throws ShulianError WORK_UNKNOWN (404) */
const recordsOf = async (database: CatalogueDatabase, works: string[]): Promise<string[]> => {
  const current = await Promise.all(works.map((work) => resolveWorkId(database, work)))
  const rows = await inLists(current, (list) =>
    database.selectFrom('catalogueRecord').select('id').where('workId', 'in', list).orderBy('id').execute(),
  )
  if (rows.length === 0) throw workUnknown(works.join(', '))
  return rows.map(({ id }) => id)
}

const endsOf = (pairs: { a: string; b: string }[]): string[] => [
  ...new Set(pairs.flatMap(({ a, b }) => [a, b])),
]

const across = (some: string[], others: string[], says: Said['says']): Said[] =>
  some.flatMap((one) => others.map((other) => ordered(one, other, says)))

/** One after the other: what held them together may have been a record of the other side. */
const together = (records: string[]): Said[] =>
  records.slice(1).map((record, at) => ordered(records[at] as string, record, 'same'))

const ordered = (one: string, other: string, says: Said['says']): Said =>
  one < other ? { a: one, b: other, says } : { a: other, b: one, says }
