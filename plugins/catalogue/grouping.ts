import { sql } from 'kysely'
import { groupsOf, linkName } from '../../standards/matching/components.js'
import { traitsOf } from '../../standards/matching/traits.js'
import { type ReadClues, readClues } from './clues.js'
import { markCut } from './edge-store.js'
import { type Keyed, replaceEdges } from './edges.js'
import { workIdOf } from './ids.js'
import { type Reach, reachOf, wordsAt } from './neighbourhood.js'
import { type CatalogueTransaction, inChunks, inLists } from './tables.js'
import { type Placed, type Standing, saveWorks } from './works.js'

/** A record that this page changes. */
export interface Grouped extends Keyed {
  /** It is live and describes something that a work is made of: neither an authority nor a holding. */
  isMember: boolean
  /** Where it was. */
  from: Standing
}

export interface Regrouped {
  /** Of each changed record; the caller writes it. */
  placeOf: Map<string, Standing>
  /** Every work that changed, those that are gone included. */
  works: string[]
  /** By how many works more this run has changed something that is still there. */
  indexed: number
}

/**
 * One work from many records: edges between records that the rules find alike, works as the groups that these make.
 * Only what hangs together with a change is looked at; the result is the same in whatever order records arrive.
 */
export const regroup = async (
  transaction: CatalogueTransaction,
  changed: Grouped[],
  context: { run: string; at: string },
): Promise<Regrouped> => {
  if (changed.length === 0) return { placeOf: new Map(), works: [], indexed: 0 }
  const clues = readClues(transaction)
  const { linked, copied } = await replaceEdges(transaction, changed, clues)
  const said = await wordsAt(
    transaction,
    changed.map(({ id }) => id),
  )
  for (const { a, b } of said) linked.add(a).add(b)
  const leaves = await leavesOf(transaction, copied, linked)
  return place(transaction, { changed, linked, leaves, clues }, context)
}

/** Works anew from links as they are, after a librarian's word of these records. */
export const regroupAround = (
  transaction: CatalogueTransaction,
  ids: string[],
  context: { run: string; at: string },
): Promise<Regrouped> =>
  place(
    transaction,
    { changed: [], linked: new Set(ids), leaves: new Map(), clues: readClues(transaction) },
    context,
  )

interface Placing {
  changed: Grouped[]
  linked: Set<string>
  /** Where new copies come, unless what they are copies of moves itself. */
  leaves: Map<string, Standing>
  clues: ReadClues
}

/**
 * A new copy comes where the first of its copies is: it weighs nothing and is not the smallest, so that nothing else
 * changes by it. Where that leads to several places all of it is looked at.
 */
const leavesOf = async (
  transaction: CatalogueTransaction,
  copied: Map<string, string[]>,
  linked: Set<string>,
): Promise<Map<string, Standing>> => {
  const firsts = await standingOf(transaction, [...new Set([...copied.values()].flat())])
  const leaves = new Map<string, Standing>()
  for (const [id, ids] of copied) {
    const places = ids.map((first) => {
      const { workId, versionOf } = firsts.get(first) ?? nowhere
      return { workId, versionOf: versionOf ?? first }
    })
    const [place] = places
    const isOne = places.every(
      ({ workId, versionOf }) => workId === place?.workId && versionOf === place?.versionOf,
    )
    if (place && place.workId !== null && isOne && !linked.has(id)) leaves.set(id, place)
    else linked.add(id)
  }
  return leaves
}

const place = async (
  transaction: CatalogueTransaction,
  { changed, linked, leaves, clues }: Placing,
  context: { run: string; at: string },
): Promise<Regrouped> => {
  const isChanged = new Map(changed.map((record) => [record.id, record]))
  const left = await standingOf(
    transaction,
    [...linked].filter((id) => !isChanged.has(id)),
  )
  const works = worksIn([...changed.map(({ from }) => from), ...left.values()])
  const fellow = await fellowsOf(transaction, works)
  const reach = await reachOf(transaction, [...linked, ...fellow.keys()])
  const around = await standingOf(
    transaction,
    reach.ids.filter((id) => !isChanged.has(id)),
  )
  const members = new Set([
    ...changed.filter(({ isMember }) => isMember).map(({ id }) => id),
    ...[...around].filter(([, { workId }]) => workId !== null).map(([id]) => id),
  ])
  const places = await placesOf(transaction, { reach, members, clues })
  const reached = new Set(reach.ids)
  const placeOf = (id: string): Standing =>
    (reached.has(id) ? undefined : leaves.get(id)) ?? places.get(id) ?? nowhere
  const placed: Placed[] = [
    ...changed.map(({ id, from }) => ({ id, from, to: placeOf(id), isChanged: true })),
    ...[...around].map(([id, from]) => ({ id, from, to: placeOf(id), isChanged: false })),
  ]
  await moveRecords(transaction, placed.filter(isMoved))
  const before = worksIn([...changed.map(({ from }) => from), ...around.values()])
  const saved = await saveWorks(transaction, { placed, before }, context)
  return {
    ...saved,
    placeOf: new Map(placed.filter(({ isChanged }) => isChanged).map(({ id, to }) => [id, to])),
  }
}

const nowhere: Standing = { workId: null, versionOf: null }

const isMoved = ({ from, to, isChanged }: Placed): boolean =>
  !isChanged && (from.workId !== to.workId || from.versionOf !== to.versionOf)

const worksIn = (standings: Iterable<Standing>): Set<string> =>
  new Set([...standings].map(({ workId }) => workId).filter((work) => work !== null))

/** Where each member belongs; what is not linked to anything is a work of its own. */
const placesOf = async (
  transaction: CatalogueTransaction,
  { reach, members, clues }: { reach: Reach; members: Set<string>; clues: ReadClues },
): Promise<Map<string, Standing>> => {
  const areMembers = ({ a, b }: { a: string; b: string }) => members.has(a) && members.has(b)
  const links = reach.links.filter(areMembers)
  const words = reach.words.filter(areMembers)
  const ids = [...new Set([...links, ...words].flatMap(({ a, b }) => [a, b]))].sort()
  await clues.load(ids)
  const { places, cut } = groupsOf({
    ids,
    links,
    words,
    traitsOf: (id) => traitsOf(clues.of(id)),
  })
  const marks = links.map(({ a, b, cut: was }) => ({ a, b, was, cut: cut.get(linkName(a, b)) ?? null }))
  await markCut(
    transaction,
    marks.filter(({ was, cut }) => was !== cut),
  )
  return new Map(
    [...members].map((id) => {
      const { work, version } = places.get(id) ?? { work: id, version: id }
      return [id, { workId: workIdOf(work), versionOf: version === id ? null : version }]
    }),
  )
}

const standingOf = async (
  transaction: CatalogueTransaction,
  ids: string[],
): Promise<Map<string, Standing>> => {
  const rows = await inLists(ids, (list) =>
    transaction
      .selectFrom('catalogueRecord')
      .select(['id', 'workId', 'versionOf'])
      .where('id', 'in', list)
      .execute(),
  )
  return new Map(rows.map(({ id, workId, versionOf }) => [id, { workId, versionOf }]))
}

/** Who is in these works now. */
const fellowsOf = async (
  transaction: CatalogueTransaction,
  works: Set<string>,
): Promise<Map<string, Standing>> => {
  const rows = await inLists([...works], (list) =>
    transaction
      .selectFrom('catalogueRecord')
      .select(['id', 'workId', 'versionOf'])
      .where('workId', 'in', list)
      .execute(),
  )
  return new Map(rows.map(({ id, workId, versionOf }) => [id, { workId, versionOf }]))
}

/** Many rows, each with its own values, in one statement that SQLite and PostgreSQL both take. */
const moveRecords = (transaction: CatalogueTransaction, moved: Placed[]) =>
  inChunks(moved, async (chunk) => {
    const rows = sql.join(
      chunk.map(({ id, to }) => sql`(${id}, cast(${to.workId} as text), cast(${to.versionOf} as text))`),
    )
    await sql`with moved(id, work, version) as (values ${rows})
      update catalogue_record
      set work_id = (select work from moved where moved.id = catalogue_record.id),
        version_of = (select version from moved where moved.id = catalogue_record.id)
      where id in (select id from moved)`.execute(transaction)
    return []
  })
