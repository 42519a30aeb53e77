import { setTimeout as sleep } from 'node:timers/promises'
import { codeOf, type ShulianError } from '../../gateway/contracts/errors.js'
import type { Outside, OutsideResponse } from '../../gateway/contracts/outside.js'
import { badStatus, busy, cutOff, notOaiPmh } from './faults.js'
import type { OaiPage } from './page.js'
import { pageText } from './page-text.js'
import { parsePage } from './parse.js'

/** Waits; rejects with the signal's reason when it is cut short. */
export type Pause = (milliseconds: number, signal: AbortSignal) => Promise<void>

export const pause: Pause = async (milliseconds, signal) => {
  await sleep(milliseconds, undefined, { signal }).catch(() => signal.throwIfAborted())
}

/** Asks for one page, patiently. `note` hands on what a person should know. */
export type Ask = (
  query: Record<string, string>,
  signal: AbortSignal,
  note?: (text: string) => void,
) => Promise<OaiPage>

const TRIES = 3
/** Retry-After beyond this ends the run: it goes on at the same page when it is started again. */
const LONGEST_WAIT = 600
const WAITS = 10
const DEADLINE = 180_000
const MAX_BYTES = 64 * 1024 ** 2

/**
 * Requests to one provider, one at a time. A 503 or 429 that names a time is waited for (§3.1.2.2); what looks like a passing
 * fault is tried three times.
 * @throws ShulianError UPSTREAM_STATUS, UPSTREAM_BUSY, UPSTREAM_INVALID, and those of `outside.fetch`
 */
export function createClient(baseUrl: string, outside: Outside, wait: Pause): Ask {
  const host = URL.canParse(baseUrl) ? new URL(baseUrl).host : baseUrl

  return async (query, signal, note) => {
    let waits = 0
    for (let tries = 1; ; ) {
      signal.throwIfAborted()
      const outcome = await attempt(query, signal, note)
      if ('page' in outcome) return outcome.page
      const { fault, after } = outcome
      if (after !== undefined) {
        if (after > LONGEST_WAIT || ++waits > WAITS) throw busy(host, after)
        await wait(after * 1000, signal)
      } else {
        if (tries++ >= TRIES) throw fault
        await wait(1000 * 2 ** (tries - 2), signal)
      }
    }
  }

  async function attempt(
    query: Record<string, string>,
    signal: AbortSignal,
    note: ((text: string) => void) | undefined,
  ): Promise<{ page: OaiPage } | Passing> {
    try {
      const response = await outside.fetch({
        url: addressOf(baseUrl, query),
        headers: { accept: 'text/xml, application/xml' },
        signal,
        deadline: DEADLINE,
        maxBytes: MAX_BYTES,
      })
      return pageOf(response, note)
    } catch (error) {
      if (passing.has(codeOf(error)) && !signal.aborted) return { fault: error as ShulianError }
      throw error
    }
  }

  function pageOf(response: OutsideResponse, note?: (text: string) => void): { page: OaiPage } | Passing {
    const { status } = response
    const after = status === 503 || status === 429 ? retryAfter(response, outside.now()) : undefined
    if (after !== undefined) return { fault: busy(host, after), after }
    if (status >= 500 || status === 429) return { fault: badStatus(host, status) }
    const { text, note: aboutText } = pageText(response.body)
    const isOai = /<(?:[\w.-]+:)?OAI-PMH[\s>]/.test(text.slice(0, 20_000))
    // Some providers give the errors of §3.6 an HTTP status of their own; what they say counts.
    if (status !== 200 && !(isOai && status >= 400)) throw badStatus(host, status)
    if (!isOai) throw notOaiPmh(host, 'there is no OAI-PMH element')
    if (!/<\/(?:[\w.-]+:)?OAI-PMH\s*>/.test(text.slice(-2_000))) return { fault: cutOff(host) }
    if (aboutText) note?.(aboutText)
    return { page: knownEnd(parsePage(text), text) }
  }

  /** A token that cannot be read leaves open whether the list goes on. */
  function knownEnd(page: OaiPage, text: string): OaiPage {
    if (page.isSalvaged && page.token === null && /<(?:[\w.-]+:)?resumptionToken/.test(text)) {
      throw notOaiPmh(host, 'its resumptionToken cannot be read')
    }
    return page
  }
}

interface Passing {
  fault: ShulianError
  /** Seconds that the server asks for. */
  after?: number
}

const passing: ReadonlySet<string> = new Set(['UPSTREAM_UNREACHABLE', 'UPSTREAM_DEADLINE'])

/** A base URL may have a query of its own (`?db=main`), though §3.1.1 does not foresee it. */
function addressOf(baseUrl: string, query: Record<string, string>): string {
  const url = new URL(baseUrl)
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value)
  return url.href
}

/** RFC 9110 §10.2.3: seconds or a date. */
function retryAfter({ headers }: OutsideResponse, now: Date): number | undefined {
  const text = headers['retry-after']?.trim() ?? ''
  if (/^\d{1,9}$/.test(text)) return Number(text)
  const date = Date.parse(text)
  return Number.isNaN(date) ? undefined : Math.max(0, Math.ceil((date - now.getTime()) / 1000))
}
