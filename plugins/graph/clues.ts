import { clueNumberOf } from './ids.js'
import type { Stated } from './rows.js'
import { type GraphDatabase, type GraphTables, type GraphTransaction, inChunks, inLists } from './tables.js'

/** Evidence that more names share than this tells nobody from another: it counts for none of them. */
export const mostSharing = 60

export type Buckets = Map<number, Set<string>>

export const addClues = (transaction: GraphTransaction, stated: readonly Stated[]): Promise<void> =>
  inChunks(
    stated.flatMap(({ row, clues }) =>
      clues.map((clue) => ({ clue: clueNumberOf(clue), name: row.name, mention: row.id })),
    ),
    (chunk) =>
      transaction
        .insertInto('graphClue')
        .values(chunk)
        .onConflict((conflict) => conflict.doNothing())
        .execute(),
  )

export const removeClues = async (
  transaction: GraphTransaction,
  mentions: readonly Pick<GraphTables['graphMention'], 'id' | 'name' | 'clues'>[],
): Promise<void> => {
  for (const { id, name, clues } of mentions)
    await inLists((JSON.parse(clues) as string[]).map(clueNumberOf), (chunk) =>
      transaction
        .deleteFrom('graphClue')
        .where('clue', 'in', chunk)
        .where('name', '=', name)
        .where('mention', '=', id)
        .execute(),
    )
}

/** Of these, the ones that count. */
export const withoutOverflow = async (
  database: GraphDatabase,
  clues: Iterable<number>,
): Promise<Set<number>> => {
  const left = new Set(clues)
  const over = await inLists(left, (chunk) =>
    database.selectFrom('graphOverflow').select('clue').where('clue', 'in', chunk).execute(),
  )
  for (const { clue } of over) left.delete(Number(clue))
  return left
}

/** Who has each of these clues. */
export const bucketsOf = async (database: GraphDatabase, clues: Iterable<number>): Promise<Buckets> => {
  const rows = await inLists(clues, (chunk) =>
    database.selectFrom('graphClue').select(['clue', 'name']).distinct().where('clue', 'in', chunk).execute(),
  )
  const buckets: Buckets = new Map()
  for (const { clue, name } of rows) {
    const bucket = buckets.get(Number(clue))
    if (bucket) bucket.add(name)
    else buckets.set(Number(clue), new Set([name]))
  }
  return buckets
}

/**
 * Who shares what with whom after these clues came and went. Where the number of names passes the cap, either way, all who
 * bear the clue are looked at anew: whether it is evidence depends on how many there are and not on which came first.
 */
export const settleClues = async (
  transaction: GraphTransaction,
  { fresh, gone }: { fresh: Iterable<string>; gone: Iterable<string> },
): Promise<{ buckets: Buckets; passed: Set<string> }> => {
  const [came, went] = [new Set([...fresh].map(clueNumberOf)), new Set([...gone].map(clueNumberOf))]
  const counting = await withoutOverflow(transaction, [...came, ...went])
  const passed = await shrunken(
    transaction,
    [...went].filter((clue) => !counting.has(clue)),
  )
  const buckets = await bucketsOf(transaction, counting)
  const over = [...buckets].filter(([, names]) => names.size > mostSharing)
  await inChunks(over, (chunk) =>
    transaction
      .insertInto('graphOverflow')
      .values(chunk.map(([clue]) => ({ clue })))
      .execute(),
  )
  for (const [clue, names] of over) {
    buckets.delete(clue)
    for (const name of names) passed.add(name)
  }
  return { buckets, passed }
}

/** Names that share a clue again, since there are few enough of them now. */
const shrunken = async (transaction: GraphTransaction, clues: number[]): Promise<Set<string>> => {
  const again = new Set<string>()
  for (const clue of clues) {
    const names = await transaction
      .selectFrom('graphClue')
      .select('name')
      .distinct()
      .where('clue', '=', clue)
      .limit(mostSharing + 1)
      .execute()
    if (names.length > mostSharing) continue
    await transaction.deleteFrom('graphOverflow').where('clue', '=', clue).execute()
    for (const { name } of names) again.add(name)
  }
  return again
}
