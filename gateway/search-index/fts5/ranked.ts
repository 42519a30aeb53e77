import type { Key } from './cursor.js'
import type { Match } from './match.js'
import { weights } from './schema.js'

/**
 * How many hits are ranked. Scoring is what a query for a common word costs, so of more hits than this only a
 * part is scored: those whose whole title is asked for, the latest with the words in the title, the latest of
 * all. The others follow it, the last added first.
 */
export const rankedSize = 3_000
const half = rankedSize / 2

/** Whoever types a whole title wants that work. bm25 never comes near this. */
export const wholeTitle = 1_000

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
    values: [JSON.stringify(titleKeys), all, inTitle ?? all, all],
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
