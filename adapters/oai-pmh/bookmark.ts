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
  /** setSpecs, separated by blanks. */
  set?: string
  /** Which of them is being listed; the first when left out. */
  list?: number
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
  /** Where ListRecords could not be read on: identifiers are listed, and records asked for one by one, but for so many at the beginning. */
  skip?: number
  /** The last of those left out. */
  skipTo?: string
}

export interface Asked {
  prefix: string
  set?: string | undefined
  from?: string | undefined
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

/** The same list from its first page. `startedAt` stays: a restart never moves the next window forward. */
export const restarted = ({ prefix, set, list, from, startedAt, granularity, format }: Bookmark): Bookmark =>
  defined({ prefix, set, list, from, startedAt, granularity, format, page: 0, read: 0 })

/** The same list by its identifiers; what was read of it before is not asked for again. */
export const byIdentifier = (at: Bookmark, skip: number): Bookmark =>
  defined({ ...restarted(at), skip, skipTo: skip > 0 ? at.last : undefined })

export const setsOfBookmark = ({ set }: Bookmark): (string | undefined)[] =>
  set === undefined ? [undefined] : set.split(' ')

/** After a page that names another one. */
export function atNextPage(at: Bookmark, page: OaiPage, token: string): Bookmark {
  return defined({
    ...at,
    startedAt: beginningOf(at, page),
    granularity: granularityOf(at, page),
    token,
    page: at.page + 1,
    read: at.read + page.records.length,
    total: page.token?.completeListSize ?? at.total,
    hash: hashOf(page),
    first: page.records[0]?.identifier,
    last: page.records.at(-1)?.identifier,
  })
}

/** The clock of the window's very first answer; where that told no time, no later one takes its place. */
const beginningOf = ({ startedAt, page: pages, list }: Bookmark, page: OaiPage): string | undefined =>
  startedAt ?? (pages === 0 && !list ? page.responseDate : undefined)

/** §3.3.1: datestamps in days are days, whatever Identify says: a bound in seconds would leave some out. */
const granularityOf = ({ granularity }: Bookmark, { records }: OaiPage): Granularity | undefined =>
  records.some(({ datestamp }) => datestamp !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(datestamp))
    ? 'day'
    : granularity

/** After the last page of a set: the next one, in the same window. Undefined when that was the last. */
export function atNextList(at: Bookmark, page: OaiPage): Bookmark | undefined {
  const list = (at.list ?? 0) + 1
  if (list >= setsOfBookmark(at).length) return undefined
  const { prefix, set, from, format } = at
  const [startedAt, granularity] = [beginningOf(at, page), granularityOf(at, page)]
  return defined({ prefix, set, list, from, startedAt, granularity, format, page: 0, read: 0 })
}

/**
 * After the last page: the next window begins one granule before this one was opened, by the server's clock. Never at
 * the largest datestamp seen: feeds are not in order. Where the server tells no time the window stays.
 */
export function atEnd(at: Bookmark, page: OaiPage): Bookmark {
  const { prefix, set, from, format } = at
  const startedAt = beginningOf(at, page)
  const next = startedAt === undefined ? from : granuleBefore(startedAt, granularityOf(at, page) ?? 'day')
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
