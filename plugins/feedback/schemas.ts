import { type Static, Type } from 'typebox'

export const closed = { additionalProperties: false } as const
const Time = Type.String({ format: 'date-time', description: 'ISO 8601, UTC' })

export const caseKinds = ['question', 'fault', 'suggestion', 'takedown', 'privacy'] as const
export type CaseKind = (typeof caseKinds)[number]
export const caseStates = [
  'open',
  'answered',
  'withdrawn',
  'collected',
  'understood',
  'decided',
  'carried-out',
  'reported',
] as const
export type CaseState = (typeof caseStates)[number]
export const moderations = ['pending', 'passed', 'refused'] as const
export type Moderation = (typeof moderations)[number]

const Kind = Type.Enum([...caseKinds])
const State = Type.Enum([...caseStates], {
  description:
    'A need (fault, suggestion) goes collected → understood → decided → carried-out → reported; the others open → answered',
})
const ModerationState = Type.Enum([...moderations], { description: 'Nothing is public before it passed' })

/** Words of a person: kept as text and never as markup. At least one character that shows; no NUL, which PostgreSQL cannot keep. */
const Text = Type.String({ minLength: 1, maxLength: 2000, pattern: '^[^\\u0000]*[^\\s\\u0000][^\\u0000]*$' })
const Reference = Type.String({ minLength: 1, maxLength: 130 })

export const NewCase = Type.Object(
  {
    kind: Kind,
    text: Text,
    member: Type.Optional(Reference),
    work: Type.Optional(Reference),
    record: Type.Optional(Reference),
    language: Type.Optional(
      Type.String({
        pattern: '^[a-zA-Z]{2,3}(-[a-zA-Z0-9]{2,8})*$',
        maxLength: 35,
        description: 'BCP 47: zh-Hans, en',
      }),
    ),
  },
  closed,
)
export type NewCase = Static<typeof NewCase>

export const Case = Type.Object(
  {
    id: Type.String(),
    kind: Kind,
    text: Type.String(),
    state: State,
    stateZh: Type.String(),
    moderation: ModerationState,
    moderationReason: Type.Optional(Type.String()),
    reporter: Type.Optional(
      Type.String({ description: 'The gateway’s pseudonym; the operator alone sees it' }),
    ),
    member: Type.Optional(Type.String()),
    work: Type.Optional(Type.String()),
    record: Type.Optional(Type.String()),
    language: Type.Optional(Type.String()),
    createdAt: Time,
    updatedAt: Time,
    closedAt: Type.Optional(Time),
    response: Type.Object(
      {
        workingDays: Type.Integer({ description: 'A first answer is due within so many working days' }),
        dueAt: Time,
        firstAt: Type.Optional(Time),
      },
      closed,
    ),
    replies: Type.Array(
      Type.Object({ id: Type.String(), author: Type.String(), text: Type.String(), at: Time }, closed),
    ),
    transitions: Type.Array(Type.Object({ from: State, to: State, author: Type.String(), at: Time }, closed)),
  },
  closed,
)
export type Case = Static<typeof Case>
export const CaseAnswer = Type.Object({ case: Case }, closed)

const page = {
  limit: Type.Integer({ minimum: 0, maximum: 100, default: 20 }),
  cursor: Type.Optional(Type.String({ maxLength: 200 })),
}

export const CasesQuery = Type.Object(
  {
    ...page,
    state: Type.Optional(State),
    kind: Type.Optional(Kind),
    moderation: Type.Optional(ModerationState),
    member: Type.Optional(Reference),
    board: Type.Optional(
      Type.Boolean({ default: false, description: 'A reader’s own cases, or with true the public board' }),
    ),
  },
  closed,
)
export type CasesQuery = Static<typeof CasesQuery>
export const CasesAnswer = Type.Object(
  { total: Type.Integer(), cases: Type.Array(Case), cursor: Type.Optional(Type.String()) },
  closed,
)

export const CaseId = Type.Object({ id: Type.String({ maxLength: 64 }) }, closed)
export const Reply = Type.Object({ text: Text }, closed)
export const NextState = Type.Object({ state: State }, closed)
export const Decision = Type.Object(
  { moderation: Type.Enum(['passed', 'refused']), reason: Type.Optional(Text) },
  closed,
)
export const IdempotencyHeaders = Type.Object({
  'idempotency-key': Type.Optional(
    Type.String({ minLength: 1, maxLength: 128, pattern: '^[\\x21-\\x7e]+$' }),
  ),
})

export const InboxQuery = Type.Object(
  { ...page, unread: Type.Optional(Type.Boolean({ default: false })) },
  closed,
)
export type InboxQuery = Static<typeof InboxQuery>
export const Notice = Type.Object(
  {
    id: Type.String(),
    case: Type.String(),
    kind: Type.Enum(['reply', 'state', 'moderation']),
    text: Type.String(),
    at: Time,
    readAt: Type.Optional(Time),
  },
  closed,
)
export type Notice = Static<typeof Notice>
export const InboxAnswer = Type.Object(
  {
    total: Type.Integer(),
    unread: Type.Integer(),
    messages: Type.Array(Notice),
    cursor: Type.Optional(Type.String()),
  },
  closed,
)
export const ReadAnswer = Type.Object({ message: Notice }, closed)
