import type { Selectable } from 'kysely'
import { type Insertion, insertRows } from './insertion.js'
import { type MatchKey, titlesAgree } from './keys.js'
import { type CatalogueTables, type CatalogueTransaction, inChunks, inLists } from './tables.js'

const rule = 'identifier-and-title'
const ruleVersion = '1'
/** An identifier on more records than this is no evidence (a set's number, a placeholder): it joins nothing. */
export const blockCap = 60

type Key = Selectable<CatalogueTables['catalogueKey']>
type Edge = CatalogueTables['catalogueEdge']
type Blocks = Map<string, Key[]>

/** A record with the keys that it has from now on: none when it is deleted or describes no work. */
export interface Keyed {
  id: string
  keys: MatchKey[]
  /** It was there before, and may have keys and edges. */
  isKnown: boolean
}

/**
 * Keys of these records replaced, and with them their edges. Whether an identifier is evidence depends on how
 * many records bear it, never on which came first: when their number passes the cap, either way, all who bear it
 * are compared anew. Returns the edges that were taken away and those that were made.
 */
export const replaceEdges = async (
  transaction: CatalogueTransaction,
  records: Keyed[],
): Promise<{ removed: Pick<Edge, 'a' | 'b'>[]; made: Pick<Edge, 'a' | 'b'>[] }> => {
  const known = records.filter(({ isKnown }) => isKnown).map(({ id }) => id)
  const old = groupBy(await keysOfRecords(transaction, known), ({ recordId }) => recordId)
  const changed = records.filter(({ id, keys }) => !isSame(old.get(id) ?? [], keys))
  if (changed.length === 0) return { removed: [], made: [] }
  const lost = changed.flatMap(({ id }) => old.get(id) ?? [])
  const fresh = changed.flatMap(({ id, keys }) => keys.map((key) => ({ recordId: id, ...key })))
  await rewriteKeys(transaction, lost, fresh)
  const blocks = await blocksOf(transaction, fresh)
  const passed = [...(await outgrown(transaction, blocks)), ...(await shrunken(transaction, lost))]
  const ids = new Set(changed.map(({ id }) => id))
  const others = [...new Set(passed.map(({ recordId }) => recordId))].filter((id) => !ids.has(id))
  const compared = [...fresh, ...(await keysOfRecords(transaction, others))]
  const removed = await removeEdges(transaction, [
    ...changed.filter(({ isKnown }) => isKnown).map(({ id }) => id),
    ...others,
  ])
  const made = compare(compared, passed.length === 0 ? blocks : await blocksOf(transaction, compared))
  await inChunks(made, (chunk) =>
    transaction
      .insertInto('catalogueEdge')
      .values(chunk)
      .onConflict((conflict) => conflict.doNothing())
      .execute(),
  )
  return { removed, made }
}

const nameOf = ({ kind, value }: { kind: string; value: string }): string => `${kind}:${value}`

const groupBy = <T>(items: T[], nameOfItem: (item: T) => string): Map<string, T[]> => {
  const groups = new Map<string, T[]>()
  for (const item of items) {
    const name = nameOfItem(item)
    const group = groups.get(name)
    if (group) group.push(item)
    else groups.set(name, [item])
  }
  return groups
}

const isSame = (old: Key[], keys: MatchKey[]): boolean => {
  if (old.length !== keys.length) return false
  const texts = new Set(old.map((key) => `${nameOf(key)} ${key.title}`))
  return keys.every((key) => texts.has(`${nameOf(key)} ${key.title}`))
}

const keysOfRecords = (transaction: CatalogueTransaction, ids: string[]): Promise<Key[]> =>
  inLists(ids, (chunk) =>
    transaction.selectFrom('catalogueKey').selectAll().where('recordId', 'in', chunk).execute(),
  )

const keyRows = {
  table: 'catalogueKey',
  columns: ['recordId', 'kind', 'value', 'title'],
} satisfies Insertion<'catalogueKey'>

const rewriteKeys = async (transaction: CatalogueTransaction, lost: Key[], fresh: Key[]): Promise<void> => {
  await inLists([...new Set(lost.map(({ recordId }) => recordId))], (chunk) =>
    transaction.deleteFrom('catalogueKey').where('recordId', 'in', chunk).execute(),
  )
  await insertRows(transaction, keyRows, fresh)
}

const overflowing = async (transaction: CatalogueTransaction, keys: Key[]): Promise<Set<string>> => {
  const rows = await inLists([...new Set(keys.map(({ value }) => value))], (chunk) =>
    transaction.selectFrom('catalogueOverflow').selectAll().where('value', 'in', chunk).execute(),
  )
  return new Set(rows.map(nameOf))
}

/** Everything that bears these identifiers, but those on too many records, which are not even looked at. */
const blocksOf = async (transaction: CatalogueTransaction, keys: Key[]): Promise<Blocks> => {
  const over = await overflowing(transaction, keys)
  const values = new Set(keys.filter((key) => !over.has(nameOf(key))).map(({ value }) => value))
  const rows = await inLists([...values], (chunk) =>
    transaction.selectFrom('catalogueKey').selectAll().where('value', 'in', chunk).execute(),
  )
  const blocks = groupBy(rows, nameOf)
  for (const name of over) blocks.delete(name)
  return blocks
}

/** Blocks that are too large from now on: taken out of `blocks`. Returns who is in them. */
const outgrown = async (transaction: CatalogueTransaction, blocks: Blocks): Promise<Key[]> => {
  const large = [...blocks].filter(([, block]) => block.length > blockCap)
  for (const [name] of large) blocks.delete(name)
  const rows = large.map(([, [first]]) => ({ kind: first!.kind, value: first!.value }))
  await inChunks(rows, (chunk) => transaction.insertInto('catalogueOverflow').values(chunk).execute())
  return large.flatMap(([, block]) => block)
}

/** Who is in blocks that were too large and are so no more. */
const shrunken = async (transaction: CatalogueTransaction, lost: Key[]): Promise<Key[]> => {
  if (lost.length === 0) return []
  const over = await overflowing(transaction, lost)
  const names = new Map(lost.filter((key) => over.has(nameOf(key))).map((key) => [nameOf(key), key]))
  const members: Key[] = []
  for (const { kind, value } of names.values()) {
    const block = await transaction
      .selectFrom('catalogueKey')
      .selectAll()
      .where('value', '=', value)
      .where('kind', '=', kind)
      .limit(blockCap + 1)
      .execute()
    if (block.length > blockCap) continue
    await transaction
      .deleteFrom('catalogueOverflow')
      .where('value', '=', value)
      .where('kind', '=', kind)
      .execute()
    members.push(...block)
  }
  return members
}

const removeEdges = async (
  transaction: CatalogueTransaction,
  ids: string[],
): Promise<Pick<Edge, 'a' | 'b'>[]> => {
  const from = (end: 'a' | 'b') =>
    inLists(ids, (chunk) =>
      transaction.deleteFrom('catalogueEdge').where(end, 'in', chunk).returning(['a', 'b']).execute(),
    )
  return [...(await from('a')), ...(await from('b'))]
}

const compare = (keys: Key[], blocks: Blocks): Edge[] => {
  const edges = new Map<string, Edge>()
  for (const key of keys) {
    for (const other of blocks.get(nameOf(key)) ?? []) {
      if (other.recordId === key.recordId) continue
      // The same words are said of a pair whichever of the two came later.
      const [one, two] = key.recordId < other.recordId ? [key, other] : [other, key]
      const agreement = titlesAgree(one.title, two.title)
      if (!agreement.agreed) continue
      const name = `${one.recordId} ${two.recordId}`
      const evidence = JSON.stringify({ [key.kind]: key.value, title: agreement.on })
      const found = edges.get(name)
      if (!found || evidence < found.evidence)
        edges.set(name, { a: one.recordId, b: two.recordId, rule, version: ruleVersion, evidence })
    }
  }
  return [...edges.values()]
}
