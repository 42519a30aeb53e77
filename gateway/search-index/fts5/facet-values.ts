import type { FacetField } from '../../contracts/search-index.js'
import type { Tally } from './facet-rows.js'
import type { Sqlite } from './sqlite.js'
import { clean } from './words.js'

interface Wanted {
  field: FacetField
  tally: Tally
  /** Values that are listed whatever their count. */
  chosen: string[]
  limit: number
  /** No others than these, and all of them that occur. */
  only?: string[]
}

type Named = { value: string; count: number }[]

/** By count, then by value; what is chosen and not among the first follows them. */
export const namedValues = (sqlite: Sqlite, { field, tally, chosen, limit, only }: Wanted): Named => {
  const first = only
    ? sorted(counted(sqlite, field, tally, [...only, ...chosen])).filter(({ count }) => count > 0)
    : mostFrequent(sqlite, tally, limit)
  const listed = new Set(first.map(({ value }) => value))
  const others = [...new Set(chosen)].filter((value) => !listed.has(value))
  return others.length === 0 ? first : [...first, ...counted(sqlite, field, tally, others)]
}

const sorted = (named: Named): Named =>
  named.sort((one, other) => other.count - one.count || (one.value < other.value ? -1 : 1))

/** Names are read only for what can be among the first. */
const mostFrequent = (sqlite: Sqlite, { values, counts }: Tally, limit: number): Named => {
  if (limit === 0) return []
  const least = leastOfMost(counts, limit)
  const able = new Map<number, number>()
  for (let at = 0; at < counts.length; at++) if (counts[at]! >= least) able.set(values[at]!, counts[at]!)
  const named = sqlite.text(
    'select json_group_array(json_array(id, value)) from search_value where id in (select value from json_each(?))',
    JSON.stringify([...able.keys()]),
  )
  const rows = JSON.parse(named ?? '[]') as [id: number, value: string][]
  return sorted(rows.map(([id, value]) => ({ value, count: able.get(id)! }))).slice(0, limit)
}

/** The count that the last of the so many largest has. */
const leastOfMost = (counts: Uint32Array, limit: number): number => {
  const most = new Uint32Array(limit)
  for (const count of counts) {
    if (count <= most[0]!) continue
    let at = 1
    for (; at < limit && most[at]! < count; at++) most[at - 1] = most[at]!
    most[at - 1] = count
  }
  return Math.max(1, most[0]!)
}

/** These values as they are written, each with its count or 0. */
const counted = (sqlite: Sqlite, field: FacetField, { values, counts }: Tally, wanted: string[]): Named => {
  const rows = sqlite.rows<{ id: number; value: string }>(
    'select id, value from search_value where field = ? and value in (select value from json_each(?))',
    field,
    JSON.stringify(wanted.map(clean)),
  )
  const ids = new Map(rows.map(({ id, value }) => [value, id]))
  const numbers = new Set(ids.values())
  const byId = new Map<number, number>()
  for (let at = 0; at < values.length; at++) if (numbers.has(values[at]!)) byId.set(values[at]!, counts[at]!)
  return [...new Set(wanted)].map((value) => ({ value, count: byId.get(ids.get(clean(value)) ?? 0) ?? 0 }))
}
