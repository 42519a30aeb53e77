import { Type } from 'typebox'
import { Authority, NameKind, ScriptCode } from '../../standards/record/names.js'

export const closed = { additionalProperties: false } as const

export const behind = Type.Integer({
  minimum: 0,
  description:
    'Announced changes that are not in the graph yet: it follows the catalogue and gives way to imports. 0: it is up to date',
})

export const limit = Type.Optional(Type.Integer({ minimum: 0, maximum: 100, default: 20 }))
export const cursor = Type.Optional(Type.String({ minLength: 1, maxLength: 1000 }))
export const Id = (what: string) =>
  Type.Object({ id: Type.String({ minLength: 1, maxLength: 200, description: what }) }, closed)
export const Paging = Type.Object({ limit, cursor }, closed)
export const Query = Type.Object(
  {
    q: Type.Optional(
      Type.String({ maxLength: 300, description: 'How it begins, in any order and script; empty: all' }),
    ),
    limit,
    cursor,
  },
  closed,
)

const AgentNames = Type.Object(
  {
    value: Type.String(),
    kind: NameKind,
    script: Type.Optional(ScriptCode),
    records: Type.Integer({ description: 'Records that write it so' }),
  },
  closed,
)

const agentFields = {
  id: Type.String({ description: 'a_…' }),
  type: Type.Enum(['person', 'organisation', 'meeting']),
  name: Type.String({ description: 'As most records write it' }),
  names: Type.Array(AgentNames),
  dates: Type.Array(Type.String(), { description: 'As records state them, the most frequent first' }),
  authorities: Type.Array(Authority),
  works: Type.Integer({ description: 'How many works name it' }),
}

export const AgentList = Type.Object(
  { agents: Type.Array(Type.Object(agentFields, closed)), cursor, behind },
  closed,
)

export const workFields = {
  id: Type.String(),
  title: Type.String(),
  type: Type.String(),
  year: Type.Optional(Type.Integer()),
}

export const AgentDetails = Type.Object(
  {
    ...agentFields,
    items: Type.Array(
      Type.Object(
        { ...workFields, roles: Type.Array(Type.String({ description: 'MARC relator code' })) },
        closed,
      ),
      { description: 'Its works in the order of their ids, a page at a time' },
    ),
    coAgents: Type.Array(
      Type.Object({ id: Type.String(), name: Type.String(), works: Type.Integer() }, closed),
      { description: 'Those named with it in most works' },
    ),
    cursor,
    behind,
  },
  closed,
)

export const AgentWhy = Type.Object(
  {
    agent: Type.String(),
    enough: Type.Number({ description: 'What the score of a link must reach' }),
    revision: Type.Integer({ description: 'Of the table of weights' }),
    names: Type.Array(
      Type.Object({ id: Type.String(), name: Type.String(), records: Type.Array(Type.String()) }, closed),
      { description: 'A name that says who it is, in all records that have it; or a name in one record' },
    ),
    links: Type.Array(
      Type.Object(
        {
          a: Type.String(),
          b: Type.String(),
          score: Type.Number(),
          evidence: Type.Array(
            Type.Object(
              {
                kind: Type.String(),
                values: Type.Array(Type.String()),
                weight: Type.Number(),
                reason: Type.String(),
              },
              closed,
            ),
          ),
        },
        closed,
      ),
      { description: 'What holds the names together' },
    ),
    apart: Type.Array(
      Type.Object(
        {
          name: Type.String(),
          other: Type.String(),
          agent: Type.String({ description: 'Whose the other name is' }),
          veto: Type.String(),
          reason: Type.String(),
        },
        closed,
      ),
      { description: 'What evidence would have joined, but for what keeps it apart' },
    ),
    tooCommon: Type.Array(Type.String(), { description: 'Evidence that too many names share to count' }),
  },
  closed,
)
