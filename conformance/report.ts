import { basename } from 'node:path'
import { type Static, Type } from 'typebox'
import { Keyword, Level, Words } from './requirements/requirement.js'
import { outcomes, parties } from './suite.js'

const closed = { additionalProperties: false } as const
const Digest = Type.String({ pattern: '^sha256:[0-9a-f]{64}$' })
const Count = Type.Integer({ minimum: 0 })

export const verdicts = ['conformant', 'not-conformant', 'incomplete', 'infrastructure'] as const
export type Verdict = (typeof verdicts)[number]

/** `total` is the sum of the others: what was not tried is counted, never left out. */
export const Tally = Type.Object(
  {
    total: Count,
    passed: Count,
    inapplicable: Count,
    attested: Count,
    failed: Count,
    cantTell: Count,
    untested: Count,
    untestable: Type.Integer({
      minimum: 0,
      description: 'No test from outside can exist; the registry says why',
    }),
  },
  closed,
)
export type Tally = Static<typeof Tally>

const Message = Type.Object(
  {
    expected: Type.String(),
    came: Type.String(),
    mend: Type.String(),
  },
  closed,
)

export const Result = Type.Object(
  {
    requirement: Type.String(),
    keyword: Keyword,
    level: Level,
    title: Words,
    outcome: Type.Enum([...outcomes]),
    severity: Type.Optional(
      Type.Enum(['failed', 'warning', 'note'], {
        description: 'Of an outcome `failed`: MUST failed, SHOULD warning, MAY note',
      }),
    ),
    party: Type.Optional(Type.Enum([...parties], { description: 'Who is at fault, unless it passed' })),
    testability: Type.Enum(['auto', 'attested', 'untestable']),
    messages: Type.Object({ en: Message, zh: Message }, closed),
    request: Type.Optional(
      Type.String({ description: 'Smallest request, or place in the file, that shows it' }),
    ),
  },
  closed,
)
export type Result = Static<typeof Result>

/** A report is public: it tells no folders of ours, and no credentials. */
export const ShownTarget = Type.Object(
  {
    kind: Type.Enum(['file', 'url', 'source']),
    location: Type.String({ description: 'An address, or the name of a file without its folder' }),
    more: Type.Optional(Type.Array(Type.String(), { description: 'Names of further files of the source' })),
    source: Type.Optional(Type.String({ description: 'member/name' })),
    profile: Type.Optional(Type.Enum(['marc21', 'cnmarc'])),
    lacks: Type.Array(Type.String(), { description: 'Capabilities the adapter declares not to have' }),
  },
  closed,
)
export type ShownTarget = Static<typeof ShownTarget>

export const publicLocation = (location: string): string => {
  if (!/^https?:/i.test(location) || !URL.canParse(location)) return basename(location)
  const url = new URL(location)
  return `${url.origin}${url.pathname}`
}

/** Each by a name of its own: of two files that are called the same in different folders the second is numbered. */
export const publicLocations = (locations: readonly string[]): string[] => {
  const times = new Map<string, number>()
  return locations.map((location) => {
    const name = publicLocation(location)
    const time = (times.get(name) ?? 0) + 1
    times.set(name, time)
    return time === 1 ? name : `${name} (${time})`
  })
}

/** What a run found. Its JSON is canonical: every other output is made from it. */
export const ConformanceReport = Type.Object(
  {
    standard: Type.Object({ id: Type.String(), version: Type.String(), registry: Digest }, closed),
    suite: Type.Object({ id: Type.String(), version: Type.String(), digest: Digest }, closed),
    target: ShownTarget,
    recording: Type.Optional(
      Type.String({
        pattern: '^sha256:[0-9a-f]{64}$',
        description: 'Of the recording that was judged, when the target itself was not asked',
      }),
    ),
    results: Type.Array(Result),
    coverage: Type.Object({ must: Tally, should: Tally, may: Tally }, closed),
    verdict: Type.Enum([...verdicts]),
    level: Type.Object(
      {
        asked: Level,
        reached: Type.Union([Level, Type.Null()]),
      },
      closed,
    ),
    sample: Type.Object({ records: Count, seed: Count }, closed),
    run: Type.Object(
      {
        id: Type.String({ pattern: '^c_[0-9a-f]{20}$' }),
        start: Type.String({ format: 'date-time' }),
        end: Type.String({ format: 'date-time' }),
      },
      closed,
    ),
  },
  {
    ...closed,
    $id: 'https://shulian.example/standards/conformance/report-v1-draft',
    title: 'Conformance report, version 1 (draft)',
  },
)
export type ConformanceReport = Static<typeof ConformanceReport>

/** Exit code of `shulian conformance run` and `replay`. */
export const exitCodeOf = ({ verdict }: Pick<ConformanceReport, 'verdict'>): number =>
  verdicts.indexOf(verdict)
