import type { SearchQuery, SearchResult } from '../../contracts/search-index.js'
import { type Cursor, fromCursor, toCursor } from './cursor.js'
import { mostFew } from './few.js'
import { type Few, fewPage } from './few-page.js'
import type { Match } from './match.js'
import { afterKeys, keyColumns, keysOf, orderBy, orders } from './order.js'
import { type Found, pickedOf, ranked, rankedSize, type Scored } from './ranked.js'
import type { Sqlite } from './sqlite.js'

/**
 * One page and the total. `total` is given when it was counted already.
 * @throws ShulianError CURSOR_INVALID (400)
 */
export const find = (
  sqlite: Sqlite,
  match: Match,
  query: SearchQuery,
  total?: number,
): Omit<SearchResult, 'facets'> => {
  const cursor = query.cursor === undefined ? undefined : fromCursor(query.sort, query.cursor)
  const few = isRanked(match, query, cursor) ? ifFew(sqlite, match, query, { total, cursor }) : undefined
  const counted = few?.total ?? total ?? count(sqlite, match, countedTo(query))
  const found = few?.found ?? pageOf(sqlite, match, query, counted, cursor)
  const page = found.slice(0, query.limit)
  const last = found.length > query.limit ? page.at(-1) : undefined
  const known = total !== undefined || counted <= query.exactUpTo
  return {
    total: known ? counted : query.exactUpTo,
    totalIsExact: known,
    hits: withStored(sqlite, page),
    ...(last && { cursor: toCursor(query.sort, last.at) }),
  }
}

/** Whoever asks for no hits needs no ranking of them. */
const countedTo = ({ limit, exactUpTo }: SearchQuery): number =>
  limit === 0 ? exactUpTo : Math.max(exactUpTo, rankedSize)

const isRanked = (match: Match, { sort, limit }: SearchQuery, cursor?: Cursor): boolean =>
  match.ranks && sort === 'relevance' && limit > 0 && cursor?.part !== 'rest'

/** Most queries of a reader have few hits; others some more, which are ranked and counted in one go. Undefined when there are too many, or none. */
const ifFew = (
  sqlite: Sqlite,
  match: Match,
  query: SearchQuery,
  { total, cursor }: { total?: number | undefined; cursor?: Cursor | undefined },
): Few | undefined => {
  const few = total === undefined || total <= mostFew ? fewPage(sqlite, match, query, cursor) : undefined
  if (few !== undefined || total !== undefined) return few
  const { found, size } = ranked(sqlite, match, 0, query.limit + 1, cursor ? 0 : query.offset, cursor?.keys)
  return size === 0 || size > rankedSize ? undefined : { total: size, found }
}

/** Exact up to `most`; beyond it one more. */
const count = (sqlite: Sqlite, { all }: Match, most: number): number =>
  all === null
    ? sqlite.number('select count(*) from (select 1 from search_document limit ?)', most + 1)
    : sqlite.number(
        'select count(*) from (select 1 from search_text where search_text match ? limit ?)',
        all,
        most + 1,
      )

/** The page and one hit more, if there is one. */
const pageOf = (
  sqlite: Sqlite,
  match: Match,
  query: SearchQuery,
  total: number,
  cursor?: Cursor,
): Found[] => {
  if (total === 0 || query.limit === 0) return []
  if (query.sort !== 'relevance') return sorted(sqlite, match, query, cursor)
  const wanted = query.limit + 1
  const offset = cursor ? 0 : query.offset
  if (cursor?.part === 'rest') return rest(sqlite, match, wanted, 0, Number(cursor.keys[0]))
  const first = ranked(sqlite, match, total, wanted, offset, cursor?.keys).found
  if (first.length === wanted || total <= rankedSize) return first
  const size = first.length > 0 || offset === 0 ? offset + first.length : pickedCount(sqlite, match)
  return [...first, ...rest(sqlite, match, wanted - first.length, Math.max(0, offset - size))]
}

const sorted = (
  sqlite: Sqlite,
  { all }: Match,
  { sort, limit, offset }: SearchQuery,
  cursor?: Cursor,
): Found[] => {
  const order = orders[sort]
  const after = afterKeys(order, cursor?.keys)
  const from =
    all === null
      ? 'search_document as d where true'
      : 'search_text cross join search_document as d on d.doc = search_text.rowid where search_text match ?'
  const rows = sqlite.rows<Record<string, unknown>>(
    `select d.doc, ${keyColumns(order)} from ${from} and ${after.sql} ${orderBy(order)} limit ? offset ?`,
    ...(all === null ? [] : [all]),
    ...after.values,
    limit + 1,
    cursor ? 0 : offset,
  )
  return rows.map((row) => ({
    doc: Number(row['doc']),
    score: 0,
    at: { part: 'ranked', keys: keysOf(row, order) },
  }))
}

const pickedCount = (sqlite: Sqlite, match: Match): number => {
  const { sql, values } = pickedOf(match)
  return sqlite.number(`${sql} select count(*) from picked`, ...values)
}

/** What was too much to rank, the last added first. */
const rest = (
  sqlite: Sqlite,
  match: Match,
  wanted: number,
  offset: number,
  before = Number.MAX_SAFE_INTEGER,
): Found[] => {
  const { sql, values } = pickedOf(match)
  const [doc, from] =
    match.all === null
      ? ['doc', 'search_document where true']
      : ['rowid', 'search_text where search_text match ?']
  const rows = sqlite.rows<{ doc: number }>(
    `${sql} select ${doc} as doc from ${from} and ${doc} < ? and +${doc} not in (select doc from picked)
     order by ${doc} desc limit ? offset ?`,
    ...values,
    ...(match.all === null ? [] : [match.all]),
    before,
    wanted,
    offset,
  )
  return rows.map(({ doc }) => ({ doc, score: 0, at: { part: 'rest', keys: [doc] } }))
}

/** In one piece too; what is stored is JSON already. */
const withStored = (sqlite: Sqlite, found: readonly Scored[]): SearchResult['hits'] => {
  if (found.length === 0) return []
  const rows = sqlite.text(
    `select '[' || group_concat('[' || d.doc || ',' || json_quote(d.id) || ',' || s.stored || ']') || ']'
     from search_document as d join search_stored as s on s.doc = d.doc where d.doc in (select value from json_each(?))`,
    JSON.stringify(found.map(({ doc }) => doc)),
  )
  const byDoc = new Map((JSON.parse(rows ?? '[]') as Row[]).map((row) => [row[0], row]))
  return found.map(({ doc, score }) => {
    const [, id, stored] = byDoc.get(doc)!
    return { id, score, stored }
  })
}

type Row = [doc: number, id: string, stored: unknown]
