import type { FastifyInstance, FastifyRequest } from 'fastify'
import { type Static, Type } from 'typebox'
import type { Actor } from '../../gateway/contracts/index.js'
import { Description } from '../../standards/record/v1-draft.js'
import { decideMatch } from './decide-match.js'
import { matchCounts } from './match-counts.js'
import { listMatches, type MatchParts } from './matches.js'
import { PairView } from './pair-view.js'
import { mergeWorks, type SteeringParts, splitWork, undoWord } from './steer.js'
import { Id, limitOf } from './views.js'

const closed = { additionalProperties: false } as const
const tags = ['matching']
const config = { access: 'operator' } as const

const Outline = Type.Array(
  Type.Object(
    {
      id: Type.String({ description: 'The work' }),
      records: Type.Array(
        Type.Object(
          { id: Type.String(), source: Type.String(), sourceId: Type.String(), title: Type.String() },
          closed,
        ),
      ),
    },
    closed,
  ),
)

export const DecisionView = Type.Object(
  {
    word: Type.Optional(Type.Integer({ description: 'The decision, for its undoing; of a preview none' })),
    before: Outline,
    after: Outline,
  },
  { ...closed, description: 'Works that the decision changes, as they were and as they are' },
)

const deciding = {
  reason: Type.Optional(Type.String({ maxLength: 2000, description: 'For those who ask why' })),
  preview: Type.Optional(Type.Boolean({ description: 'Only say what would become of the works' })),
}

const ids = (what: string) =>
  Type.Array(Type.String({ maxLength: 200 }), { minItems: 1, maxItems: 1000, description: what })

const Split = Type.Object({ records: ids('Records that are another work'), ...deciding }, closed)
const Merge = Type.Object({ works: ids('Works that are this one'), ...deciding }, closed)
const Undo = Type.Object(
  {
    word: Type.Optional(Type.Integer({ description: 'The decision; left out, the newest on this work' })),
    preview: deciding.preview,
  },
  closed,
)
const Said = Type.Object(
  {
    says: Type.Enum(['same', 'apart']),
    seen: Type.Optional(
      Type.Integer({
        minimum: 0,
        description:
          'The decision that stood on the pair when it was looked at, 0 for none; where another stands by now: 409 MATCH_DECIDED',
      }),
    ),
    ...deciding,
  },
  closed,
)

const Side = Type.Object(
  {
    id: Type.String(),
    source: Type.String(),
    sourceId: Type.String(),
    member: Type.String(),
    memberName: Type.String(),
    memberNameZh: Type.Optional(Type.String()),
    work: Type.String(),
    description: Description,
  },
  closed,
)

const Word = Type.Object(
  {
    number: Type.Integer({ description: 'The decision, for its undoing' }),
    says: Type.Enum(['same', 'apart']),
    by: Type.String(),
    at: Type.String({ format: 'date-time' }),
    reason: Type.Optional(Type.String()),
  },
  { ...closed, description: 'What a librarian said of the pair' },
)

const MatchView = Type.Object(
  { ...PairView.properties, word: Type.Optional(Word), records: Type.Array(Side) },
  closed,
)

const Asked = Type.Object(
  {
    state: Type.Optional(
      Type.Enum(['open', 'decided', 'cut'], {
        default: 'open',
        description: 'Waiting for a word; said; alike and kept apart',
      }),
    ),
    member: Type.Optional(Type.String({ maxLength: 100 })),
    limit: Type.Optional(limitOf(20)),
    after: Type.Optional(Type.String({ maxLength: 400, description: 'A pair: those after it' })),
  },
  closed,
)

const CountsView = Type.Object(
  {
    works: Type.Integer(),
    sharedWorks: Type.Integer({ description: 'Works of records of several sources' }),
    largest: Type.Optional(Type.Object({ work: Type.String(), records: Type.Integer() }, closed)),
    open: Type.Integer({ description: 'Pairs that wait for a librarian' }),
    cut: Type.Integer({ description: 'Links that would have joined what does not belong together' }),
    words: Type.Integer({ description: 'Decisions that stand' }),
    members: Type.Array(
      Type.Object(
        {
          member: Type.String(),
          records: Type.Integer(),
          joined: Type.Integer({ description: 'Of them, those in a work with records of other sources' }),
          works: Type.Integer(),
        },
        closed,
      ),
    ),
    crowds: Type.Array(
      Type.Object({ kind: Type.String(), value: Type.String(), isOver: Type.Boolean() }, closed),
      { description: 'What so many records share that not all are compared; over: that it joins nothing' },
    ),
  },
  closed,
)

/** What the rules leave to a person, and a person's word on works. */
export const matchRoutes = (app: FastifyInstance, parts: MatchParts & SteeringParts): void => {
  app.get<{ Querystring: Static<typeof Asked> }>(
    '/v1/matches',
    {
      config,
      schema: {
        tags,
        summary: 'Pairs of records that may be one work, both side by side',
        querystring: Asked,
        response: { 200: Type.Object({ matches: Type.Array(MatchView) }, closed) },
      },
    },
    async ({ query: { state = 'open', limit = 20, ...rest } }) => ({
      matches: await listMatches(parts, { state, limit, ...rest }),
    }),
  )
  app.get(
    '/v1/matches/counts',
    { config, schema: { tags, summary: 'What was joined, by member', response: { 200: CountsView } } },
    () => matchCounts(parts.database),
  )
  app.post<{ Params: { id: string }; Body: Static<typeof Said> }>(
    '/v1/matches/:id',
    {
      config,
      schema: {
        tags,
        summary: 'Say whether a pair is one work; it outranks the rules',
        params: Id('A pair'),
        body: Said,
        response: { 200: DecisionView },
      },
    },
    (request) => decideMatch(parts, request.params.id, { ...request.body, by: subjectOf(request) }),
  )
  steerRoutes(app, parts)
}

const steerRoutes = (app: FastifyInstance, parts: SteeringParts): void => {
  const schema = { tags, params: Id('A work'), response: { 200: DecisionView } }
  app.post<{ Params: { id: string }; Body: Static<typeof Split> }>(
    '/v1/works/:id/split',
    { config, schema: { ...schema, summary: 'Some of its records are another work', body: Split } },
    (request) => splitWork(parts, request.params.id, { ...request.body, by: subjectOf(request) }),
  )
  app.post<{ Params: { id: string }; Body: Static<typeof Merge> }>(
    '/v1/works/:id/merge',
    { config, schema: { ...schema, summary: 'Other works are this one', body: Merge } },
    (request) => mergeWorks(parts, request.params.id, { ...request.body, by: subjectOf(request) }),
  )
  app.post<{ Params: { id: string }; Body: Static<typeof Undo> }>(
    '/v1/works/:id/undo',
    { config, schema: { ...schema, summary: 'Take a decision on it back', body: Undo } },
    ({ params, body }) => undoWord(parts, params.id, body),
  )
}

const subjectOf = ({ actor }: FastifyRequest): string =>
  (actor as Extract<Actor, { kind: 'operator' }>).subject
