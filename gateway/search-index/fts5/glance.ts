import type { SearchQuery, SearchResult } from '../../contracts/search-index.js'
import type { Columns } from './columns.js'
import { countFacetsOf } from './facets.js'
import type { Match } from './match.js'
import type { Sqlite } from './sqlite.js'

/** The latest hits and what is counted on them: nothing is ranked, and no more is read than is asked for. */
export const glance = (
  sqlite: Sqlite,
  columns: Columns,
  match: Match,
  query: SearchQuery & { over: number },
): SearchResult => {
  const docs = latest(sqlite, match, query.over)
  const counted = query.facets.length > 0 && countFacetsOf(sqlite, columns, query, Uint32Array.from(docs), [])
  return {
    facets: {},
    ...counted,
    total: docs.length,
    totalIsExact: docs.length < query.over,
    hits: hitsOf(sqlite, docs.slice(query.offset, query.offset + query.limit)),
  }
}

const latest = (sqlite: Sqlite, { all }: Match, over: number): number[] => {
  const rows =
    all === null
      ? sqlite.rows<{ doc: number }>('select doc from search_document order by doc desc limit ?', over)
      : sqlite.rows<{ doc: number }>(
          'select rowid as doc from search_text where search_text match ? order by rowid desc limit ?',
          all,
          over,
        )
  return rows.map(({ doc }) => doc)
}

const hitsOf = (sqlite: Sqlite, docs: readonly number[]): SearchResult['hits'] =>
  sqlite
    .rows<{ id: string; stored: string }>(
      `select d.id, s.stored from json_each(?) as j cross join search_document as d on d.doc = j.value
       cross join search_stored as s on s.doc = d.doc order by j.key`,
      JSON.stringify(docs),
    )
    .map(({ id, stored }) => ({ id, score: 0, stored: JSON.parse(stored) as unknown }))
