import { type Static, Type } from 'typebox'
import { memberStages } from '../../gateway/contracts/index.js'
import { levels, verdicts } from './parts.js'

export const closed = { additionalProperties: false } as const
const Time = Type.String({ format: 'date-time', description: 'ISO 8601, UTC' })
const Level = Type.Enum([...levels], { description: 'L1 structure, L2 behaviour, L3 interoperable' })
const Verdict = Type.Enum([...verdicts])
const MemberId = Type.String({ minLength: 1, maxLength: 63 })
const Words = Type.Object({ en: Type.String(), zh: Type.String() }, closed)
const Cursor = Type.Optional(Type.String({ description: 'Gives the next page; absent on the last' }))

const page = {
  limit: Type.Integer({ minimum: 0, maximum: 100, default: 20 }),
  cursor: Type.Optional(Type.String({ maxLength: 300, description: 'As the page before gave it' })),
}

export const PageQuery = Type.Object(page, closed)
export type PageQuery = Static<typeof PageQuery>

const filters = { member: Type.Optional(MemberId), suite: Type.Optional(Type.String({ maxLength: 63 })) }
export const RunsQuery = Type.Object({ ...page, ...filters }, closed)
export type RunsQuery = Static<typeof RunsQuery>
export const CertificatesQuery = Type.Object(
  {
    ...page,
    ...filters,
    jti: Type.Optional(Type.String({ maxLength: 64, description: 'One certificate, by its id' })),
  },
  closed,
)
export type CertificatesQuery = Static<typeof CertificatesQuery>

export const RunView = Type.Object(
  {
    id: Type.String(),
    member: Type.Union([Type.String(), Type.Null()]),
    source: Type.Union([Type.String(), Type.Null()]),
    suite: Type.String(),
    suiteVersion: Type.String(),
    verdict: Verdict,
    level: Type.Union([Level, Type.Null()]),
    startedAt: Time,
    finishedAt: Time,
  },
  closed,
)
export type RunView = Static<typeof RunView>
export const RunsAnswer = Type.Object({ runs: Type.Array(RunView), cursor: Cursor }, closed)
export const RunAnswer = Type.Object(
  { run: RunView, report: Type.Unknown({ description: 'The whole conformance report' }) },
  closed,
)
export const RunId = Type.Object({ id: Type.String({ maxLength: 64 }) }, closed)

export const standings = ['valid', 'expired', 'suspended', 'invalid'] as const
export const CertificateView = Type.Object(
  {
    id: Type.String({ description: 'Its jti' }),
    member: Type.String(),
    source: Type.String(),
    suite: Type.String(),
    level: Level,
    run: Type.String(),
    issuedAt: Time,
    expiresAt: Time,
    standing: Type.Enum([...standings], {
      description:
        'Checked now. suspended: no conformant run for 120 days; invalid: its signature does not hold',
    }),
    certificate: Type.String({ description: 'Compact JWS, typ trust-mark+jwt' }),
  },
  closed,
)
export type CertificateView = Static<typeof CertificateView>
export const CertificatesAnswer = Type.Object(
  { certificates: Type.Array(CertificateView), cursor: Cursor },
  closed,
)

const Cell = Type.Object(
  {
    suite: Type.String(),
    level: Type.Union([Level, Type.Null()], { description: 'Highest level with a valid certificate' }),
    expiresAt: Type.Union([Time, Type.Null()]),
    lastRun: Type.Union([
      Type.Object({ id: Type.String(), verdict: Verdict, finishedAt: Time }, closed),
      Type.Null(),
    ]),
  },
  closed,
)
export type Cell = Static<typeof Cell>
export const MatrixAnswer = Type.Object(
  {
    suites: Type.Array(Type.String()),
    members: Type.Array(
      Type.Object(
        {
          member: Type.String(),
          name: Type.String(),
          stage: Type.Enum([...memberStages]),
          suites: Type.Array(Cell),
        },
        closed,
      ),
    ),
    cursor: Cursor,
  },
  closed,
)
export type MatrixAnswer = Static<typeof MatrixAnswer>

const Schema = Type.Object(
  {
    name: Type.String(),
    id: Type.String(),
    title: Type.String(),
    version: Type.String(),
    status: Type.Enum(['draft', 'frozen']),
    href: Type.String({ description: 'The JSON Schema itself' }),
  },
  closed,
)
export const StandardsAnswer = Type.Object(
  {
    schemas: Type.Array(Schema),
    suites: Type.Array(
      Type.Object(
        {
          id: Type.String(),
          version: Type.String(),
          title: Words,
          standard: Type.Object({ id: Type.String(), version: Type.String(), url: Type.String() }, closed),
          requirements: Type.Object(
            { must: Type.Integer(), should: Type.Integer(), may: Type.Integer() },
            closed,
          ),
        },
        closed,
      ),
    ),
  },
  closed,
)
export const SchemaName = Type.Object({ name: Type.String({ maxLength: 100 }) }, closed)

export const MemberParams = Type.Object({ id: MemberId }, closed)
export const StageBody = Type.Object({ stage: Type.Enum([...memberStages]) }, closed)
export const StageAnswer = Type.Object({ id: Type.String(), stage: Type.Enum([...memberStages]) }, closed)
