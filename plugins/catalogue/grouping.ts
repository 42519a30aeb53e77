import { workIdOf } from './ids.js'
import { type MatchKey, titlesAgree } from './keys.js'
import type { CatalogueTransaction } from './tables.js'

const rule = 'identifier-and-title'
const ruleVersion = '1'
/** An identifier on more records than this is no evidence (a set's number, a placeholder): it joins nothing. */
const blockCap = 60

/** A record of this page: its keys, or none when it is deleted. */
export interface Grouped {
  id: string
  keys: MatchKey[]
}

/**
 * One work from many records: edges between records whose identifier and title agree, works as the connected
 * components of them. Only the neighbourhood of what changed is looked at; the result is the same in whatever
 * order records arrive. Returns the ids of the works that changed, those that are gone included.
 */
export const regroup = async (transaction: CatalogueTransaction, changed: Grouped[], at: string): Promise<string[]> => {
  if (changed.length === 0) return []
  const ids = changed.map(({ id }) => id)
  const before = await worksOf(transaction, ids)
  const neighbours = await replaceEdges(transaction, changed)
  const touched = await worksOf(transaction, neighbours)
  const works = new Set([...before.values(), ...touched.values()].filter((work) => work !== null))
  const records = await recordsAround(transaction, [...new Set([...ids, ...neighbours])], [...works])
  const edges = await edgesAmong(transaction, records.map(({ id }) => id))
  return settle(transaction, { records, works, components: componentsOf(records.map(({ id }) => id), edges), changed: new Set(ids), at })
}

const worksOf = async (transaction: CatalogueTransaction, ids: string[]): Promise<Map<string, string | null>> => {
  if (ids.length === 0) return new Map()
  const rows = await transaction.selectFrom('catalogueRecord').select(['id', 'workId']).where('id', 'in', ids).execute()
  return new Map(rows.map(({ id, workId }) => [id, workId]))
}

/** Keys and edges of the changed records made anew. Returns every record at the other end, before or after. */
const replaceEdges = async (transaction: CatalogueTransaction, changed: Grouped[]): Promise<string[]> => {
  const ids = changed.map(({ id }) => id)
  const removed = await transaction
    .deleteFrom('catalogueEdge')
    .where((where) => where.or([where('a', 'in', ids), where('b', 'in', ids)]))
    .returning(['a', 'b'])
    .execute()
  await transaction.deleteFrom('catalogueKey').where('recordId', 'in', ids).execute()
  const keys = changed.flatMap(({ id, keys }) => keys.map((key) => ({ recordId: id, ...key })))
  if (keys.length > 0) await transaction.insertInto('catalogueKey').values(keys).execute()
  const edges = await newEdges(transaction, keys)
  if (edges.length > 0) await transaction.insertInto('catalogueEdge').values(edges).onConflict((conflict) => conflict.doNothing()).execute()
  return [...removed, ...edges].flatMap(({ a, b }) => [a, b])
}

const newEdges = async (transaction: CatalogueTransaction, keys: (MatchKey & { recordId: string })[]) => {
  if (keys.length === 0) return []
  const values = [...new Set(keys.map(({ value }) => value))]
  const found = await transaction.selectFrom('catalogueKey').selectAll().where('value', 'in', values).execute()
  const blocks = new Map<string, typeof found>()
  for (const key of found) {
    const name = `${key.kind}:${key.value}`
    const block = blocks.get(name)
    if (block) block.push(key)
    else blocks.set(name, [key])
  }
  const edges = new Map<string, { a: string; b: string; rule: string; version: string; evidence: string }>()
  for (const key of keys) {
    const block = blocks.get(`${key.kind}:${key.value}`) ?? []
    if (block.length > blockCap) continue
    for (const other of block) {
      if (other.recordId === key.recordId) continue
      const agreement = titlesAgree(key.title, other.title)
      if (!agreement.agreed) continue
      const [a, b] = [key.recordId, other.recordId].sort() as [string, string]
      const evidence = JSON.stringify({ [key.kind]: key.value, title: agreement.on })
      const known = edges.get(`${a} ${b}`)
      if (!known || evidence < known.evidence) edges.set(`${a} ${b}`, { a, b, rule, version: ruleVersion, evidence })
    }
  }
  return [...edges.values()]
}

interface GroupedRecord {
  id: string
  workId: string | null
  state: string
}

const recordsAround = async (transaction: CatalogueTransaction, ids: string[], works: string[]): Promise<GroupedRecord[]> => {
  const query = transaction.selectFrom('catalogueRecord').select(['id', 'workId', 'state']).where('kind', '=', 'bib')
  return query
    .where((where) => where.or([where('id', 'in', ids), ...(works.length > 0 ? [where('workId', 'in', works)] : [])]))
    .execute()
}

const edgesAmong = async (transaction: CatalogueTransaction, ids: string[]): Promise<{ a: string; b: string }[]> =>
  ids.length === 0 ? [] : transaction.selectFrom('catalogueEdge').select(['a', 'b']).where('a', 'in', ids).execute()

const componentsOf = (ids: string[], edges: { a: string; b: string }[]): Map<string, string> => {
  const parent = new Map(ids.map((id) => [id, id]))
  const root = (id: string): string => {
    let at = id
    while (parent.get(at) !== at) at = parent.get(at) as string
    parent.set(id, at)
    return at
  }
  for (const { a, b } of edges) {
    if (!parent.has(a) || !parent.has(b)) continue
    const [low, high] = [root(a), root(b)].sort() as [string, string]
    parent.set(high, low)
  }
  return new Map(ids.map((id) => [id, root(id)]))
}

interface Settling {
  records: GroupedRecord[]
  works: Set<string>
  /** Record → smallest record of its component. */
  components: Map<string, string>
  changed: Set<string>
  at: string
}

/** Writes what moved: the records' works, the works' versions, redirects of works that are gone. */
const settle = async (transaction: CatalogueTransaction, { records, works, components, changed, at }: Settling): Promise<string[]> => {
  const alive = new Set<string>()
  const touched = new Set<string>()
  const successors = new Map<string, string>()
  for (const { id, workId, state } of records) {
    const next = state === 'live' ? workIdOf(components.get(id) as string) : null
    if (next !== null) alive.add(next)
    if (next !== workId) {
      await transaction.updateTable('catalogueRecord').set({ workId: next }).where('id', '=', id).execute()
    }
    if (next !== workId || changed.has(id)) for (const work of [next, workId]) if (work !== null) touched.add(work)
    if (workId !== null && next !== null && workId !== next) successors.set(workId, smaller(successors.get(workId), next))
  }
  const gone = [...works].filter((work) => !alive.has(work))
  for (const work of gone) touched.add(work)
  await saveWorks(transaction, [...touched], new Set(gone), at)
  await saveRedirects(transaction, { alive, gone, successors })
  return [...touched]
}

const smaller = (one: string | undefined, other: string): string => (one !== undefined && one < other ? one : other)

const saveWorks = async (transaction: CatalogueTransaction, ids: string[], gone: Set<string>, at: string): Promise<void> => {
  if (ids.length === 0) return
  await transaction
    .insertInto('catalogueWork')
    .values(ids.map((id) => ({ id, version: 1, updatedAt: at, gone: gone.has(id) ? 1 : 0 })))
    .onConflict((conflict) =>
      conflict.column('id').doUpdateSet((set) => ({
        version: set('catalogueWork.version', '+', 1),
        updatedAt: set.ref('excluded.updatedAt'),
        gone: set.ref('excluded.gone'),
      })),
    )
    .execute()
}

const saveRedirects = async (
  transaction: CatalogueTransaction,
  { alive, gone, successors }: { alive: Set<string>; gone: string[]; successors: Map<string, string> },
): Promise<void> => {
  if (alive.size > 0) await transaction.deleteFrom('catalogueRedirect').where('fromId', 'in', [...alive]).execute()
  for (const fromId of gone) {
    const toId = successors.get(fromId)
    if (toId === undefined) continue
    await transaction
      .insertInto('catalogueRedirect')
      .values({ fromId, toId })
      .onConflict((conflict) => conflict.column('fromId').doUpdateSet({ toId }))
      .execute()
  }
}
