import { setTimeout as sleep } from 'node:timers/promises'
import { type Agent, request } from 'undici'
import { messageOf, ShulianError } from '../../contracts/errors.js'
import { createRetryBudget } from './retry-budget.js'

/** What one exchange with the engine may cost. */
export interface Bounds {
  /** Milliseconds for one try, answer included. */
  deadline: number
  maxBytes: number
  /** Tries in all, of what may succeed when it is asked again: 429, 5xx, a cut connection. Every call of ours is idempotent. */
  tries: number
  /** Of all requests this part may be asked again, and a few more. */
  again: number
  /** Milliseconds between two tries, at most: also where the engine would have it wait longer. */
  longestPause: number
}

/** Somebody waits: an engine that has too much to do says ten seconds, whatever it has to do. */
export const reading: Bounds = {
  deadline: 10_000,
  maxBytes: 64 * 1024 ** 2,
  tries: 3,
  again: 0.05,
  longestPause: 500,
}
/** One after the other, and each must be done. */
export const writing: Bounds = {
  deadline: 90_000,
  maxBytes: 1024 ** 2,
  tries: 5,
  again: 5,
  longestPause: 5_000,
}

const firstPause = 100

/** The engine said no, with its own code: a mistake of ours, a limit, a key that is not valid. */
export class EngineRefused extends ShulianError {
  constructor(
    readonly statusCode: number,
    readonly engineCode: string,
    message: string,
  ) {
    super(
      'SEARCH_ENGINE_REFUSED',
      `The search engine refused a request with ${statusCode} ${engineCode}: ${message.slice(0, 500)}`,
      { status: 503 },
    )
  }
}

/** It does not answer, or not in time. */
export const engineAway = (host: string, cause: unknown) =>
  new ShulianError(
    'SEARCH_ENGINE_AWAY',
    `The search engine at ${host} does not answer (${messageOf(cause)}). Start it, or correct SHULIAN_MEILI_URL; what was not indexed meanwhile follows by itself.`,
    { status: 503, retryAfter: 5, cause },
  )

export type Exchange = (url: URL, init: RequestInit) => Promise<unknown>

/** One HTTP exchange with the engine, bounded in time and size, tried again where that makes sense. */
export const createExchange = (agent: Agent, bounds: Bounds, closing: AbortSignal): Exchange => {
  const budget = createRetryBudget(bounds.again)
  return async (url, init) => {
    budget.earn()
    for (let number = 1; ; number++) {
      const answer = await once(agent, bounds, closing, url, init)
      if ('value' in answer) return answer.value
      if (closing.aborted || number >= bounds.tries || !answer.again || !budget.spend()) throw answer.error
      await sleep(Math.min(bounds.longestPause, answer.after ?? firstPause * 4 ** (number - 1)), undefined, {
        signal: closing,
      })
    }
  }
}

type Answer = { value: unknown } | { error: unknown; again: boolean; after?: number }

const once = async (
  agent: Agent,
  { deadline, maxBytes }: Bounds,
  closing: AbortSignal,
  url: URL,
  init: RequestInit,
): Promise<Answer> => {
  try {
    const { statusCode, headers, body } = await request(url, {
      dispatcher: agent,
      method: (init.method ?? 'GET') as 'GET',
      headers: Object.fromEntries(new Headers(init.headers)),
      body: typeof init.body === 'string' ? init.body : null,
      signal: AbortSignal.any([closing, AbortSignal.timeout(deadline)]),
    })
    const value = parsed(await textOf(body, maxBytes))
    if (statusCode < 300) return { value }
    const { code = 'unknown', message = 'no reason given' } = (value ?? {}) as {
      code?: string
      message?: string
    }
    const after = Number(headers['retry-after'])
    return {
      error:
        statusCode >= 500
          ? engineAway(url.host, new Error(`${statusCode} ${code}`))
          : new EngineRefused(statusCode, code, message),
      again: statusCode === 429 || statusCode >= 500,
      ...(after > 0 && { after: after * 1_000 }),
    }
  } catch (cause) {
    return {
      error: cause instanceof ShulianError ? cause : engineAway(url.host, cause),
      again: !(cause instanceof ShulianError),
    }
  }
}

const textOf = async (body: AsyncIterable<Uint8Array>, maxBytes: number): Promise<string> => {
  const parts: Uint8Array[] = []
  let size = 0
  for await (const part of body) {
    size += part.length
    if (size > maxBytes)
      throw new ShulianError(
        'SEARCH_ENGINE_REFUSED',
        `The search engine answered with more than ${maxBytes} bytes.`,
        { status: 503 },
      )
    parts.push(part)
  }
  return Buffer.concat(parts).toString()
}

const parsed = (text: string): unknown => {
  if (text === '') return undefined
  try {
    return JSON.parse(text) as unknown
  } catch {
    return { code: 'not_json', message: text.slice(0, 200) }
  }
}
