import {
  type FacetField,
  facetFields,
  type SearchQuery,
  type SearchResult,
} from '../../contracts/search-index.js'
import { type Columns, fieldOf, numberIn, yearField } from './columns.js'
import { yearOf } from './marks.js'
import type { Match } from './match.js'
import type { Sqlite } from './sqlite.js'

type Facets = SearchResult['facets']
type Count = [value: number, count: number]

/** Counted over the whole result, which is thereby counted itself. */
export const countFacets = (
  sqlite: Sqlite,
  columns: Columns,
  match: Match,
  query: SearchQuery,
): { total: number; facets: Facets } => {
  columns.follow()
  const docs = docsOf(sqlite, match)
  const fields = query.facets.map(numberOf)
  const counts = columns.count(docs, fields)
  const byField = new Map<number, Count[]>(fields.map((field) => [field, []]))
  for (const [encoded, count] of counts) byField.get(fieldOf(encoded))?.push([numberIn(encoded), count])
  const facets: Facets = {}
  for (const field of query.facets)
    facets[field] = named(sqlite, field, byField.get(numberOf(field))!, query.facetLimit)
  return { total: docs.length, facets }
}

const numberOf = (field: FacetField | 'year'): number =>
  field === 'year' ? yearField : facetFields.indexOf(field)

const named = (sqlite: Sqlite, field: FacetField | 'year', counts: Count[], limit: number) => {
  if (field !== 'year') return mostFrequent(sqlite, counts, limit)
  const latest = counts.toSorted(([one], [other]) => other - one).slice(0, limit)
  return latest.map(([value, count]) => ({ value: String(yearOf(value)), count }))
}

/** By count, then by value: names are read only for what can be among the first. */
const mostFrequent = (sqlite: Sqlite, counts: Count[], limit: number): { value: string; count: number }[] => {
  if (limit === 0) return []
  const sorted = counts.toSorted(([, one], [, other]) => other - one)
  const least = sorted[Math.min(limit, sorted.length) - 1]?.[1] ?? 0
  const able = new Map(sorted.filter(([, count]) => count >= least))
  const rows = sqlite.rows<{ id: number; value: string }>(
    'select id, value from search_value where id in (select value from json_each(?))',
    JSON.stringify([...able.keys()]),
  )
  return rows
    .map(({ id, value }) => ({ value, count: able.get(id)! }))
    .sort((one, other) => other.count - one.count || (one.value < other.value ? -1 : 1))
    .slice(0, limit)
}

/** One text with all the numbers: a row at a time costs ten times as much on its way out of SQLite. */
const docsOf = (sqlite: Sqlite, { all }: Match): Uint32Array => {
  const text =
    all === null
      ? sqlite.text('select group_concat(doc) from search_document')
      : sqlite.text('select group_concat(rowid) from search_text where search_text match ?', all)
  return text === null || text === '' ? new Uint32Array() : numbersOf(text)
}

const numbersOf = (text: string): Uint32Array => {
  const numbers = new Uint32Array((text.length >> 1) + 1)
  let [used, number] = [0, 0]
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code !== 44) number = number * 10 + code - 48
    else {
      numbers[used++] = number
      number = 0
    }
  }
  numbers[used++] = number
  return numbers.subarray(0, used)
}
