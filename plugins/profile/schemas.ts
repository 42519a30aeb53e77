import { type Static, Type } from 'typebox'
import { Event } from '../../standards/event/v1-draft.js'

const closed = { additionalProperties: false } as const
const Time = Type.String({ format: 'date-time', description: 'ISO 8601, UTC' })
/** A database keeps text up to the first NUL, or not at all. */
const withoutNul = '^[^\\u0000]*$'

export const consentPurposes = ['personalisation', 'statistics', 'research'] as const
const Purpose = Type.Enum([...consentPurposes], {
  description: 'service is not among them: what was asked is answered without consent',
})

export const tagKinds = ['subject', 'class', 'language', 'agent'] as const
export type TagKind = (typeof tagKinds)[number]
const Kind = Type.Enum([...tagKinds], { description: 'class: 中图法 (CLC)' })

export const EventBatch = Type.Object(
  {
    events: Type.Array(Type.Unknown(), {
      minItems: 1,
      maxItems: 100,
      description: 'Each as in standards/event/v1-draft; one that does not fit is refused alone',
    }),
  },
  closed,
)
export const refusals = ['EVENT_INVALID', 'EVENT_IN_FUTURE', 'EVENT_TOO_OLD', 'CONSENT_MISSING'] as const
export type Refusal = (typeof refusals)[number]
export const BatchAnswer = Type.Object(
  {
    accepted: Type.Integer(),
    duplicates: Type.Integer({ description: 'Came before, under the same id; nothing was changed' }),
    refused: Type.Array(Type.Object({ index: Type.Integer(), code: Type.Enum([...refusals]) }, closed)),
  },
  closed,
)
export type BatchAnswer = Static<typeof BatchAnswer>

export const Evidence = Type.Object(
  {
    event: Type.String(),
    at: Time,
    type: Type.String(),
    purpose: Type.String(),
    record: Type.Optional(Type.String()),
    work: Type.Optional(Type.String()),
    contribution: Type.Number({ description: 'What this event adds to the weight now' }),
  },
  closed,
)
export type Evidence = Static<typeof Evidence>
export const Weight = Type.Object(
  {
    kind: Kind,
    value: Type.String(),
    weight: Type.Number({ description: 'Sum of the contributions; halves in 90 days' }),
    reason: Type.String(),
    reasonZh: Type.String(),
    evidence: Type.Array(Evidence),
  },
  closed,
)
export type Weight = Static<typeof Weight>
const Tag = Type.Object(
  { kind: Kind, value: Type.String({ description: 'Empty: the whole kind' }), at: Time },
  closed,
)
export const Profile = Type.Object(
  {
    personalised: Type.Boolean({ description: 'False without consent: nothing is kept or used' }),
    explanation: Type.String(),
    explanationZh: Type.String(),
    asOf: Time,
    weights: Type.Array(Weight, { description: 'Strongest first, at most 500' }),
    hidden: Type.Array(Tag, { description: 'Tags that the reader deleted; they stay away' }),
  },
  closed,
)
export type Profile = Static<typeof Profile>

export const TagKindParams = Type.Object({ kind: Kind }, closed)
export const TagParams = Type.Object(
  {
    kind: Kind,
    value: Type.String({
      minLength: 1,
      maxLength: 500,
      pattern: withoutNul,
      description: 'text without NUL',
    }),
  },
  closed,
)

export const ConsentChange = Type.Object(
  {
    purpose: Purpose,
    granted: Type.Boolean(),
    textVersion: Type.String({
      minLength: 1,
      maxLength: 32,
      pattern: withoutNul,
      description: 'Version of the text that the reader saw',
    }),
    separate: Type.Optional(
      Type.Boolean({ default: false, description: 'Given apart, for a sharing that needs its own consent' }),
    ),
    guardian: Type.Optional(
      Type.Boolean({ default: false, description: 'A guardian gave it for a reader under 14' }),
    ),
  },
  closed,
)
export type ConsentChange = Static<typeof ConsentChange>
export const Consent = Type.Object(
  {
    purpose: Purpose,
    granted: Type.Boolean(),
    controller: Type.String(),
    textVersion: Type.Optional(Type.String()),
    separate: Type.Optional(Type.Boolean()),
    guardian: Type.Optional(Type.Boolean()),
    at: Type.Optional(Time),
    withdrawnAt: Type.Optional(Time),
  },
  closed,
)
export type Consent = Static<typeof Consent>
export const ConsentsAnswer = Type.Object(
  { consents: Type.Array(Consent, { description: 'One for each purpose; off unless granted' }) },
  closed,
)

export const Export = Type.Object(
  {
    subject: Type.String(),
    at: Time,
    consents: Type.Array(Consent, { description: 'All that were ever given, oldest first' }),
    events: Type.Array(Type.Object(Event.properties, { ...closed, title: 'Event' })),
    profile: Profile,
    feedback: Type.Unknown(),
    fields: Type.Unknown({ description: 'Why each field is kept and until when' }),
  },
  closed,
)
export const Receipt = Type.Object({ id: Type.String(), at: Time }, closed)
