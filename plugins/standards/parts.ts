import { ShulianError } from '../../gateway/contracts/index.js'

export const levels = ['L1', 'L2', 'L3'] as const
export type Level = (typeof levels)[number]
export const verdicts = ['conformant', 'not-conformant', 'incomplete', 'infrastructure'] as const
export type Verdict = (typeof verdicts)[number]

/** What this plugin reads of a conformance report; the whole of it is kept. */
export interface RecordedReport {
  standard: { id: string; version: string }
  suite: { id: string; version: string }
  target: { source?: string }
  verdict: Verdict
  level: { asked: Level; reached: Level | null }
  run: { id: string; start: string; end: string }
}

/** What this plugin reads of a certificate whose signature and times were checked. */
export interface VerifiedClaims {
  sub: string
  jti: string
  iat: number
  exp: number
  conformance: { level: Level; suite: { id: string }; run: { id: string } }
}

/** A suite that members can be tried with. */
export interface SuiteSummary {
  id: string
  version: string
  standard: { id: string; version: string; title: { en: string; zh: string }; url: string }
  requirements: { must: number; should: number; may: number }
}

/** What the plugin needs of conformance, handed to it: plugins import nothing of that folder. */
export interface StandardsParts {
  suites: readonly SuiteSummary[]
  /** @throws ShulianError CERTIFICATE_EXPIRED, CERTIFICATE_TAMPERED, CERTIFICATE_UNKNOWN_KEY, CERTIFICATE_INVALID */
  verify(certificate: string, options: { now: Date }): Promise<VerifiedClaims>
}

/** Without a verifier nothing is certified: what cannot be checked is not believed. */
export const withoutConformance: StandardsParts = {
  suites: [],
  verify: () =>
    Promise.reject(
      new ShulianError(
        'CERTIFICATE_UNVERIFIABLE',
        'This gateway was set up without the keys to check certificates.',
        {
          status: 503,
        },
      ),
    ),
}
