import { createHash } from 'node:crypto'
import { type Bookmark, hashOf } from './bookmark.js'
import { loop } from './faults.js'
import type { OaiPage } from './page.js'

/** Some providers filter after paging, and send pages without records; not this many in a row. */
const EMPTY_PAGES = 100

export interface ListCaps {
  pageCap: number
  listSeconds: number
}

/** Watches one list for pages and tokens that come again, and for its end. @param now milliseconds */
export function createLoopWatch(at: Bookmark, { pageCap, listSeconds }: ListCaps, now: () => number) {
  const began = now()
  const tokens = new Set<string>(at.token === undefined ? [] : [digest(at.token)])
  const pages = new Set<string>(at.hash === undefined ? [] : [at.hash])
  let empty = 0

  /** @throws ShulianError HARVEST_LOOP */
  return (page: OaiPage, number: number): void => {
    const hash = hashOf(page)
    if (hash !== undefined && pages.has(hash)) throw loop(`page ${number} holds what an earlier page held`)
    if (hash !== undefined) pages.add(hash)
    empty = hash === undefined ? empty + 1 : 0
    const token = page.token?.value
    if (!token) return
    if (tokens.has(digest(token))) throw loop(`page ${number} names a resumption token that was used before`)
    tokens.add(digest(token))
    if (empty > EMPTY_PAGES) throw loop(`${empty} pages in a row hold no record`)
    if (now() - began > listSeconds * 1000)
      throw loop(`it takes longer than the ${listSeconds} s that "listSeconds" in the settings allows`)
    if (number >= pageCap) throw loop(`${number} pages are more than "pageCap" in the settings allows`)
  }
}

/** Tokens may be long, and lists too. */
const digest = (token: string): string => createHash('sha256').update(token).digest('base64url').slice(0, 22)
