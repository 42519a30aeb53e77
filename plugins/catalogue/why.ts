import { linkName } from '../../standards/matching/components.js'
import { pairView } from './pair-view.js'
import { storedDescriptions } from './stored-descriptions.js'
import { type CatalogueDatabase, inLists } from './tables.js'
import { hiddenSources, type ReadingParts, readWorks, resolveWorkId, workUnknown } from './work.js'

/** Pairs that are told of one work at most. */
const mostPairs = 500

/**
 * Why the records of a work are one: the strongest links that hold it together, as many as it takes; what is like
 * them and yet not in it; and what librarians decided.
 *
 * @throws ShulianError WORK_UNKNOWN (404)
 */
export const whyOf = async (parts: ReadingParts, id: string) => {
  const current = await resolveWorkId(parts.database, id)
  const [found] = await readWorks(parts, [current])
  if (!found) throw workUnknown(id)
  const inside = new Set(found.records.map(({ id }) => id))
  const edges = await edgesOf(parts.database, [...inside])
  const both = edges.filter(({ a, b }) => inside.has(a) && inside.has(b))
  const shown = await shownRecords(parts, edges)
  const outside = edges
    .filter(({ a, b }) => inside.has(a) !== inside.has(b) && shown.has(a) && shown.has(b))
    .slice(0, mostPairs)
  const pairs = holding(both).slice(0, mostPairs)
  const descriptions = await storedDescriptions(
    parts.database,
    [...pairs, ...outside].flatMap(({ a, b }) => [a, b]),
  )
  return {
    work: current,
    records: found.records.map(({ id, source, sourceId, versionOf }) => ({
      id,
      source,
      sourceId,
      version: `v_${(versionOf ?? id).slice(2)}`,
    })),
    pairs: pairs.map((edge) => pairView(edge, descriptions)),
    links: both.filter(isLink).length,
    outside: outside.map((edge) => ({
      ...pairView(edge, descriptions),
      work: shown.get(inside.has(edge.a) ? edge.b : edge.a) as string,
    })),
    words: await wordsOf(parts.database, [...inside]),
  }
}

type EdgeRow = Parameters<typeof pairView>[0]

const isLink = ({ outcome, cut }: EdgeRow): boolean => outcome !== 'grey' && cut === null

/** The strongest links that connect what they connect: of links around in a circle the weakest is left out. */
const holding = (edges: EdgeRow[]): EdgeRow[] => {
  const group = new Map<string, string>()
  const rootOf = (id: string): string => {
    const up = group.get(id) ?? id
    return up === id ? id : rootOf(up)
  }
  return edges.filter(isLink).filter(({ a, b }) => {
    const [one, two] = [rootOf(a), rootOf(b)]
    group.set(one, two)
    return one !== two
  })
}

const edgesOf = async (database: CatalogueDatabase, ids: string[]): Promise<EdgeRow[]> => {
  const at = (end: 'a' | 'b') =>
    inLists(ids, (list) => database.selectFrom('catalogueEdge').selectAll().where(end, 'in', list).execute())
  const found = [...(await at('a')), ...(await at('b'))]
  const once = new Map(found.map((edge) => [linkName(edge.a, edge.b), edge]))
  return [...once.values()].sort(
    (one, other) => other.score - one.score || (linkName(one.a, one.b) < linkName(other.a, other.b) ? -1 : 1),
  )
}

/** Record → work, of those that may be shown. */
const shownRecords = async (
  { database, members }: ReadingParts,
  edges: EdgeRow[],
): Promise<Map<string, string>> => {
  const hidden = await hiddenSources(members)
  const rows = await inLists([...new Set(edges.flatMap(({ a, b }) => [a, b]))], (list) =>
    database
      .selectFrom('catalogueRecord')
      .select(['id', 'source', 'workId'])
      .where('id', 'in', list)
      .execute(),
  )
  return new Map(
    rows.flatMap(({ id, source, workId }) =>
      hidden.has(source) || workId === null ? [] : [[id, workId] as const],
    ),
  )
}

/** Decisions that stand on any of these records, the newest first; who decided is the operator's to know. */
const wordsOf = async (database: CatalogueDatabase, ids: string[]) => {
  const at = (end: 'a' | 'b') =>
    inLists(ids, (list) =>
      database
        .selectFrom('catalogueWordPair')
        .innerJoin('catalogueWord', 'number', 'word')
        .select(['number', 'kind', 'at', 'reason'])
        .where(end, 'in', list)
        .where('undoneAt', 'is', null)
        .groupBy(['number', 'kind', 'at', 'reason'])
        .execute(),
    )
  const found = [...(await at('a')), ...(await at('b'))]
  return [...new Map(found.map((word) => [word.number, word])).values()]
    .sort((one, other) => other.number - one.number)
    .map(({ number, kind, at, reason }) => ({ number, kind, at, ...(reason !== null && { reason }) }))
}
