import { type Static, Type } from 'typebox'

const ServiceState = Type.Object(
  {
    available: Type.Boolean(),
    expected: Type.Optional(
      Type.String({ description: 'Date or duration until available (ISO 8601), or `unknown`' }),
    ),
    queue: Type.Optional(Type.Integer({ minimum: 0, description: 'Readers waiting' })),
    href: Type.Optional(Type.String({ pattern: '^https?://' })),
  },
  { additionalProperties: false },
)

/** The answer of a member’s live system in one shape, after DAIA 1.0 (Document Availability Information API). */
export const Availability = Type.Object(
  {
    recordId: Type.String({ description: 'The source’s own identifier, as asked for' }),
    asOf: Type.String({ format: 'date-time' }),
    items: Type.Array(
      Type.Object(
        {
          id: Type.String(),
          holding: Type.Optional(Type.String({ description: 'Branch, location, call number in words' })),
          status: Type.Optional(Type.String({ description: 'The member’s own word for the state' })),
          services: Type.Object(
            {
              loan: Type.Optional(ServiceState),
              presentation: Type.Optional(ServiceState),
              interloan: Type.Optional(ServiceState),
              copy: Type.Optional(ServiceState),
              remote: Type.Optional(ServiceState),
            },
            { additionalProperties: false },
          ),
        },
        { additionalProperties: false },
      ),
    ),
  },
  {
    additionalProperties: false,
    $id: 'https://shulian.example/standards/service/availability-v1-draft',
    title: 'Availability, version 1 (draft)',
  },
)
export type Availability = Static<typeof Availability>
