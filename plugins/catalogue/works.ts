import { workIdOf } from './ids.js'
import { type Insertion, insertRows } from './insertion.js'
import { type CatalogueTransaction, inLists } from './tables.js'

/** Where a record is: the work, and the smallest record of its version where that is another. */
export interface Standing {
  workId: string | null
  versionOf: string | null
}

/** A record, where it was, and where it is from now on. */
export interface Placed {
  id: string
  from: Standing
  to: Standing
  isChanged: boolean
}

export const workRows = {
  table: 'catalogueWork',
  columns: ['id', 'gone'],
  shared: ['version', 'updatedAt', 'run'],
  conflict: { key: ['id'], set: ['updatedAt', 'gone', 'run'], counts: 'version' },
  isPlain: true,
} satisfies Insertion<'catalogueWork'>

const redirectRows = {
  table: 'catalogueRedirect',
  columns: ['fromId', 'toId'],
  conflict: { key: ['fromId', 'toId'], set: [] },
  isPlain: true,
} satisfies Insertion<'catalogueRedirect'>

/** Versions of the works that changed, and where the ids of those that are gone lead. */
export const saveWorks = async (
  transaction: CatalogueTransaction,
  { placed, before }: { placed: Placed[]; before: Set<string> },
  { run, at }: { run: string; at: string },
): Promise<{ works: string[]; indexed: number }> => {
  const alive = new Set(placed.map(({ to }) => to.workId).filter((work) => work !== null))
  const gone = new Set([...before].filter((work) => !alive.has(work)))
  const touched = [...touchedBy(placed, gone)]
  const known = await statesOf(transaction, [...touched, ...ownNames(placed)])
  await insertRows(
    transaction,
    workRows,
    touched.map((id) => ({ id, gone: gone.has(id) ? 1 : 0 })),
    { version: 1, updatedAt: at, run },
  )
  await revive(
    transaction,
    touched.filter((id) => alive.has(id) && known.get(id)?.gone === 1),
  )
  await redirect(transaction, successorsOf(placed, { alive, gone, known }))
  const counted = (id: string) => known.get(id)?.run === run && known.get(id)?.gone === 0
  const now = touched.filter((id) => alive.has(id))
  return {
    works: touched,
    indexed: now.filter((id) => !counted(id)).length - [...gone].filter(counted).length,
  }
}

const touchedBy = (placed: Placed[], gone: Set<string>): Set<string> => {
  const touched = new Set(gone)
  for (const { from, to, isChanged } of placed) {
    if (!isChanged && from.workId === to.workId && from.versionOf === to.versionOf) continue
    if (from.workId !== null) touched.add(from.workId)
    if (to.workId !== null) touched.add(to.workId)
  }
  return touched
}

const statesOf = async (
  transaction: CatalogueTransaction,
  ids: string[],
): Promise<Map<string, { gone: number; run: string }>> => {
  const rows = await inLists([...new Set(ids)], (chunk) =>
    transaction.selectFrom('catalogueWork').select(['id', 'gone', 'run']).where('id', 'in', chunk).execute(),
  )
  return new Map(rows.map((row) => [row.id, row]))
}

/** A record that comes into a work named after another may have named one before: that id leads here now. */
const ownNames = (placed: Placed[]): string[] =>
  placed
    .filter(({ id, from, to }) => from.workId === null && to.workId !== null && to.workId !== workIdOf(id))
    .map(({ id }) => workIdOf(id))

/** A work that fell apart leads to each of its parts. */
const successorsOf = (
  placed: Placed[],
  { alive, gone, known }: { alive: Set<string>; gone: Set<string>; known: Map<string, { gone: number }> },
): Map<string, Set<string>> => {
  const successors = new Map<string, Set<string>>()
  const lead = (from: string, to: string) => successors.set(from, (successors.get(from) ?? new Set()).add(to))
  for (const { id, ...moved } of placed) {
    const [from, to] = [moved.from.workId, moved.to.workId]
    if (to === null) continue
    if (from !== null && gone.has(from)) lead(from, to)
    const own = workIdOf(id)
    if (from === null && known.get(own)?.gone === 1 && !alive.has(own)) lead(own, to)
  }
  return successors
}

const revive = (transaction: CatalogueTransaction, ids: string[]) =>
  inLists(ids, (chunk) => transaction.deleteFrom('catalogueRedirect').where('fromId', 'in', chunk).execute())

/** Whoever led to a work that is gone leads on to its successors: a redirect is one step, however often works were renamed. */
const redirect = async (
  transaction: CatalogueTransaction,
  successors: Map<string, Set<string>>,
): Promise<void> => {
  const led = await inLists([...successors.keys()], (chunk) =>
    transaction
      .deleteFrom('catalogueRedirect')
      .where('toId', 'in', chunk)
      .returning(['fromId', 'toId'])
      .execute(),
  )
  const rows = [...[...successors.keys()].map((id) => ({ fromId: id, toId: id })), ...led].flatMap(
    ({ fromId, toId: gone }) => [...(successors.get(gone) ?? [])].map((toId) => ({ fromId, toId })),
  )
  await insertRows(transaction, redirectRows, rows)
}
