import { type Static, Type } from 'typebox'

const closed = { additionalProperties: false } as const

export const Purpose = Type.Enum(['service', 'personalisation', 'statistics', 'research'], {
  description: 'What the reader may allow; service needs no consent because it answers what was asked',
})
export type Purpose = Static<typeof Purpose>

/** Something a reader did. It keeps the record as evidence; works are resolved on reading, so a split attributes anew. */
export const Event = Type.Object(
  {
    id: Type.String({
      minLength: 8,
      maxLength: 64,
      pattern: '^[A-Za-z0-9_-]+$',
      description: 'Made by the sender; the same id twice is one event',
    }),
    type: Type.Enum(['search', 'view', 'request', 'open', 'download', 'cite', 'save', 'dismiss', 'feedback']),
    at: Type.String({ format: 'date-time' }),
    session: Type.Optional(Type.String({ maxLength: 64 })),
    object: Type.Optional(
      Type.Object(
        {
          source: Type.Optional(Type.String({ maxLength: 130 })),
          record: Type.Optional(Type.String({ maxLength: 64 })),
          work: Type.Optional(Type.String({ maxLength: 64 })),
          holding: Type.Optional(Type.String({ maxLength: 128 })),
          service: Type.Optional(Type.String({ maxLength: 64 })),
        },
        closed,
      ),
    ),
    member: Type.Optional(Type.String({ maxLength: 64 })),
    purpose: Purpose,
    consentVersion: Type.Optional(Type.String({ maxLength: 32 })),
    channel: Type.Optional(Type.String({ maxLength: 32, description: 'web, mini-program, desk, api' })),
    list: Type.Optional(
      Type.Object(
        {
          id: Type.String({ maxLength: 64 }),
          position: Type.Integer({ minimum: 1, maximum: 10000 }),
          ranker: Type.Optional(Type.String({ maxLength: 64 })),
          propensity: Type.Optional(Type.Number({ minimum: 0, maximum: 1 })),
        },
        closed,
      ),
    ),
    counter: Type.Optional(
      Type.Object(
        {
          metric: Type.Optional(Type.String({ maxLength: 64 })),
          dataType: Type.Optional(Type.String({ maxLength: 64 })),
          accessType: Type.Optional(Type.String({ maxLength: 64 })),
          accessMethod: Type.Optional(Type.String({ maxLength: 64 })),
          yop: Type.Optional(Type.String({ maxLength: 16 })),
        },
        { ...closed, description: 'COUNTER R5.1 attributes' },
      ),
    ),
  },
  {
    ...closed,
    $id: 'https://shulian.example/standards/event/v1-draft',
    title: 'Reader’s event, version 1 (draft)',
  },
)
export type Event = Static<typeof Event>
