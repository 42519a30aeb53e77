import { type Selectable, sql } from 'kysely'
import { type Insertion, insertRows } from './insertion.js'
import { type CatalogueTables, type CatalogueTransaction, inChunks, inLists } from './tables.js'

export type Edge = Selectable<CatalogueTables['catalogueEdge']>
type Ends = Pick<Edge, 'a' | 'b'>

const edgeRows = {
  table: 'catalogueEdge',
  columns: ['a', 'b', 'outcome', 'score', 'rules', 'evidence', 'cut'],
} satisfies Insertion<'catalogueEdge'>

/** Every edge with one of these records at either end, each once. */
export const edgesAt = async (transaction: CatalogueTransaction, ids: string[]): Promise<Edge[]> => {
  const at = (end: 'a' | 'b') =>
    inLists(ids, (list) =>
      transaction.selectFrom('catalogueEdge').selectAll().where(end, 'in', list).execute(),
    )
  const edges = [...(await at('a')), ...(await at('b'))]
  return [...new Map(edges.map((edge) => [edgeName(edge), edge])).values()]
}

/** Writes what differs; returns it. */
export const writeEdges = async (
  transaction: CatalogueTransaction,
  { before, now }: { before: Edge[]; now: Edge[] },
): Promise<Edge[]> => {
  const old = new Map(before.map((edge) => [edgeName(edge), edge]))
  const wanted = new Map(now.map((edge) => [edgeName(edge), edge]))
  const isKept = (edge: Edge): boolean => isSame(old.get(edgeName(edge)), wanted.get(edgeName(edge)))
  const removed = before.filter((edge) => !isKept(edge))
  const made = now.filter((edge) => !isKept(edge))
  await removeEdges(transaction, removed)
  await insertRows(transaction, edgeRows, made)
  return [...removed, ...made]
}

/** Says which links are not followed, and why. */
export const markCut = async (
  transaction: CatalogueTransaction,
  edges: (Ends & { cut: string | null })[],
): Promise<void> => {
  for (const { a, b, cut } of edges)
    await transaction
      .updateTable('catalogueEdge')
      .set({ cut })
      .where('a', '=', a)
      .where('b', '=', b)
      .execute()
}

export const edgeName = ({ a, b }: Ends): string => `${a} ${b}`

const isSame = (one: Edge | undefined, other: Edge | undefined): boolean =>
  one !== undefined &&
  other !== undefined &&
  one.outcome === other.outcome &&
  one.score === other.score &&
  one.rules === other.rules &&
  one.evidence === other.evidence

const removeEdges = (transaction: CatalogueTransaction, edges: Ends[]) =>
  inChunks(edges, async (chunk) => {
    const pairs = sql.join(chunk.map(({ a, b }) => sql`(${a}, ${b})`))
    await sql`delete from catalogue_edge where (a, b) in (values ${pairs})`.execute(transaction)
    return []
  })
