import type { Catalogue } from '../../gateway/contracts/index.js'
import { cluster } from '../../standards/agents/cluster.js'
import { settleClues } from './clues.js'
import { agentIdOf, clueNumberOf } from './ids.js'
import { exchange, type LeftName, type MentionRow, mentionsIn } from './mentions.js'
import { neighbourhoodOf } from './neighbourhood.js'
import { saveRedirects } from './redirects.js'
import { type Stated, statedIn } from './rows.js'
import { type SubjectRow, subjectsIn } from './subject-rows.js'
import { takeSubjects } from './subject-take.js'
import { type GraphDatabase, type GraphTransaction, inLists } from './tables.js'

export interface TakingParts {
  database: GraphDatabase
  catalogue: Pick<Catalogue, 'documents'>
}

/**
 * Makes the graph say of these works what the catalogue says now: twice the same changes nothing.
 * @returns how many names were looked at
 */
export const takeWorks = async (
  { database, catalogue }: TakingParts,
  works: readonly string[],
): Promise<number> => {
  for (;;) {
    const seen = await writesOf(database)
    const documents = await catalogue.documents([...works])
    const said = { stated: documents.flatMap(statedIn), subjects: documents.flatMap(subjectsIn) }
    const taken = await database.transaction().execute(async (transaction) => {
      // Another wrote meanwhile, and may have read what is newer.
      if ((await writesOf(transaction)) !== seen) return undefined
      return takeSaid(transaction, works, said)
    })
    if (taken !== undefined) return taken
  }
}

const writesOf = async (database: GraphDatabase): Promise<number> =>
  (await database.selectFrom('graphState').select('writes').executeTakeFirstOrThrow()).writes

const takeSaid = async (
  transaction: GraphTransaction,
  works: readonly string[],
  { stated, subjects }: { stated: Stated[]; subjects: SubjectRow[] },
): Promise<number> => {
  const about = await takeSubjects(transaction, works, subjects)
  const { fresh, gone } = await differenceOf(transaction, works, stated)
  if (about + gone.length + fresh.length > 0)
    await transaction
      .updateTable('graphState')
      .set(({ eb }) => ({ writes: eb('writes', '+', 1) }))
      .execute()
  if (gone.length + fresh.length === 0) return 0
  const { left, added } = await exchange(transaction, gone, fresh)
  const start = await touchedBy(transaction, gone, fresh, added)
  return settle(transaction, start, left)
}

const differenceOf = async (
  transaction: GraphTransaction,
  works: readonly string[],
  stated: Stated[],
): Promise<{ fresh: Stated[]; gone: MentionRow[] }> => {
  const old = await mentionsIn(transaction, works, stated)
  const now = new Map(stated.map((one) => [one.row.id, one]))
  const same = new Set(old.map(({ id, digest }) => `${id} ${digest}`))
  return {
    gone: old.filter(({ id, digest }) => now.get(id)?.row.digest !== digest),
    fresh: [...now.values()].filter(({ row }) => !same.has(`${row.id} ${row.digest}`)),
  }
}

/** Names whose evidence, or that of whom they shared it with, is another now. */
const touchedBy = async (
  transaction: GraphTransaction,
  gone: MentionRow[],
  fresh: Stated[],
  added: Set<string>,
): Promise<Set<string>> => {
  const lost = new Set(gone.flatMap(({ clues }) => JSON.parse(clues) as string[]))
  const { buckets, passed } = await settleClues(transaction, {
    fresh: fresh.flatMap(({ clues }) => clues),
    gone: lost,
  })
  const went = new Set([...lost].map(clueNumberOf))
  const touched = new Set([...passed, ...added, ...gone.map(({ name }) => name)])
  for (const [clue, names] of buckets)
    if (names.size > 1 || went.has(clue)) for (const name of names) touched.add(name)
  return touched
}

/** Puts together anew what hangs together with these names. */
const settle = async (
  transaction: GraphTransaction,
  start: Set<string>,
  left: LeftName[],
): Promise<number> => {
  const { names, pairs } = await neighbourhoodOf(transaction, start)
  const known = new Map([...names].map(([id, one]) => [id, one.known]))
  const { clusters } = cluster(known, pairs)
  const moved: { name: string; from: string; to: string }[] = []
  for (const one of clusters) {
    const to = agentIdOf(one.names[0] as string)
    const moving = one.names.filter((name) => names.get(name)?.agent !== to)
    await inLists(moving, async (chunk) => {
      await transaction.updateTable('graphName').set({ agent: to }).where('id', 'in', chunk).execute()
      return []
    })
    for (const name of moving) moved.push({ name, from: names.get(name)?.agent ?? '', to })
  }
  await saveRedirects(transaction, moved, left)
  return names.size
}
