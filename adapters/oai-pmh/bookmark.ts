import { createHash } from 'node:crypto'
import type { Resume } from '../../gateway/contracts/adapter.js'
import type { OaiPage } from './page.js'

export type Granularity = 'day' | 'second'

/**
 * Where a harvest stands. With a token it is in the middle of a list and goes on at that page; without one a list has ended
 * and `from` begins the next window.
 */
export interface Bookmark {
  /** What was asked for: a bookmark of other settings counts for nothing. */
  prefix: string
  set?: string
  /** Lower bound of the window, in the server's time and granularity. */
  from?: string
  /** responseDate of the window's first answer: the server's clock, from which the next window is counted. */
  startedAt?: string
  granularity?: Granularity
  token?: string
  /** Pages and records of this list so far. */
  page: number
  read: number
  total?: number
  /** Of the last page: what it held, its first and last identifier. */
  hash?: string
  first?: string
  last?: string
  format?: string
}

export interface Asked {
  prefix: string
  set?: string
  from?: string
}

/** @param note hears why a stored bookmark was not followed */
export function bookmarkOf(resume: Resume | null, asked: Asked, note: (text: string) => void): Bookmark {
  const fresh: Bookmark = { ...windowOf(asked), page: 0, read: 0 }
  if (resume === null) return fresh
  const stored = resume as Partial<Bookmark>
  if (stored.prefix !== asked.prefix || stored.set !== asked.set) {
    note('metadataPrefix or set in the settings changed: everything is read anew.')
    return fresh
  }
  return { page: 0, read: 0, ...stored, prefix: asked.prefix }
}

const windowOf = ({ prefix, set, from }: Asked): Pick<Bookmark, 'prefix' | 'set' | 'from'> => ({
  prefix,
  ...(set === undefined ? {} : { set }),
  ...(from === undefined ? {} : { from }),
})

/** The same window from its first page. `startedAt` stays: a restart never moves the next window forward. */
export const restarted = ({ prefix, set, from, startedAt, granularity, format }: Bookmark): Bookmark =>
  defined({ prefix, set, from, startedAt, granularity, format, page: 0, read: 0 })

/** After a page that names another one. */
export function atNextPage(at: Bookmark, page: OaiPage, token: string): Bookmark {
  return defined({
    ...at,
    startedAt: at.startedAt ?? (at.page === 0 ? page.responseDate : undefined),
    token,
    page: at.page + 1,
    read: at.read + page.records.length,
    total: page.token?.completeListSize ?? at.total,
    hash: hashOf(page),
    first: page.records[0]?.identifier,
    last: page.records.at(-1)?.identifier,
  })
}

/**
 * After the last page: the next window begins one granule before this one was opened, by the server's clock. Never at
 * the largest datestamp seen: feeds are not in order. Where the server tells no time the window stays.
 */
export function atEnd({ prefix, set, from, format, ...at }: Bookmark, page: OaiPage): Bookmark {
  const startedAt = at.startedAt ?? (at.page === 0 ? page.responseDate : undefined)
  const next = startedAt === undefined ? from : granuleBefore(startedAt, at.granularity ?? 'day')
  return defined({ prefix, set, from: next, format, page: 0, read: 0 })
}

function granuleBefore(startedAt: string, granularity: Granularity): string {
  const granule = granularity === 'day' ? 86_400_000 : 1_000
  const text = new Date(Date.parse(startedAt) - granule).toISOString()
  return granularity === 'day' ? text.slice(0, 10) : `${text.slice(0, 19)}Z`
}

/** What a page holds; the envelope, which differs each time, left aside. Undefined for one without records. */
export function hashOf({ records }: OaiPage): string | undefined {
  if (records.length === 0) return undefined
  const hash = createHash('sha256')
  for (const { identifier, datestamp = '', xml } of records)
    hash.update(`${identifier}\0${datestamp}\0${xml}\0`)
  return hash.digest('base64url').slice(0, 22)
}

/** JSON has no undefined: what is stored and given back is the same. */
const defined = (bookmark: { [Name in keyof Bookmark]: Bookmark[Name] | undefined }): Bookmark =>
  Object.fromEntries(
    Object.entries(bookmark).filter(([, value]) => value !== undefined),
  ) as unknown as Bookmark
