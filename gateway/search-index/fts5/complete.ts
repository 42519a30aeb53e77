import type { TextField } from '../../contracts/search-index.js'
import type { Sqlite } from './sqlite.js'
import { clean } from './words.js'

/** Words looked at for one completion. A single letter begins tens of thousands; whoever types on gets all of them. */
const looked = 10_000

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

/**
 * In one question and one piece: near spellings are looked for behind hundreds of beginnings, of which few begin any word (terms.ts).
 */
export const complete = (
  sqlite: Sqlite,
  fields: readonly TextField[],
  beginnings: readonly string[],
  limit: number,
): { token: string; count: number }[] => {
  const from = [...new Set(beginnings.map(clean))].filter(Boolean)
  const found = sqlite.text(
    `with begun(value) as materialized
       (select b.value from json_each(?) as b where exists
         (select 1 from search_term as t where t.term >= b.value and t.term < b.value || char(0x10ffff)))
     select json_group_array(json_object('token', term, 'count', doc)) from
       (select term, max(doc) as doc from
         (select v.term, v.doc from begun as b cross join search_word as v
          where v.term >= b.value and v.term < b.value || char(0x10ffff)
          and +v.col in (select value from json_each(?)) limit ${looked})
        group by term order by doc desc, term limit ?)`,
    JSON.stringify(from),
    JSON.stringify(fields),
    limit,
  )
  return JSON.parse(found ?? '[]') as { token: string; count: number }[]
}
