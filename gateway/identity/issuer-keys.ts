import { createLocalJWKSet, errors, type JSONWebKeySet, type JWTVerifyGetKey } from 'jose'
import { codeOf } from '../contracts/errors.js'
import type { Log } from '../contracts/log.js'
import type { Outside } from '../contracts/outside.js'
import { tokenInvalid } from './token-invalid.js'

const maxBytes = 64 * 1024
const deadline = 5_000
/** Between two fetches, whatever asks for them: a flood of unknown kids costs the issuer one call. */
const coolDown = 30_000
const freshFor = 10 * 60_000
/** How long keys serve while their issuer is away. */
const staleFor = 24 * 3_600_000

interface Parts {
  issuer: string
  url: string
  outside: Outside
  now(): Date
  log: Log
}

/**
 * The keys of one issuer, fetched from its address through the guarded way out and cached. An unknown kid asks
 * again, at most once in 30 s; keys of an issuer that does not answer serve for another 24 hours.
 */
export const createKeySource = (parts: Parts): JWTVerifyGetKey => {
  const clock = () => parts.now().getTime()
  let held: { find: JWTVerifyGetKey; at: number } | null = null
  let asked = Number.NEGATIVE_INFINITY
  let asking: Promise<void> | null = null

  const ask = async (): Promise<void> => {
    asked = clock()
    try {
      held = { find: createLocalJWKSet(await fetchKeySet(parts)), at: clock() }
    } catch (error) {
      parts.log.warn({ issuer: parts.issuer, code: codeOf(error) }, 'issuer keys not fetched')
    }
  }
  const askOnce = async (): Promise<void> => {
    if (!asking && clock() - asked < coolDown) return
    asking ??= ask().finally(() => {
      asking = null
    })
    await asking
  }
  const current = (): JWTVerifyGetKey => {
    if (held && clock() - held.at < staleFor) return held.find
    throw tokenInvalid('The keys of the token’s issuer cannot be had now. Try again later.')
  }

  return async (header, token) => {
    if (!held || clock() - held.at >= freshFor) await askOnce()
    const find = current()
    try {
      return await find(header, token)
    } catch (error) {
      if (!(error instanceof errors.JWKSNoMatchingKey)) throw error
      await askOnce()
      return current()(header, token)
    }
  }
}

const fetchKeySet = async ({ url, outside }: Parts): Promise<JSONWebKeySet> => {
  const signal = AbortSignal.timeout(deadline)
  const response = await outside.fetch({
    url,
    signal,
    deadline,
    maxBytes,
    headers: { accept: 'application/json' },
  })
  if (response.status !== 200) throw new Error(`status ${response.status}`)
  return JSON.parse(new TextDecoder().decode(response.body)) as JSONWebKeySet
}
