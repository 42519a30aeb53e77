import { type Static, Type } from 'typebox'
import { Tally } from './report.js'
import { Level } from './requirements/requirement.js'

const closed = { additionalProperties: false } as const
const Digest = Type.String({ pattern: '^sha256:[0-9a-f]{64}$' })
const Text = Type.String({ minLength: 1 })
const Seconds = Type.Integer({ minimum: 0, description: 'Since 1970 (RFC 7519 NumericDate)' })
/** A gateway that knows no public address of its own issues as a URN. */
const Uri = Type.String({ pattern: '^(https?://|urn:)' })

const Waiver = Type.Object(
  { requirement: Text, reason: Text, until: Type.String({ format: 'date' }), by: Text },
  closed,
)

/** What was proved, how, and by whom: enough to repeat the run. */
export const ConformanceClaim = Type.Object(
  {
    level: Level,
    assurance: Type.Enum(['A0', 'A1', 'A2'], {
      description:
        'A0 run by the member itself, A1 replayed from recorded traffic, A2 run by the standards body',
    }),
    standard: Type.Object({ id: Text, version: Text, registry: Digest }, closed),
    suite: Type.Object({ id: Text, version: Text, digest: Digest }, closed),
    runner: Type.Object({ name: Text, version: Text }, closed),
    adapter: Type.Object({ name: Text, version: Text, endpoint: Text, capabilities: Digest }, closed),
    coverage: Type.Object({ must: Tally, should: Tally, may: Tally }, closed),
    waivers: Type.Array(Waiver),
    sample: Type.Object(
      { records: Type.Integer({ minimum: 0 }), seed: Type.Integer({ minimum: 0 }) },
      closed,
    ),
    run: Type.Object({ id: Text, start: Text, end: Text }, closed),
    report: Type.Object({ sha256: Digest }, closed),
    recording: Type.Optional(Type.Object({ sha256: Digest }, closed)),
  },
  closed,
)

/** Claims of a trust mark (OpenID Federation 1.0 §7) with the run that earned it. */
export const CertificateClaims = Type.Object(
  {
    iss: Text,
    sub: Text,
    trust_mark_type: Uri,
    iat: Seconds,
    nbf: Seconds,
    exp: Seconds,
    jti: Text,
    ref: Uri,
    status: Type.Object({ uri: Uri }, closed),
    conformance: ConformanceClaim,
  },
  { ...closed, title: 'Certificate of conformance, version 1 (draft)' },
)
export type CertificateClaims = Static<typeof CertificateClaims>
