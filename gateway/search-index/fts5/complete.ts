import type { TextField } from '../../contracts/search-index.js'
import type { Sqlite } from './sqlite.js'
import { clean } from './words.js'

/** Words looked at for one completion. A single letter begins tens of thousands; whoever types on gets all of them. */
const looked = 5_000

export const titled = (
  sqlite: Sqlite,
  beginning: string,
  limit: number,
): { id: string; stored: unknown }[] => {
  const from = clean(beginning)
  return sqlite
    .rows<{ id: string; stored: string }>(
      `select d.id, s.stored from search_document as d join search_stored as s on s.doc = d.doc
       where d.title_key >= ? and d.title_key < ? order by d.title_key, d.id limit ?`,
      from,
      `${from}\u{10ffff}`,
      limit,
    )
    .map(({ id, stored }) => ({ id, stored: JSON.parse(stored) as unknown }))
}

export const complete = (
  sqlite: Sqlite,
  field: TextField,
  prefix: string,
  limit: number,
): { token: string; count: number }[] => {
  const from = clean(prefix)
  if (from === '') return []
  return sqlite.rows(
    `select term as token, doc as count from
       (select term, doc from search_word where term >= ? and term < ? and col = ? limit ${looked})
     order by doc desc, term limit ?`,
    from,
    `${from}\u{10ffff}`,
    field,
    limit,
  )
}
