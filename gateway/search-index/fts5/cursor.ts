import { ShulianError } from '../../contracts/errors.js'
import type { SearchQuery } from '../../contracts/search-index.js'

export type Key = string | number

/** Where a page ended: the sort, the part of the order (see find.ts), and the keys of its last hit in that part. */
export interface Cursor {
  part: 'ranked' | 'rest'
  keys: Key[]
}

export const toCursor = (sort: SearchQuery['sort'], { part, keys }: Cursor): string =>
  Buffer.from(JSON.stringify([sort, part, ...keys])).toString('base64url')

/** @throws ShulianError CURSOR_INVALID (400) */
export const fromCursor = (sort: SearchQuery['sort'], cursor: string): Cursor => {
  const [ofSort, part, ...keys] = partsOf(cursor)
  const wanted =
    part === 'ranked' ? forms[sort] : part === 'rest' && sort === 'relevance' ? 'number' : undefined
  if (ofSort !== sort || wanted !== keys.map((key) => typeof key).join(' ')) throw cursorInvalid(sort, ofSort)
  return { part: part as Cursor['part'], keys: keys as Key[] }
}

/** Types of the keys that each sort ends a page with. */
const forms: Record<SearchQuery['sort'], string> = {
  relevance: 'number number string',
  newest: 'number number string',
  oldest: 'number number string',
  title: 'string string',
  'title-stroke': 'string string',
}

/** What a cursor is made of; nothing when it is none. */
export const partsOf = (cursor: string): unknown[] => {
  try {
    const value: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString())
    return Array.isArray(value) ? value : []
  } catch {
    return []
  }
}

/** @param ofSort the sort that the cursor names */
export const cursorInvalid = (sort: SearchQuery['sort'], ofSort: unknown) => {
  const reason =
    typeof ofSort === 'string' && ofSort !== sort
      ? `it belongs to the sort '${ofSort.slice(0, 20)}'`
      : 'it is not one that a search gave'
  return new ShulianError(
    'CURSOR_INVALID',
    `The cursor does not fit this search: ${reason}. Begin again with cursor=*.`,
    {
      status: 400,
      errors: [
        {
          path: 'cursor',
          expected: 'the cursor of the page before, with the same sort',
          got: 'another text',
        },
      ],
    },
  )
}
