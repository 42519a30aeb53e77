import type { FastifyInstance } from 'fastify'
import { Type } from 'typebox'
import {
  type AdapterKind,
  type Member,
  type Members,
  memberStages,
  memberTypes,
  type NewSource,
  type Source,
} from '../../gateway/contracts/index.js'

const closed = { additionalProperties: false } as const
const NewId = Type.String({
  pattern: '^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$',
  description: 'lower-case letters, digits and hyphens, at most 63',
})
/** At least one character that shows; a database keeps text up to the first NUL, or not at all. */
const Name = Type.String({
  minLength: 1,
  maxLength: 300,
  pattern: '^[^\\u0000]*[^\\s\\u0000][^\\u0000]*$',
  description: 'text that is not blank, without NUL',
})
const Contact = Type.Object(
  { name: Type.Optional(Type.String()), email: Type.Optional(Type.String()) },
  closed,
)
const Branch = Type.Object(
  {
    code: Type.String(),
    name: Type.String(),
    isil: Type.Optional(Type.String()),
    locations: Type.Optional(Type.Array(Type.Object({ code: Type.String(), name: Type.String() }, closed))),
  },
  closed,
)
const identity = {
  id: NewId,
  type: Type.Enum([...memberTypes]),
  name: Name,
  nameZh: Type.Optional(Name),
  branches: Type.Optional(Type.Array(Branch)),
}
const MemberView = Type.Object({ ...identity, stage: Type.Enum([...memberStages]) }, closed)
const NewMember = Type.Object({ ...identity, contacts: Type.Optional(Type.Array(Contact)) }, closed)
const SourceView = Type.Object(
  {
    id: Type.String(),
    member: Type.String(),
    name: Type.String(),
    adapter: Type.String(),
    mode: Type.Enum(['full', 'delta']),
    share: Type.Enum(['none', 'members', 'public']),
    everySeconds: Type.Union([Type.Integer(), Type.Null()]),
  },
  closed,
)
const NewSourceBody = Type.Object(
  {
    name: NewId,
    adapter: Type.String({ minLength: 1, maxLength: 63 }),
    options: Type.Record(Type.String(), Type.Unknown()),
    mode: Type.Optional(Type.Enum(['full', 'delta'])),
    share: Type.Optional(Type.Enum(['none', 'members', 'public'])),
    everySeconds: Type.Optional(
      Type.Union([
        Type.Integer({ minimum: 60, maximum: 31_622_400, description: 'At most a year' }),
        Type.Null(),
      ]),
    ),
  },
  closed,
)
const Id = Type.Object({ id: Type.String({ minLength: 1, maxLength: 63 }) }, closed)
const AdapterView = Type.Object(
  {
    kind: Type.String(),
    summary: Type.String(),
    capabilities: Type.Array(Type.String()),
    options: Type.Unknown(),
  },
  closed,
)
const tags = ['members']

/** Contacts stay with the operator: a member’s page names no person. */
const publicly = ({ contacts: _, ...member }: Member) => member
const withoutOptions = ({ options: _, ...source }: Source) => source

export const routes =
  ({ members, adapters }: { members: Members; adapters: ReadonlyMap<string, AdapterKind> }) =>
  (app: FastifyInstance): void => {
    app.get(
      '/v1/members',
      {
        config: { access: 'anyone' },
        schema: {
          tags,
          summary: 'Who takes part',
          response: { 200: Type.Object({ members: Type.Array(MemberView) }, closed) },
        },
      },
      async () => ({ members: (await members.list()).map(publicly) }),
    )
    app.get<{ Params: { id: string } }>(
      '/v1/members/:id',
      {
        config: { access: 'anyone' },
        schema: {
          tags,
          summary: 'A member and its sources',
          params: Id,
          response: {
            200: Type.Object({ ...MemberView.properties, sources: Type.Array(SourceView) }, closed),
          },
        },
      },
      async ({ params }) => ({
        ...publicly(await members.get(params.id)),
        sources: (await members.sources(params.id)).map(withoutOptions),
      }),
    )
    app.post<{ Body: Omit<Member, 'stage'> }>(
      '/v1/members',
      {
        config: { access: 'operator' },
        schema: { tags, summary: 'Add a member, on trial', body: NewMember, response: { 201: MemberView } },
      },
      async ({ body }, reply) => reply.code(201).send(publicly(await members.add(body))),
    )
    app.post<{ Params: { id: string }; Body: Omit<NewSource, 'member'> }>(
      '/v1/members/:id/sources',
      {
        config: { access: 'operator' },
        schema: {
          tags,
          summary: 'Add a source to a member',
          params: Id,
          body: NewSourceBody,
          response: { 201: SourceView },
        },
      },
      async ({ params, body }, reply) =>
        reply.code(201).send(withoutOptions(await members.addSource({ ...body, member: params.id }))),
    )
    app.get(
      '/v1/adapters',
      {
        config: { access: 'anyone' },
        schema: {
          tags,
          summary: 'Protocols that members can be spoken to in',
          response: { 200: Type.Object({ adapters: Type.Array(AdapterView) }, closed) },
        },
      },
      () => ({
        adapters: [...adapters.values()].map(({ kind, summary, capabilities, options }) => ({
          kind,
          summary,
          capabilities,
          options,
        })),
      }),
    )
  }
