import type { FacetField, SearchQuery, SearchResult } from '../../contracts/search-index.js'
import type { Columns } from './columns.js'
import { type Condition, fieldNumber, partFilter, yearField } from './conditions.js'
import { type Chosen, encode, type Tally } from './facet-rows.js'
import { namedValues } from './facet-values.js'
import { yearNumber, yearOf } from './marks.js'
import { matchOf } from './match.js'
import type { Sqlite } from './sqlite.js'
import { clean } from './words.js'

/** Counted over the whole result, which is thereby counted itself: one match, whatever is chosen in the facets. */
export const countFacets = (sqlite: Sqlite, columns: Columns, query: SearchQuery): Counts => {
  const { conditions, rest } = partFilter(query)
  const docs = docsOf(sqlite, matchOf(sqlite, { ...query, filter: rest }).all)
  return countFacetsOf(sqlite, columns, query, docs, conditions)
}

type Counts = Pick<SearchResult, 'total' | 'facets' | 'years'>

/** Counted over these documents, or all (null), as far as they fulfil the conditions. */
export const countFacetsOf = (
  sqlite: Sqlite,
  columns: Columns,
  query: SearchQuery,
  docs: Uint32Array | null,
  conditions: readonly Condition[],
): Counts => {
  columns.follow()
  const { total, tallies } = columns.count(
    docs,
    query.facets.map(fieldNumber),
    conditions.map((one) => chosenOf(sqlite, one)),
  )
  const facets: SearchResult['facets'] = {}
  for (const field of query.facets) {
    const chosen = conditions.find((one) => one.field === field)?.values ?? []
    const tally = tallies.get(fieldNumber(field))!
    facets[field] =
      field === 'year'
        ? latestYears(tally, query.facetLimit)
        : namedValues(sqlite, { field, tally, chosen, limit: query.facetLimit, only: onlyOf(query, field) })
  }
  const years = tallies.get(yearField)
  return { total, facets, ...(years && { years: risingYears(years) }) }
}

const onlyOf = ({ facetValues }: SearchQuery, field: FacetField) => facetValues?.[field]

const risingYears = ({ values, counts }: Tally): { year: number; count: number }[] =>
  [...values]
    .map((value, at) => ({ year: yearOf(value), count: counts[at]! }))
    .sort((one, other) => one.year - other.year)

const latestYears = (tally: Tally, limit: number) =>
  risingYears(tally)
    .reverse()
    .slice(0, limit)
    .map(({ year, count }) => ({ value: String(year), count }))

const chosenOf = (sqlite: Sqlite, { field, values, years }: Condition): Chosen => {
  const number = fieldNumber(field)
  if (field === 'year') return { field: number, values: years.flatMap(yearsWithin) }
  const ids = sqlite.rows<{ id: number }>(
    'select id from search_value where field = ? and value in (select value from json_each(?))',
    field,
    JSON.stringify(values.map(clean)),
  )
  return { field: number, values: ids.map(({ id }) => encode(id, number)) }
}

const yearsWithin = ({ from, to }: Condition['years'][number]): number[] => {
  const low = from === undefined ? yearNumber(Number.NEGATIVE_INFINITY) : yearNumber(from)
  const high = to === undefined ? yearNumber(Number.POSITIVE_INFINITY) : yearNumber(to)
  return Array.from({ length: Math.max(0, high - low + 1) }, (_, at) => encode(low + at, yearField))
}

/** One text with all the numbers: a row at a time costs ten times as much on its way out of SQLite. Null: all. */
const docsOf = (sqlite: Sqlite, match: string | null): Uint32Array | null => {
  if (match === null) return null
  const text = sqlite.text('select group_concat(rowid) from search_text where search_text match ?', match)
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
