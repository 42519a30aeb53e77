import { OaiFault } from './arguments.js'
import type { After, Window } from './repository.js'

/** All that the next page depends on: no page is forgotten when the server is restarted. */
export interface Token {
  verb: string
  window: Window
  after: After
  /** Items on the pages before. */
  cursor: number
  /** Milliseconds since 1970. */
  expires: number
}

export const writeToken = ({
  verb,
  window: { prefix, set, from, until },
  after,
  cursor,
  expires,
}: Token): string =>
  Buffer.from(
    JSON.stringify([verb, prefix, set ?? null, from ?? null, until ?? null, ...after, cursor, expires]),
  ).toString('base64url')

/** @throws OaiFault badResumptionToken when it is none of ours, or too old */
export function readToken(text: string, verb: string, now: Date): Token {
  const values = parsed(text)
  if (!Array.isArray(values) || values.length !== 9 || values[0] !== verb) throw unknownToken()
  const [, prefix, set, from, until, stamp, identifier, cursor, expires] = values
  if (![prefix, stamp, identifier].every(isText) || ![set, from, until].every(isTextOrNull))
    throw unknownToken()
  if (!Number.isInteger(cursor) || !Number.isInteger(expires)) throw unknownToken()
  if (expires < now.getTime()) throw new OaiFault('badResumptionToken', 'The resumption token has expired.')
  const window: Window = { prefix }
  for (const [name, value] of Object.entries({ set, from, until }))
    if (value !== null) window[name as 'set' | 'from' | 'until'] = value
  return { verb, window, after: [stamp, identifier], cursor, expires }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(Buffer.from(text, 'base64url').toString('utf8'))
  } catch {
    return null
  }
}

const isText = (value: unknown): value is string => typeof value === 'string'
const isTextOrNull = (value: unknown): boolean => value === null || isText(value)

const unknownToken = (): OaiFault =>
  new OaiFault('badResumptionToken', 'The resumption token is not one of this repository.')
