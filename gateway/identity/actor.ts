import { createHmac } from 'node:crypto'
import type { Actor } from '../contracts/plugin.js'
import { type Issuers, issuerOf } from './issuers.js'
import type { Keys } from './keys.js'
import { createOperatorCheck, operatorIssuer } from './operator-token.js'
import { rememberTokens } from './remembered-tokens.js'
import { asTokenInvalid, tokenInvalid } from './token-invalid.js'

const maxTokenLength = 8 * 1024

export interface Authenticator {
  /**
   * Who asks, from the value of the Authorization header; without one, anybody.
   * @throws ShulianError TOKEN_INVALID (401)
   */
  authenticate(authorization?: string): Promise<Actor>
}

export const createAuthenticator = (parts: {
  keys: Keys
  issuers: Issuers
  now?: () => Date
  /** The gateway's own name for a reader; default `readerPseudonym` with the data folder's secret. */
  readerPseudonym?: (issuer: string, subject: string) => string
}): Authenticator => {
  const { keys, issuers, now = () => new Date() } = parts
  const pseudonym = parts.readerPseudonym ?? readerPseudonym(keys.secret('reader'))
  const checkOperator = createOperatorCheck({ keys, now })

  const operator = async (token: string): Promise<Actor> => {
    await checkOperator(token).catch((cause) => {
      throw asTokenInvalid(cause)
    })
    return { kind: 'operator', subject: 'operator' }
  }
  const reader = async (token: string): Promise<Actor> => {
    const { issuer, subject, member } = await issuers.verify(token)
    return { kind: 'reader', subject: pseudonym(issuer, subject), member }
  }

  const verified = rememberTokens(
    (token) => (issuerOf(token) === operatorIssuer ? operator(token) : reader(token)),
    now,
  )

  return {
    authenticate: async (authorization) =>
      authorization === undefined ? { kind: 'anonymous' } : verified(bearerOf(authorization)),
  }
}

/** RFC 6750 §2.1; the scheme in any case (RFC 9110 §11.1). */
const bearerOf = (authorization: string): string => {
  if (authorization.length > maxTokenLength + 'Bearer '.length)
    throw tokenInvalid(`The token is longer than ${maxTokenLength} bytes.`)
  const [, token] = /^Bearer +([A-Za-z0-9._~+/=-]+)$/i.exec(authorization) ?? []
  if (token === undefined) throw tokenInvalid('The Authorization header is not of the form: Bearer TOKEN.')
  return token
}

/** Stable for a reader of an issuer; tells nothing of either to whoever lacks the secret. */
export const readerPseudonym =
  (secret: Uint8Array) =>
  (issuer: string, subject: string): string => {
    const digest = createHmac('sha256', secret)
      .update(JSON.stringify([issuer, subject]))
      .digest('hex')
    return `u_${digest.slice(0, 26)}`
  }
