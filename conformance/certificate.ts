import { compactVerify, createLocalJWKSet, errors, type JSONWebKeySet, type JWSHeaderParameters } from 'jose'
import { Compile } from 'typebox/compile'
import { ShulianError } from '../gateway/contracts/index.js'
import { CertificateClaims } from './certificate-claims.js'
import { digestOf } from './jcs.js'
import type { ConformanceReport } from './report.js'

/** OpenID Federation 1.0 §7: a trust mark says what it is, so that no other token can stand in for it. */
export const CERTIFICATE_TYPE = 'trust-mark+jwt'
const ALGORITHMS = ['ES256']
const MAX_DAYS = 365
const DAY_SECONDS = 86_400

/** Signs in the standards body's name; `alg` and `kid` of the header are the signer's own. */
export interface Signer {
  alg: 'ES256'
  kid: string
  sign(payload: object, header?: { typ?: string; [name: string]: unknown }): Promise<string>
}

export interface MintOptions {
  signer: Signer
  now: Date
  /** Who issues: an https address, or a URN where there is none. */
  issuer: string
  /** Whom it is for. Default: the source of the report, else its location. */
  subject?: string
  /** Of what was asked itself; what was replayed is A1, whoever replays it. */
  assurance: 'A0' | 'A2'
  runner: { name: string; version: string }
  adapter: { name: string; version: string }
  /** Default 365, which is also the most. */
  days?: number
  waivers?: CertificateClaims['conformance']['waivers']
}

export interface Certificate {
  jws: string
  claims: CertificateClaims
}

/**
 * A signed statement of what a run proved, as compact JWS.
 * @throws ShulianError CERTIFICATE_WITHOUT_COVERAGE, CERTIFICATE_NOT_EARNED (409), CERTIFICATE_INVALID
 */
export const mintCertificate = async (
  report: ConformanceReport,
  options: MintOptions,
): Promise<Certificate> => {
  assertCoverage(report.coverage)
  const level = earnedLevel(report)
  const claims = claimsOf(report, level, options)
  assertClaims(claims)
  const jws = await options.signer.sign(claims, { typ: CERTIFICATE_TYPE })
  return { jws, claims }
}

/**
 * Checks a certificate against public keys, without a network: signature, kind of token, algorithm, times, and that
 * it says what was covered. That it was not suspended since is for the status address to tell.
 * @throws ShulianError CERTIFICATE_EXPIRED, CERTIFICATE_TAMPERED, CERTIFICATE_UNKNOWN_KEY, CERTIFICATE_INVALID
 */
export const verifyCertificate = async (
  jws: string,
  jwks: JSONWebKeySet,
  { now }: { now: Date },
): Promise<CertificateClaims> => {
  const { payload, protectedHeader } = await compactVerify(jws.trim(), keyFrom(jwks), {
    algorithms: ALGORITHMS,
  }).catch((error: unknown) => {
    throw refusalOf(error)
  })
  if (protectedHeader.typ !== CERTIFICATE_TYPE)
    throw invalid(`typ: expected ${CERTIFICATE_TYPE}, got ${String(protectedHeader.typ)}`)
  const claims = parse(payload)
  assertClaims(claims)
  assertTimes(claims, Math.floor(now.getTime() / 1000))
  assertCoverage(claims.conformance.coverage)
  return claims
}

/** A key is asked for by its id: without one any key of the set would do, the retired too. */
const keyFrom = (jwks: JSONWebKeySet) => {
  const find = createLocalJWKSet(jwks)
  return (header: JWSHeaderParameters) => {
    if (!header.kid) throw invalid('its header names no key (kid)')
    return find(header)
  }
}

const assertCoverage = ({ must }: ConformanceReport['coverage']): void => {
  if (must.total > 0 && must.passed > 0) return
  throw new ShulianError(
    'CERTIFICATE_WITHOUT_COVERAGE',
    'A certificate says what was proved; nothing was. Run the suite on a target with records first.',
    { status: 409 },
  )
}

const earnedLevel = ({ verdict, level }: ConformanceReport) => {
  if (verdict === 'conformant' && level.reached !== null) return level.reached
  throw new ShulianError(
    'CERTIFICATE_NOT_EARNED',
    `The verdict is '${verdict}'. A certificate needs 'conformant' at the level asked (${level.asked}): mend what the report names, and run again.`,
    { status: 409 },
  )
}

const claimsOf = (
  report: ConformanceReport,
  level: NonNullable<ConformanceReport['level']['reached']>,
  { signer, now, issuer, subject, assurance, runner, adapter, days = MAX_DAYS, waivers = [] }: MintOptions,
): CertificateClaims => {
  const { standard, suite, target, coverage, sample, run, recording } = report
  const iat = Math.floor(now.getTime() / 1000)
  const base = issuer.replace(/\/+$/, '')
  const sub = subject ?? target.source ?? target.location
  const jti = digestOf([run.id, sub, iat, signer.kid]).slice('sha256:'.length, 'sha256:'.length + 32)
  return {
    iss: base,
    sub,
    trust_mark_type: `${base}/conformance/${suite.id}/${level}`,
    iat,
    nbf: iat,
    exp: iat + Math.floor(Math.min(days, MAX_DAYS) * DAY_SECONDS),
    jti,
    ref: `${base}/v1/conformance/runs/${run.id}`,
    status: { uri: `${base}/v1/conformance/certificates?jti=${jti}` },
    conformance: {
      level,
      assurance: recording === undefined ? assurance : 'A1',
      standard,
      suite,
      runner,
      adapter: { ...adapter, endpoint: target.location, capabilities: digestOf({ lacks: target.lacks }) },
      coverage,
      waivers,
      sample,
      run,
      report: { sha256: digestOf(report) },
      ...(recording === undefined ? {} : { recording: { sha256: recording } }),
    },
  }
}

const check = Compile(CertificateClaims)

function assertClaims(claims: unknown): asserts claims is CertificateClaims {
  if (check.Check(claims)) return
  const [first] = check.Errors(claims)
  throw invalid(`${first?.instancePath || 'the claims'}: ${first?.message ?? 'not as they should be'}`)
}

const assertTimes = ({ iat, nbf, exp }: CertificateClaims, now: number): void => {
  if (exp - iat > MAX_DAYS * DAY_SECONDS) throw invalid(`it is valid for more than ${MAX_DAYS} days`)
  if (now < nbf) throw invalid(`it is valid only from ${dateOf(nbf)}`)
  if (now < exp) return
  throw new ShulianError(
    'CERTIFICATE_EXPIRED',
    `The certificate expired on ${dateOf(exp)}. Run the suite again for a new one.`,
    { status: 409 },
  )
}

const dateOf = (seconds: number): string => {
  const date = new Date(seconds * 1000)
  return Number.isNaN(date.getTime()) ? String(seconds) : date.toISOString()
}

const parse = (payload: Uint8Array): unknown => {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(payload))
  } catch (cause) {
    throw invalid('its claims are not JSON', cause)
  }
}

const refusalOf = (cause: unknown): ShulianError => {
  if (cause instanceof ShulianError) return cause
  if (cause instanceof errors.JWSSignatureVerificationFailed) {
    return new ShulianError(
      'CERTIFICATE_TAMPERED',
      'The signature does not fit: the certificate was changed after it was issued. Ask its holder for the original.',
      { status: 422, cause },
    )
  }
  if (cause instanceof errors.JWKSNoMatchingKey) {
    return new ShulianError(
      'CERTIFICATE_UNKNOWN_KEY',
      'The certificate is signed with a key that is not among those given. Use the key set of its issuer (iss).',
      { status: 422, cause },
    )
  }
  return invalid(cause instanceof Error ? cause.message : 'it cannot be read', cause)
}

const invalid = (why: string, cause?: unknown): ShulianError =>
  new ShulianError('CERTIFICATE_INVALID', `This is no certificate of conformance: ${why}.`, {
    status: 422,
    cause,
  })
