import type { SearchQuery } from '../../contracts/search-index.js'
import { cursorInvalid, partsOf } from '../fts5/cursor.js'
import { isEqual, or } from './filters.js'

export type Key = string | number | null

/** Where a page ended: the keys of its last hit; or, where the engine's score is the order, its place and its last hits. */
export type Cursor = { after: Key[] } | { place: number; last: string[] }

/** Attributes of each order, the last of which tells any two documents apart. */
const orders: Record<SearchQuery['sort'], readonly `${string}:${'asc' | 'desc'}`[]> = {
  relevance: ['updated:desc', 'id:asc'],
  newest: ['year:desc', 'updated:desc', 'id:asc'],
  oldest: ['year:asc', 'updated:desc', 'id:asc'],
  title: ['title_order:asc', 'id:asc'],
  'title-stroke': ['stroke_order:asc', 'id:asc'],
}
const types: Record<string, string> = { year: 'number', updated: 'number' }

export const orderOf = (sort: SearchQuery['sort']): string[] => [...orders[sort]]
export const keysOf = (sort: SearchQuery['sort']): string[] => orders[sort].map((key) => key.split(':')[0]!)

export const toCursor = (sort: SearchQuery['sort'], cursor: Cursor): string =>
  Buffer.from(
    JSON.stringify(
      'after' in cursor ? [sort, 'after', ...cursor.after] : [sort, 'place', cursor.place, ...cursor.last],
    ),
  ).toString('base64url')

/** @throws ShulianError CURSOR_INVALID (400) */
export const fromCursor = (sort: SearchQuery['sort'], isRanked: boolean, text: string): Cursor => {
  const [ofSort, part, ...keys] = partsOf(text)
  if (ofSort === sort && !isRanked && part === 'after' && areKeys(sort, keys)) return { after: keys }
  const [place, ...last] = keys
  if (ofSort === sort && isRanked && part === 'place' && Number.isSafeInteger(place) && last.every(isText))
    return { place: Math.max(0, place as number), last: last.slice(0, remembered) }
  throw cursorInvalid(sort, ofSort)
}

/** Hits a cursor remembers: it finds its place again although some of them are gone. */
export const remembered = 5

const isText = (key: unknown): key is string => typeof key === 'string' && /^[a-zA-Z0-9_-]{1,511}$/.test(key)

const areKeys = (sort: SearchQuery['sort'], keys: unknown[]): keys is Key[] => {
  const names = keysOf(sort)
  return (
    keys.length === names.length &&
    names.every((name, at) =>
      name === 'id'
        ? isText(keys[at])
        : isOfType(types[name] ?? 'string', keys[at]) || (name === 'year' && keys[at] === null),
    )
  )
}

/** A cursor comes from outside, and its keys become part of a filter: nothing in them may end a text. */
const isOfType = (type: string, key: unknown): boolean =>
  typeof key === type &&
  (typeof key === 'number' ? Number.isSafeInteger(key) : /^[^"'\\]{1,500}$/.test(key as string))

/** What comes after these keys. Documents without a year come last in both directions. */
export const afterKeys = (sort: SearchQuery['sort'], keys: readonly Key[]): string => {
  const [last, ...before] = orders[sort].map((order, at) => ({ order, key: keys[at] as Key })).toReversed()
  return before.reduce(
    (after, { order, key }) => {
      const [name, direction] = order.split(':') as [string, string]
      if (key === null) return `(${name} NOT EXISTS AND ${after})`
      const beyond = `${name} ${direction === 'desc' ? '<' : '>'} ${literal(key)}`
      return or([
        beyond,
        ...(name === 'year' ? ['year NOT EXISTS'] : []),
        `(${equal(name, key)} AND ${after})`,
      ])
    },
    `id > ${literal(last!.key)}`,
  )
}

const literal = (key: Key): string => (typeof key === 'number' ? String(key) : `"${key}"`)
const equal = (name: string, key: Exclude<Key, null>): string =>
  typeof key === 'number' ? `${name} = ${key}` : isEqual(name, key)
