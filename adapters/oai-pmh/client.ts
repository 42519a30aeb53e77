import { setTimeout as sleep } from 'node:timers/promises'
import type { Waiting } from '../../gateway/contracts/adapter.js'
import { codeOf, type ShulianError } from '../../gateway/contracts/errors.js'
import type { Outside, OutsideResponse } from '../../gateway/contracts/outside.js'
import { badStatus, busy, cutOff, notOaiPmh } from './faults.js'
import type { OaiPage } from './page.js'
import { pageText } from './page-text.js'
import { parsePage } from './parse.js'
import { requestFor } from './request.js'
import { createStints, unhurried } from './stints.js'

/** Waits; rejects with the signal's reason when it is cut short. */
export type Pause = (milliseconds: number, signal: AbortSignal) => Promise<void>

export const pause: Pause = async (milliseconds, signal) => {
  await sleep(milliseconds, undefined, { signal }).catch(() => signal.throwIfAborted())
}

/** What accompanies a question. */
export interface Asking {
  signal: AbortSignal
  /** Hands on what a person should know. */
  note?(text: string): void
  onWait?(waiting: Waiting | null): void
  /** Of what looks like a passing fault. Default 3. */
  tries?: number
}

/** Asks for one page, patiently. */
export type Ask = (query: Record<string, string>, asking: Asking) => Promise<OaiPage>

export interface ClientOptions {
  url: string
  /** Seconds for one answer, from the first octet sent to the last received. */
  answerSeconds: number
}

const TRIES = 3
/** Retry-After beyond this ends the run: it goes on at the same page when it is started again. */
const LONGEST_WAIT = 600
const WAITS = 10
const MAX_BYTES = 64 * 1024 ** 2

/**
 * Requests to one provider, one at a time. Patience that a server asks for with a time is given (§3.1.2.2, RFC 9110
 * §10.2.3); what looks like a passing fault is tried three times.
 * @throws ShulianError UPSTREAM_STATUS, UPSTREAM_BUSY, UPSTREAM_INVALID, and those of `outside.fetch`
 */
export function createClient({ url, answerSeconds }: ClientOptions, outside: Outside, wait: Pause): Ask {
  const host = URL.canParse(url) ? new URL(url).host : url

  return async (query, asking) => {
    const { signal, tries = TRIES } = asking
    let waits = 0
    for (let tried = 1; ; ) {
      signal.throwIfAborted()
      const outcome = await attempt(query, asking)
      if ('page' in outcome) return outcome.page
      const { fault, after } = outcome
      if (after !== undefined) {
        if (after > LONGEST_WAIT || ++waits > WAITS) throw busy(host, after)
        await rest(Math.max(1, after), 'as the server asked (Retry-After)', asking)
      } else {
        if (tried++ >= tries) throw fault
        await rest(2 ** (tried - 2), `before asking again (${fault.code})`, asking)
      }
    }
  }

  async function rest(seconds: number, why: string, { signal, onWait }: Asking): Promise<void> {
    onWait?.({ until: new Date(outside.now().getTime() + seconds * 1000).toISOString(), seconds, why })
    await wait(seconds * 1000, signal)
    onWait?.(null)
  }

  async function attempt(query: Record<string, string>, { signal, note }: Asking): Promise<Outcome> {
    const began = performance.now()
    try {
      const limits = { signal, deadline: answerSeconds * 1000, maxBytes: MAX_BYTES }
      const { request, other } = requestFor(url, query)
      const response = await outside.fetch({ ...request, ...limits })
      const isRefused = response.status === 405 || response.status === 414
      const answer = isRefused ? await outside.fetch({ ...other, ...limits }) : response
      const outcome = await pageOf(answer, note)
      await unhurried(answer.body.length, performance.now() - began, signal)
      return outcome
    } catch (error) {
      if (passing.has(codeOf(error)) && !signal.aborted) return { fault: error as ShulianError }
      throw error
    }
  }

  async function pageOf(response: OutsideResponse, note?: (text: string) => void): Promise<Outcome> {
    const { status } = response
    const isTrouble = status >= 500 || status === 429 || status === 408
    const after = isTrouble ? retryAfter(response, outside.now()) : undefined
    if (after !== undefined) return { fault: busy(host, after), after }
    if (isTrouble) return { fault: badStatus(host, status) }
    const pause = createStints()
    const { text, note: aboutText } = pageText(response.body)
    await pause()
    const isOai = /<(?:[\w.-]+:)?OAI-PMH[\s>]/.test(text.slice(0, 20_000))
    // Some providers give the errors of §3.6 an HTTP status of their own; what they say counts.
    if (status !== 200 && !(isOai && status >= 400)) throw badStatus(host, status)
    if (!isOai) throw notOaiPmh(host, 'there is no OAI-PMH element')
    if (!/<\/(?:[\w.-]+:)?OAI-PMH\s*>/.test(text.slice(-2_000))) return { fault: cutOff(host) }
    if (aboutText) note?.(aboutText)
    return { page: knownWhole(await parsePage(text, pause), text) }
  }

  /** A token that cannot be read leaves open whether the list goes on, and a page of which nothing can be read what it held. */
  function knownWhole(page: OaiPage, text: string): OaiPage {
    if (!page.isSalvaged) return page
    if (page.token === null && /<(?:[\w.-]+:)?resumptionToken/.test(text))
      throw notOaiPmh(host, 'its resumptionToken cannot be read')
    if (page.records.length + page.errors.length === 0) throw notOaiPmh(host, 'nothing of it can be read')
    return page
  }
}

type Outcome = { page: OaiPage } | Passing

interface Passing {
  fault: ShulianError
  /** Seconds that the server asks for. */
  after?: number
}

const passing: ReadonlySet<string> = new Set(['UPSTREAM_UNREACHABLE', 'UPSTREAM_DEADLINE'])

/** RFC 9110 §10.2.3: seconds or a date. */
function retryAfter({ headers }: OutsideResponse, now: Date): number | undefined {
  const text = headers['retry-after']?.trim() ?? ''
  if (/^\d{1,9}$/.test(text)) return Number(text)
  const date = Date.parse(text)
  return Number.isNaN(date) ? undefined : Math.max(0, Math.ceil((date - now.getTime()) / 1000))
}
