import type { SearchQuery } from '../../contracts/search-index.js'
import type { Cursor, Key } from './cursor.js'
import { fewOf, type Placed } from './few.js'
import type { Match } from './match.js'
import type { Found } from './ranked.js'
import type { Sqlite } from './sqlite.js'

export interface Few {
  total: number
  found: Found[]
}

/** All hits are put in order, and the page is cut out; undefined where they are too many. */
export const fewPage = (
  sqlite: Sqlite,
  match: Match,
  { limit, offset }: SearchQuery,
  cursor?: Cursor,
): Few | undefined => {
  const all = fewOf(sqlite, match)
  if (all === undefined) return undefined
  const begin = cursor ? all.findIndex((hit) => isBehind(hit, cursor.keys)) : offset
  const page = begin < 0 ? [] : all.slice(begin, begin + limit + 1)
  return {
    total: all.length,
    found: page.map(({ doc, score, id, updatedAt }) => ({
      doc,
      score,
      at: { part: 'ranked', keys: [-score, updatedAt, id] },
    })),
  }
}

const isBehind = ({ score, updatedAt, id }: Placed, [first, latest, last]: Key[]): boolean =>
  -score !== first
    ? -score > Number(first)
    : updatedAt !== latest
      ? updatedAt < Number(latest)
      : id > String(last)
