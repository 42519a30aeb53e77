import type { Cursor, Key } from './cursor.js'
import type { Match } from './match.js'
import { afterKeys, keyColumns, keysOf, orderBy, orders } from './order.js'
import { weights } from './schema.js'
import type { Sqlite } from './sqlite.js'

/**
 * How many hits are ranked. Scoring is what a query for a common word costs, so of more hits than this only a
 * part is scored: those whose whole title is asked for, the latest with the words in the title, the latest of
 * all. The others follow it, the last added first.
 */
export const rankedSize = 3_000
const half = rankedSize / 2

/** Whoever types a whole title wants that work. bm25 never comes near this. */
export const wholeTitle = 1_000

export interface Scored {
  doc: number
  score: number
}

export interface Found extends Scored {
  /** The place of the hit, for the cursor of the next page. */
  at: Cursor
}

/** The beginning of a statement: `with …`, and the values it binds. */
export interface Beginning {
  sql: string
  values: Key[]
}

/** `titled(doc)`, `picked(doc)`: what is ranked of a result that is too large to rank. */
export const pickedOf = ({ all, inTitle, ranks, titleKeys }: Match): Beginning => {
  if (all === null) {
    return {
      sql: `with picked(doc) as materialized (select doc from search_document order by doc desc limit ${rankedSize})`,
      values: [],
    }
  }
  if (!ranks) return { sql: `with picked(doc) as materialized (${latest(rankedSize)})`, values: [all] }
  return {
    sql: `${titled}, picked(doc) as materialized (
      select rowid from titled cross join search_text on search_text.rowid = titled.doc where search_text match ?
      union select * from (${latest(half)}) union select * from (${latest(half)}))`,
    values: [JSON.stringify(titleKeys), all, inTitle() ?? all, all],
  }
}

/** The same with `ranked(doc, score)`: the lower the score the better. */
export const rankedOf = (match: Match, total: number): Beginning => {
  const { all, ranks, titleKeys } = match
  if (all !== null && ranks && total <= rankedSize) {
    return {
      sql: `${titled}, ranked(doc, score) as materialized (${scored} limit ${rankedSize + 1})`,
      values: [JSON.stringify(titleKeys), all],
    }
  }
  const { sql, values } = pickedOf(match)
  return all !== null && ranks
    ? {
        sql: `${sql}, ranked(doc, score) as materialized (${scored} and +rowid in (select doc from picked))`,
        values: [...values, all],
      }
    : { sql: `${sql}, ranked(doc, score) as materialized (select doc, 0.0 from picked)`, values }
}

const titled =
  'with titled(doc) as materialized (select doc from search_document where title_key in (select value from json_each(?)) limit 200)'

const latest = (size: number) =>
  `select rowid from search_text where search_text match ? order by rowid desc limit ${size}`

const scored = `select rowid,
    bm25(search_text, ${weights}) - iif(+rowid in (select doc from titled), ${wholeTitle}.0, 0.0)
  from search_text where search_text match ?`

/**
 * By score, then the latest change, then id. Only those hits are joined to their document that can be on the page:
 * the scores up to that of the last one. `size` is how many are ranked, 0 when the page is empty.
 */
export const ranked = (
  sqlite: Sqlite,
  match: Match,
  total: number,
  wanted: number,
  offset: number,
  keys: Key[] | undefined,
): { found: Found[]; size: number } => {
  const { sql, values } = rankedOf(match, total)
  const order = orders.relevance
  const after = afterKeys(order, keys)
  const beyond = keys ? Number(keys[0]) : Number.NEGATIVE_INFINITY
  const rows = sqlite.rows<Record<string, unknown>>(
    `${sql}, bound(score) as materialized
       (select score from ranked where score > ? order by score limit 1 offset ?)
     select r.doc, (select count(*) from ranked) as size, ${keyColumns(order)} from ranked as r cross join search_document as d on d.doc = r.doc
     where r.score >= ? and r.score <= coalesce((select score from bound), 1e300) and ${after.sql}
     ${orderBy(order)} limit ? offset ?`,
    ...values,
    finite(beyond),
    offset + wanted - 1,
    finite(beyond),
    ...after.values,
    wanted,
    offset,
  )
  const found = rows.map(
    (row): Found => ({
      doc: Number(row['doc']),
      score: -Number(row['k0']) || 0,
      at: { part: 'ranked', keys: keysOf(row, order) },
    }),
  )
  return { found, size: Number(rows[0]?.['size'] ?? 0) }
}

const finite = (score: number) => Math.max(-1e300, score)
