import type { SearchQuery } from '../../contracts/search-index.js'
import type { Key } from './cursor.js'

/** One key of an order; the last one tells every two documents apart. */
export interface OrderKey {
  sql: string
  descending?: boolean
}

const latest: OrderKey[] = [{ sql: 'd.updated_at', descending: true }, { sql: 'd.id' }]

/** Works without a year come last in both directions. */
export const orders: Record<SearchQuery['sort'], OrderKey[]> = {
  relevance: [{ sql: 'r.score' }, ...latest],
  newest: [{ sql: 'coalesce(d.year, -1e9)', descending: true }, ...latest],
  oldest: [{ sql: 'coalesce(d.year, 1e9)' }, ...latest],
  title: [{ sql: 'd.title_order' }, { sql: 'd.id' }],
  'title-stroke': [{ sql: 'd.stroke_order' }, { sql: 'd.id' }],
}

export const orderBy = (keys: OrderKey[]): string =>
  `order by ${keys.map(({ sql, descending }) => (descending ? `${sql} desc` : sql)).join(', ')}`

/** `k0, k1 …`: a row's own keys, for the cursor that ends on it. */
export const keyColumns = (keys: OrderKey[]): string =>
  keys.map(({ sql }, index) => `${sql} as k${index}`).join(', ')

export const keysOf = (row: Record<string, unknown>, keys: OrderKey[]): Key[] =>
  keys.map((_, index) => row[`k${index}`] as Key)

/** What comes after a row with these keys: beyond it in the first key, or equal there and beyond it in the next. */
export const afterKeys = (keys: OrderKey[], values: Key[] | undefined): { sql: string; values: Key[] } => {
  if (!values) return { sql: 'true', values: [] }
  const beyond = (index: number) => `${keys[index]!.sql} ${keys[index]!.descending ? '<' : '>'} ?`
  let sql = beyond(keys.length - 1)
  let bound: Key[] = [values[keys.length - 1]!]
  for (let index = keys.length - 2; index >= 0; index--) {
    sql = `(${beyond(index)} or (${keys[index]!.sql} = ? and ${sql}))`
    bound = [values[index]!, values[index]!, ...bound]
  }
  return { sql, values: bound }
}
