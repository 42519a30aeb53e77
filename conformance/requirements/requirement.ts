import { type Static, Type } from 'typebox'

const closed = { additionalProperties: false } as const

/** The same words in both languages of the product. */
export const Words = Type.Object(
  { en: Type.String({ minLength: 1 }), zh: Type.String({ minLength: 1 }) },
  closed,
)
export type Words = Static<typeof Words>

/** How heavy a breach is. The keyword of the text decides it, never the author of a test. */
export const Keyword = Type.Enum(['MUST', 'SHOULD', 'MAY'])
export type Keyword = Static<typeof Keyword>

/** L1 structure, L2 behaviour (every MUST), L3 interoperable (agreed SHOULDs). */
export const Level = Type.Enum(['L1', 'L2', 'L3'])
export type Level = Static<typeof Level>

/** One thing that a standard asks for, as data. */
export const Requirement = Type.Object(
  {
    id: Type.String({
      pattern: '^[a-z0-9-]+@[0-9.]+#[A-Z]+-[0-9]{2}[a-z]?$',
      description: 'standard@version#number; never given to another requirement',
    }),
    keyword: Keyword,
    role: Type.Enum(['repository', 'record file']),
    appliesWhen: Type.String({ minLength: 1, description: '"always", or the condition in words' }),
    section: Type.String({ minLength: 1 }),
    url: Type.String({ pattern: '^https://', description: 'Where the text can be read' }),
    locator: Type.String({ minLength: 1, description: 'Where in the text the clause stands' }),
    clauseHash: Type.String({
      pattern: '^sha256:[0-9a-f]{64}$',
      description: 'SHA-256 of the locator in UTF-8',
    }),
    testability: Type.Object(
      {
        kind: Type.Enum(['auto', 'attested', 'untestable']),
        reason: Type.Optional(Type.String({ minLength: 1 })),
      },
      closed,
    ),
    title: Words,
    mend: Words,
    level: Level,
  },
  { ...closed, title: 'Requirement, version 1 (draft)' },
)
export type Requirement = Static<typeof Requirement>

export const Requirements = Type.Array(Requirement, { minItems: 1 })
