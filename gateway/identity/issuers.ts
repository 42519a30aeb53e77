import { decodeJwt, type JWTPayload, jwtVerify } from 'jose'
import type { Log } from '../contracts/log.js'
import type { Outside } from '../contracts/outside.js'
import { createKeySource } from './issuer-keys.js'
import { asTokenInvalid, tokenInvalid } from './token-invalid.js'

/** Who may vouch for readers. */
export interface IssuerSettings {
  /** Compared with `iss`, exactly. */
  issuer: string
  jwksUri: string
  audience: string
  name?: string
  nameZh?: string
  /** Page that sends a reader back with a token. */
  signIn?: string
  /** Signature algorithms (RFC 7518, RFC 8037); asymmetric ones only. Default ES256, RS256, PS256, EdDSA. */
  algorithms?: string[]
}

export interface VerifiedReader {
  issuer: string
  subject: string
  /** Claim `member`: the member of the consortium that the reader belongs to, when the issuer says so. */
  member: string | null
}

export interface Issuers {
  /** @throws ShulianError TOKEN_INVALID (401), whatever is wrong */
  verify(token: string): Promise<VerifiedReader>
}

const defaultAlgorithms = ['ES256', 'RS256', 'PS256', 'EdDSA']
const acceptedTypes = ['at+jwt', 'application/at+jwt', 'jwt']

/**
 * Readers' tokens (RFC 7519, RFC 8725): the issuer is one of the list, its keys come from the address in the
 * settings and never from the token, and every claim that limits the token must be there.
 */
export const createIssuers = (parts: {
  issuers: readonly IssuerSettings[]
  outside: Outside
  now(): Date
  log: Log
}): Issuers => {
  const { outside, now, log } = parts
  const known = new Map(
    parts.issuers.map((settings) => [
      settings.issuer,
      {
        settings,
        keys: createKeySource({ issuer: settings.issuer, url: settings.jwksUri, outside, now, log }),
      },
    ]),
  )

  const verified = async (token: string): Promise<VerifiedReader> => {
    const issuer = known.get(issuerOf(token) ?? '')
    if (!issuer) throw tokenInvalid('The token comes from an issuer that this gateway does not know.')
    const { settings, keys } = issuer
    const { payload, protectedHeader } = await jwtVerify(token, keys, {
      algorithms: settings.algorithms ?? defaultAlgorithms,
      issuer: settings.issuer,
      audience: settings.audience,
      requiredClaims: ['exp', 'iat', 'sub'],
      clockTolerance: 30,
      currentDate: now(),
    })
    if (!acceptedTypes.includes(protectedHeader.typ?.toLowerCase() ?? ''))
      throw tokenInvalid('The token is of another type than at+jwt or JWT.')
    return { issuer: settings.issuer, subject: subjectOf(payload), member: memberOf(payload) }
  }

  return {
    verify: (token) =>
      verified(token).catch((cause) => {
        throw asTokenInvalid(cause)
      }),
  }
}

/** What the token says of itself, before any proof: it only chooses whose keys are tried. */
export const issuerOf = (token: string): string | undefined => {
  try {
    const { iss } = decodeJwt(token)
    return typeof iss === 'string' ? iss : undefined
  } catch {
    return undefined
  }
}

/** RFC 7519 §4.1.2 leaves the length open; OpenID Connect Core §2 has 255, and nothing longer is an identifier. */
const subjectOf = ({ sub }: JWTPayload): string => {
  if (typeof sub !== 'string' || sub === '' || sub.length > 255)
    throw tokenInvalid('The token names nobody: its claim sub is empty or too long.')
  return sub
}

const memberOf = ({ member }: JWTPayload): string | null => {
  if (member === undefined || member === null) return null
  if (typeof member !== 'string' || !/^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/.test(member))
    throw tokenInvalid('The claim member of the token is not a member’s id.')
  return member
}
