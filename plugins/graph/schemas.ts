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

const Caption = Type.Object({ zh: Type.Optional(Type.String()), en: Type.Optional(Type.String()) }, closed)

const subjectFields = {
  id: Type.String({ description: 's_…' }),
  kind: Type.Enum(['heading', 'class'], {
    description: 'Words (headings and keywords alike), or a number of a scheme',
  }),
  label: Type.String({ description: 'As most records write it; of a class its number' }),
  scheme: Type.Optional(Type.String({ description: 'Of a class: clc (中图法), ddc, lcc' })),
  caption: Type.Optional(Caption),
  stated: Type.Array(
    Type.Object(
      {
        value: Type.String(),
        kind: Type.String({ description: 'topic, person, place, keyword …; class' }),
        scheme: Type.Optional(Type.String()),
        records: Type.Integer(),
      },
      closed,
    ),
    { description: 'Every way in which records say it' },
  ),
  works: Type.Integer(),
}

export const SubjectList = Type.Object(
  { subjects: Type.Array(Type.Object(subjectFields, closed)), cursor, behind },
  closed,
)

export const SubjectDetails = Type.Object(
  {
    ...subjectFields,
    mappings: Type.Array(
      Type.Object(
        {
          relation: Type.Enum(['close', 'broader', 'narrower'], {
            description: 'What the other is to this one',
          }),
          id: Type.Optional(Type.String({ description: 'Of the other, when a record names it' })),
          scheme: Type.Optional(Type.String()),
          value: Type.String(),
          caption: Type.Optional(Caption),
          by: Type.Enum(['table', 'notation', 'words', 'works']),
          reason: Type.String(),
          evidence: Type.Optional(Type.Object({ works: Type.Integer(), of: Type.Integer() }, closed)),
        },
        closed,
      ),
      {
        description:
          'How it stands to others, in its own scheme and in the other ones, each with its evidence',
      },
    ),
    items: Type.Array(Type.Object(workFields, closed)),
    cursor,
    behind,
  },
  closed,
)
