import { type Static, Type } from 'typebox'
import type { Evidence } from '../../standards/matching/comparison.js'
import { rules } from '../../standards/matching/rules.js'
import type { Edge } from './edge-store.js'
import { unpackEvidence } from './evidence.js'

const closed = { additionalProperties: false } as const
const Words = Type.Object({ en: Type.String(), zh: Type.String() }, closed)

export const EvidenceView = Type.Object(
  {
    name: Type.String({ description: 'What was compared: title, volume, agents …' }),
    a: Type.Optional(Type.String({ description: 'What the first record says, as it was compared' })),
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

export const pairView = ({ a, b, outcome, score, rules: version, evidence, cut }: Edge): PairView => ({
  id: pairId(a, b),
  a,
  b,
  outcome,
  score,
  rules: version,
  evidence: unpackEvidence(evidence).map(withReason),
  ...(cut !== null && { cut }),
})

/** The reasons stand in the table of rules: what was compared by an older one may have none. */
export const withReason = (evidence: Evidence): Static<typeof EvidenceView> => {
  const rule = Object.hasOwn(rules, evidence.name) ? rules[evidence.name as keyof typeof rules] : undefined
  return { ...evidence, ...(rule && { reason: rule.reason }) }
}
