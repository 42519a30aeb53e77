import { type Static, Type } from 'typebox'

const closed = { additionalProperties: false } as const

const phrase = (description: string) => Type.String({ minLength: 1, maxLength: 60, description })

export const SynonymRule = Type.Object(
  {
    kind: Type.Literal('synonym'),
    from: phrase('What readers type'),
    to: phrase('What is looked for as well, side by side'),
    bothWays: Type.Boolean({ description: 'And the other way round' }),
  },
  closed,
)
export type SynonymRule = Static<typeof SynonymRule>

export const BestBetRule = Type.Object(
  {
    kind: Type.Literal('best-bet'),
    q: Type.String({ minLength: 1, maxLength: 200, description: 'The whole query, however it is written' }),
    works: Type.Array(Type.String({ minLength: 1, maxLength: 200 }), {
      minItems: 1,
      maxItems: 10,
      uniqueItems: true,
      description: 'In this order',
    }),
    note: Type.String({ minLength: 1, maxLength: 500, description: 'Why: readers see it' }),
    until: Type.Optional(Type.String({ format: 'date', description: 'The last day, in UTC' })),
  },
  closed,
)
export type BestBetRule = Static<typeof BestBetRule>

/** What a librarian says about search. */
export const Rule = Type.Union([SynonymRule, BestBetRule])
export type Rule = Static<typeof Rule>

/** A rule that somebody said, and perhaps took back. */
export interface SaidRule {
  number: number
  rule: Rule
  by: string
  at: string
  undone?: { by: string; at: string }
}
