import { type Static, Type } from 'typebox'
import { memberTypes } from './contracts/members.js'

const closed = { additionalProperties: false } as const
const Id = Type.String({
  pattern: '^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$',
  description: 'Lower-case letters, digits, hyphens',
})

const ConsortiumSource = Type.Object(
  {
    name: Id,
    adapter: Type.String({ minLength: 1, description: 'An adapter kind: see `shulian adapters list`' }),
    options: Type.Record(Type.String(), Type.Unknown(), { description: 'Settings of that adapter' }),
    mode: Type.Optional(Type.Enum(['full', 'delta'])),
    share: Type.Optional(Type.Enum(['none', 'members', 'public'])),
    everySeconds: Type.Optional(
      Type.Union([Type.Integer({ minimum: 60, maximum: 31_622_400 }), Type.Null()]),
    ),
  },
  closed,
)

const ConsortiumService = Type.Object(
  {
    name: Id,
    url: Type.String({ pattern: '^https?://', description: 'Where the member’s live service answers' }),
    adapter: Type.Optional(
      Type.String({
        description: 'The adapter kind that turns its answers into the shapes of the standards',
      }),
    ),
  },
  closed,
)

export const ConsortiumMember = Type.Object(
  {
    id: Id,
    type: Type.Enum([...memberTypes]),
    name: Type.String({ minLength: 1 }),
    nameZh: Type.Optional(Type.String({ minLength: 1 })),
    contacts: Type.Optional(
      Type.Array(
        Type.Object({ name: Type.Optional(Type.String()), email: Type.Optional(Type.String()) }, closed),
      ),
    ),
    branches: Type.Optional(
      Type.Array(
        Type.Object(
          {
            code: Type.String(),
            name: Type.String(),
            isil: Type.Optional(Type.String()),
            locations: Type.Optional(
              Type.Array(Type.Object({ code: Type.String(), name: Type.String() }, closed)),
            ),
          },
          closed,
        ),
      ),
    ),
    sources: Type.Optional(Type.Array(ConsortiumSource)),
    services: Type.Optional(Type.Array(ConsortiumService)),
  },
  closed,
)

export const Issuer = Type.Object(
  {
    issuer: Type.String({ pattern: '^https?://' }),
    jwksUri: Type.String({ pattern: '^https?://' }),
    audience: Type.String({ minLength: 1 }),
    name: Type.String({ minLength: 1 }),
    nameZh: Type.Optional(Type.String({ minLength: 1 })),
    signIn: Type.Optional(
      Type.String({ pattern: '^https?://', description: 'Page that sends a reader back with #token=' }),
    ),
  },
  closed,
)
export type Issuer = Static<typeof Issuer>

/** The consortium file: who takes part, and which packages of others are let in. */
export const Consortium = Type.Object(
  {
    name: Type.String({ minLength: 1 }),
    nameZh: Type.Optional(Type.String({ minLength: 1 })),
    members: Type.Optional(Type.Array(ConsortiumMember)),
    issuers: Type.Optional(Type.Array(Issuer, { description: 'Whose readers’ tokens are accepted' })),
    adapters: Type.Optional(
      Type.Array(Type.String({ minLength: 1 }), {
        description: 'npm packages whose default export is an AdapterKind',
      }),
    ),
    plugins: Type.Optional(
      Type.Array(
        Type.Object(
          {
            package: Type.String({
              minLength: 1,
              description: 'npm package whose default export is a Plugin',
            }),
            options: Type.Optional(Type.Record(Type.String(), Type.Unknown())),
            grants: Type.Optional(
              Type.Array(Type.String(), { description: 'Services it may call; it gets no other' }),
            ),
          },
          closed,
        ),
      ),
    ),
  },
  closed,
)
export type Consortium = Static<typeof Consortium>
export type ConsortiumMember = Static<typeof ConsortiumMember>
