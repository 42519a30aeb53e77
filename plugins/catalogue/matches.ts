import type { Members } from '../../gateway/contracts/index.js'
import { linkName } from '../../standards/matching/components.js'
import { readDescription } from '../../standards/record/packed.js'
import { isOfMember } from './of-member.js'
import { pairView } from './pair-view.js'
import { type CatalogueDatabase, inLists } from './tables.js'
import { comparedToday, unmetDecided } from './unmet-matches.js'

export interface MatchFilter {
  /** Open: a librarian's word is missing; decided: it was said; cut: alike, and kept apart by a trait or by size. */
  state: 'open' | 'decided' | 'cut'
  member?: string
  limit: number
  /** Pair id: those after it. */
  after?: string
}

export interface MatchParts {
  database: CatalogueDatabase
  members: Members
}

/** Pairs that wait for a librarian, the likeliest first, both records whole. */
export const listMatches = async ({ database, members }: MatchParts, filter: MatchFilter) => {
  const { edges, unmet } = await pairsOf(database, filter)
  const records = await recordsOf(database, [...new Set([...edges, ...unmet].flatMap(({ a, b }) => [a, b]))])
  const descriptions = new Map([...records].map(([id, { description }]) => [id, description]))
  const rows = [...edges, ...unmet.flatMap((pair) => comparedToday(pair, descriptions) ?? [])]
  const words = await wordsOn(database, rows)
  const names = new Map((await members.list()).map(({ id, name, nameZh }) => [id, { name, nameZh }]))
  const side = (id: string) => {
    const record = records.get(id)
    if (!record) return undefined
    const member = memberOf(record.source)
    const { name = member, nameZh } = names.get(member) ?? {}
    return { ...record, member, memberName: name, ...(nameZh !== undefined && { memberNameZh: nameZh }) }
  }
  return rows.flatMap((row) => {
    const [one, other] = [side(row.a), side(row.b)]
    const word = words.get(linkName(row.a, row.b))
    return one && other
      ? [{ ...pairView(row, descriptions), ...(word && { word }), records: [one, other] }]
      : []
  })
}

/** The newest word that stands on each of these pairs. */
const wordsOn = async (database: CatalogueDatabase, pairs: { a: string; b: string }[]) => {
  const rows = await inLists([...new Set(pairs.map(({ a }) => a))], (list) =>
    database
      .selectFrom('catalogueWordPair')
      .innerJoin('catalogueWord', 'number', 'word')
      .select(['a', 'b', 'number', 'says', 'by', 'at', 'reason'])
      .where('a', 'in', list)
      .where('undoneAt', 'is', null)
      .orderBy('number')
      .execute(),
  )
  return new Map(
    rows.map(({ a, b, reason, ...word }) => [
      linkName(a, b),
      { ...word, ...(reason !== null && { reason }) },
    ]),
  )
}

const memberOf = (source: string): string => source.slice(0, source.indexOf('/'))

/** Those that the rules keep, and behind them those that were decided and that the rules do not keep. */
const pairsOf = async (database: CatalogueDatabase, filter: MatchFilter) => {
  const { state, after, limit, ...rest } = filter
  const place = after === undefined ? undefined : await placeOf(database, after)
  if (state !== 'decided') return { edges: await edgesOf(database, filter, place), unmet: [] }
  const isBehind = after !== undefined && !place
  const edges = isBehind ? [] : await edgesOf(database, filter, place)
  const unmet =
    edges.length === limit
      ? []
      : await unmetDecided(database, {
          ...rest,
          limit: limit - edges.length,
          ...(isBehind && { after: endsOf(after) }),
        })
  return { edges, unmet }
}

const edgesOf = (
  database: CatalogueDatabase,
  { state, member, limit }: MatchFilter,
  place: Awaited<ReturnType<typeof placeOf>>,
) => {
  let query = database
    .selectFrom('catalogueEdge as edge')
    .innerJoin('catalogueRecord as one', 'one.id', 'edge.a')
    .innerJoin('catalogueRecord as other', 'other.id', 'edge.b')
    .selectAll('edge')
  if (state === 'cut') query = query.where('edge.outcome', '!=', 'grey').where('edge.cut', 'is not', null)
  else {
    query = query.where(({ and, eb, exists, not, or, selectFrom }) => {
      const said = selectFrom('catalogueWordPair as pair')
        .innerJoin('catalogueWord', 'number', 'word')
        .select('number')
        .whereRef('pair.a', '=', 'edge.a')
        .whereRef('pair.b', '=', 'edge.b')
        .where('undoneAt', 'is', null)
      const isGrey = eb('edge.outcome', '=', 'grey')
      if (state === 'open') return and([isGrey, not(exists(said))])
      // Of a pair that the rules join, only what was said of it: a split says something of every pair.
      return or([and([isGrey, exists(said)]), exists(said.where('kind', '=', 'match'))])
    })
    // Joined by others in the meantime: there is nothing left to decide.
    if (state === 'open') query = query.whereRef('one.workId', '!=', 'other.workId')
  }
  if (member !== undefined) query = query.where(isOfMember(member))
  if (place) {
    query = query.where(({ or, and, eb }) =>
      or([
        eb('edge.score', '<', place.score),
        and([eb('edge.score', '=', place.score), eb('edge.a', '>', place.a)]),
        and([eb('edge.score', '=', place.score), eb('edge.a', '=', place.a), eb('edge.b', '>', place.b)]),
      ]),
    )
  }
  return query.orderBy('edge.score', 'desc').orderBy('edge.a').orderBy('edge.b').limit(limit).execute()
}

const endsOf = (pair: string): { a: string; b: string } => {
  const [a = '', b = ''] = pair.split('~')
  return { a, b }
}

const placeOf = (database: CatalogueDatabase, pair: string) => {
  const { a, b } = endsOf(pair)
  return database
    .selectFrom('catalogueEdge')
    .select(['a', 'b', 'score'])
    .where('a', '=', a)
    .where('b', '=', b)
    .executeTakeFirst()
}

const recordsOf = async (database: CatalogueDatabase, ids: string[]) => {
  const rows = await inLists(ids, (list) =>
    database
      .selectFrom('catalogueRecord')
      .innerJoin('catalogueContent', 'recordId', 'id')
      .select(['id', 'source', 'sourceId', 'workId', 'description'])
      .where('id', 'in', list)
      .execute(),
  )
  return new Map(
    rows.map(({ description, workId, ...record }) => [
      record.id,
      { ...record, work: workId ?? '', description: readDescription(description) },
    ]),
  )
}
