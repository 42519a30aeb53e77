import { sql } from 'kysely'
import { type Keyed, replaceEdges } from './edges.js'
import { workIdOf } from './ids.js'
import { type CatalogueTransaction, inChunks, inLists } from './tables.js'
import { saveWorks } from './works.js'

/** A record that this page changes. */
export interface Grouped extends Keyed {
  /** It is live and describes something that a work is made of: neither an authority nor a holding. */
  isMember: boolean
  /** The work it was in. */
  workId: string | null
}

export interface Regrouped {
  /** Of each changed record; the caller writes it. */
  workOf: Map<string, string | null>
  /** Every work that changed, those that are gone included. */
  works: string[]
  /** By how many works more this run has changed something that is still there. */
  indexed: number
}

/**
 * One work from many records: edges between records whose identifier and title agree, works as the connected
 * components of them. Only the neighbourhood of what changed is looked at; the result is the same in whatever
 * order records arrive.
 */
export const regroup = async (
  transaction: CatalogueTransaction,
  changed: Grouped[],
  context: { run: string; at: string },
): Promise<Regrouped> => {
  if (changed.length === 0) return { workOf: new Map(), works: [], indexed: 0 }
  const { removed, made } = await replaceEdges(transaction, changed)
  const isChanged = new Set(changed.map(({ id }) => id))
  const neighbours = [...new Set([...removed, ...made].flatMap(({ a, b }) => [a, b]))].filter(
    (id) => !isChanged.has(id),
  )
  const works = new Set(
    [...changed.map(({ workId }) => workId), ...(await worksOf(transaction, neighbours))].filter(
      (work) => work !== null,
    ),
  )
  const around = (await membersOf(transaction, [...works])).filter(({ id }) => !isChanged.has(id))
  const known = changed.filter(({ isKnown }) => isKnown)
  const edges = await edgesFrom(
    transaction,
    [...known, ...around].map(({ id }) => id),
  )
  const roots = rootsOf(
    [...changed.filter(({ isMember }) => isMember), ...around].map(({ id }) => id),
    [...edges, ...made],
  )
  const placed = [...changed, ...around].map(({ id, workId }) => {
    const root = roots.get(id)
    return { id, from: workId, to: root === undefined ? null : workIdOf(root), isChanged: isChanged.has(id) }
  })
  await moveRecords(
    transaction,
    placed.filter(({ from, to, isChanged }) => !isChanged && from !== to),
  )
  const saved = await saveWorks(transaction, { placed, before: works }, context)
  return {
    ...saved,
    workOf: new Map(placed.filter(({ isChanged }) => isChanged).map(({ id, to }) => [id, to])),
  }
}

const worksOf = async (transaction: CatalogueTransaction, ids: string[]): Promise<(string | null)[]> => {
  const rows = await inLists(ids, (chunk) =>
    transaction.selectFrom('catalogueRecord').select('workId').where('id', 'in', chunk).execute(),
  )
  return rows.map(({ workId }) => workId)
}

const membersOf = (transaction: CatalogueTransaction, works: string[]) =>
  inLists(works, (chunk) =>
    transaction.selectFrom('catalogueRecord').select(['id', 'workId']).where('workId', 'in', chunk).execute(),
  )

const edgesFrom = (transaction: CatalogueTransaction, ids: string[]) =>
  inLists(ids, (chunk) =>
    transaction.selectFrom('catalogueEdge').select(['a', 'b']).where('a', 'in', chunk).execute(),
  )

/** Each record with the smallest record of its component. */
const rootsOf = (ids: string[], edges: { a: string; b: string }[]): Map<string, string> => {
  const parent = new Map(ids.map((id) => [id, id]))
  const root = (id: string): string => {
    let at = id
    while (parent.get(at) !== at) at = parent.get(at) as string
    parent.set(id, at)
    return at
  }
  for (const { a, b } of edges) {
    if (!parent.has(a) || !parent.has(b)) continue
    const [one, two] = [root(a), root(b)]
    if (one < two) parent.set(two, one)
    else parent.set(one, two)
  }
  return new Map(ids.map((id) => [id, root(id)]))
}

/** Many rows, each with its own value, in one statement that SQLite and PostgreSQL both take. */
const moveRecords = (transaction: CatalogueTransaction, moved: { id: string; to: string | null }[]) =>
  inChunks(moved, async (chunk) => {
    const rows = sql.join(chunk.map(({ id, to }) => sql`(${id}, ${to})`))
    await sql`with moved(id, work) as (values ${rows})
      update catalogue_record set work_id = (select work from moved where moved.id = catalogue_record.id)
      where id in (select id from moved)`.execute(transaction)
    return []
  })
