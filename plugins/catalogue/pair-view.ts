import { type Static, Type } from 'typebox'
import type { Evidence, Outcome } from '../../standards/matching/comparison.js'
import { inOwnWords } from '../../standards/matching/own-words.js'
import { rules, thresholds } from '../../standards/matching/rules.js'
import type { Description } from '../../standards/record/v1-draft.js'
import type { Edge } from './edge-store.js'
import { unpackEvidence } from './evidence.js'

const closed = { additionalProperties: false } as const
const Words = Type.Object({ en: Type.String(), zh: Type.String() }, closed)

export const EvidenceView = Type.Object(
  {
    name: Type.String({ description: 'What was compared: title, volume, agents …' }),
    a: Type.Optional(
      Type.String({
        description: 'What the first record says in its own words; volumes, numbers and codes as compared',
      }),
    ),
    b: Type.Optional(Type.String({ description: 'What the second record says' })),
    agreement: Type.Enum(['same', 'close', 'differs', 'unknown']),
    points: Type.Number({ description: 'Added to the score; negative speaks against' }),
    veto: Type.Optional(Type.Enum(['version', 'work'], { description: 'It alone decides' })),
    reason: Type.Optional(Words),
  },
  closed,
)

/** A pair that was compared. */
export const PairView = Type.Object(
  {
    id: Type.String({ description: 'Of the pair, for a decision on it' }),
    a: Type.String({ description: 'A record' }),
    b: Type.String({ description: 'The other record' }),
    outcome: Type.Enum(['version', 'work', 'grey', 'apart'], {
      description:
        'One version of a work; one work; too alike to pass over, too unlike to join; two works, told where asked for',
    }),
    score: Type.Number(),
    rules: Type.String({ description: 'Version of the rules' }),
    evidence: Type.Array(EvidenceView),
    unvouched: Type.Optional(
      Type.Literal(true, {
        description:
          'It has the points of one work, but titles that are too common or differ in a word need a number or makers that agree',
      }),
    ),
    cut: Type.Optional(
      Type.String({
        description: 'Why the link is not followed: librarian, size, or the trait in which the works differ',
      }),
    ),
  },
  closed,
)
export type PairView = Static<typeof PairView>

export const pairId = (a: string, b: string): string => `${a}~${b}`

/** A pair that is kept, or that was compared for whoever asks. */
export type Compared = Omit<Edge, 'outcome'> & { outcome: Outcome }

/** `descriptions`: of both records, in whose words it is told. */
export const pairView = (
  { a, b, outcome, score, rules: version, evidence, cut }: Compared,
  descriptions: Descriptions,
): PairView => ({
  id: pairId(a, b),
  a,
  b,
  outcome,
  score,
  rules: version,
  evidence: told(unpackEvidence(evidence), descriptions.get(a), descriptions.get(b)),
  ...(outcome === 'grey' && score >= thresholds.work && { unvouched: true as const }),
  ...(cut !== null && { cut }),
})

export type Descriptions = ReadonlyMap<string, Description>

/** In the words of the records, with the reasons of the rules: what was compared by an older table may have none. */
export const told = (
  evidence: Evidence[],
  a: Description | undefined,
  b: Description | undefined,
): Static<typeof EvidenceView>[] =>
  (a && b ? inOwnWords(evidence, a, b) : evidence).map((one) => {
    const rule = Object.hasOwn(rules, one.name) ? rules[one.name as keyof typeof rules] : undefined
    return { ...one, ...(rule && { reason: rule.reason }) }
  })
