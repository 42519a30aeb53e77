import type { FacetField } from '../../contracts/search-index.js'
import type { Sqlite } from './sqlite.js'
import { clean } from './words.js'

/** A value's number, and how often it stands. */
export type ValueCount = [value: number, count: number]

interface Wanted {
  field: FacetField
  counted: ValueCount[]
  /** Values that are listed whatever their count. */
  chosen: string[]
  limit: number
  /** No others than these, and all of them that occur. */
  only?: string[]
}

type Named = { value: string; count: number }[]

/** By count, then by value; what is chosen and not among the first follows them. */
export const namedValues = (sqlite: Sqlite, { field, counted, chosen, limit, only }: Wanted): Named => {
  const counts = new Map(counted)
  const rows = only
    ? valuesOf(sqlite, field, [...only, ...chosen]).filter(({ id }) => counts.has(id))
    : namesOf(sqlite, candidates(counted, limit))
  const sorted = rows
    .map(({ id, value }) => ({ value, count: counts.get(id)! }))
    .sort((one, other) => other.count - one.count || (one.value < other.value ? -1 : 1))
  const first = only ? sorted : sorted.slice(0, limit)
  return [...first, ...missing(sqlite, { field, chosen, counts, first })]
}

/** Names are read only for what can be among the first. */
const candidates = (counted: ValueCount[], limit: number): number[] => {
  if (limit === 0) return []
  const sorted = counted.toSorted(([, one], [, other]) => other - one)
  const least = sorted[Math.min(limit, sorted.length) - 1]?.[1] ?? 0
  return sorted.filter(([, count]) => count >= least).map(([value]) => value)
}

const namesOf = (sqlite: Sqlite, ids: number[]) =>
  sqlite.rows<{ id: number; value: string }>(
    'select id, value from search_value where id in (select value from json_each(?))',
    JSON.stringify(ids),
  )

const valuesOf = (sqlite: Sqlite, field: FacetField, values: string[]) =>
  sqlite.rows<{ id: number; value: string }>(
    'select id, value from search_value where field = ? and value in (select value from json_each(?))',
    field,
    JSON.stringify(values.map(clean)),
  )

const missing = (
  sqlite: Sqlite,
  {
    field,
    chosen,
    counts,
    first,
  }: Pick<Wanted, 'field' | 'chosen'> & { counts: Map<number, number>; first: Named },
): Named => {
  const absent = [...new Set(chosen)].filter((value) => !first.some((one) => one.value === value))
  if (absent.length === 0) return []
  const ids = new Map(valuesOf(sqlite, field, absent).map(({ id, value }) => [value, id]))
  return absent.map((value) => ({ value, count: counts.get(ids.get(clean(value)) ?? -1) ?? 0 }))
}
