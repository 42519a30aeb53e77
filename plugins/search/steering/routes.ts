import type { FastifyInstance, FastifyRequest } from 'fastify'
import { type Static, Type } from 'typebox'
import type { Actor, SearchDocument } from '../../../gateway/contracts/index.js'
import type { StoredWork } from '../documents.js'
import type { Said, Saying } from './effect.js'
import { Rule, type SaidRule } from './rule.js'
import { isOver } from './steering.js'
import type { Listed } from './store.js'

const closed = { additionalProperties: false } as const
const tags = ['search']
const config = { access: 'operator' } as const

const Work = Type.Object(
  { id: Type.String(), title: Type.Optional(Type.String({ description: 'Absent: it is gone' })) },
  closed,
)

const stamp = { by: Type.String(), at: Type.String({ format: 'date-time' }) }
const SaidView = Type.Object(
  {
    number: Type.Integer(),
    rule: Rule,
    ...stamp,
    isOver: Type.Optional(Type.Literal(true, { description: 'Its last day is past: it does nothing' })),
    works: Type.Optional(Type.Array(Work, { description: 'Of a best bet, as they are now' })),
    undone: Type.Optional(Type.Object(stamp, closed)),
  },
  closed,
)

const Side = Type.Object(
  {
    total: Type.Integer(),
    hits: Type.Array(
      Type.Object(
        {
          id: Type.String(),
          title: Type.String(),
          agents: Type.Array(Type.String()),
          year: Type.Union([Type.Integer(), Type.Null()]),
          other: Type.Union([Type.Integer(), Type.Null()], {
            description: 'Its place on the other side; null: not among the first ten there',
          }),
          synonymOf: Type.Optional(Type.Array(Type.String())),
          isBestBet: Type.Optional(Type.Literal(true)),
        },
        closed,
      ),
    ),
  },
  closed,
)

const EffectView = Type.Object({ q: Type.String(), before: Side, after: Side }, closed)
const Answer = Type.Object(
  {
    rule: Type.Optional(SaidView),
    effects: Type.Array(EffectView, { description: 'The search as it was and as it becomes' }),
  },
  closed,
)

const saying = {
  preview: Type.Optional(Type.Boolean({ description: 'Only show what would come of it' })),
  q: Type.Optional(
    Type.String({
      maxLength: 200,
      description: 'The query in which that is shown; left out, the rule’s own',
    }),
  ),
}
const SayBody = Type.Object({ rule: Rule, ...saying }, closed)
const UndoBody = Type.Object(saying, closed)
const Asked = Type.Object(
  {
    state: Type.Optional(Type.Enum(['standing', 'undone'], { default: 'standing' })),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200, default: 50 })),
    before: Type.Optional(Type.Integer({ minimum: 1, description: 'A rule’s number: those said before it' })),
  },
  closed,
)
const Numbered = Type.Object({ number: Type.Integer({ minimum: 1 }) }, closed)

export interface SteeringParts {
  list(asked: Listed): Promise<SaidRule[]>
  say(rule: Rule, saying: Saying): Promise<Said>
  undo(number: number, saying: Saying): Promise<Said>
  works(ids: readonly string[]): Promise<SearchDocument[]>
  now(): Date
}

/** Synonyms and best bets, for librarians. */
export const steeringRoutes =
  (parts: SteeringParts) =>
  (app: FastifyInstance): void => {
    const view = viewOf(parts)
    app.get<{ Querystring: Static<typeof Asked> }>(
      '/v1/search/rules',
      {
        config,
        schema: {
          tags,
          summary: 'Synonyms and best bets: who said them and when, the newest first',
          querystring: Asked,
          response: { 200: Type.Object({ rules: Type.Array(SaidView) }, closed) },
        },
      },
      async ({ query: { state = 'standing', limit = 50, before } }) => ({
        rules: await Promise.all((await parts.list({ state, limit, before })).map(view)),
      }),
    )
    app.post<{ Body: Static<typeof SayBody> }>(
      '/v1/search/rules',
      {
        config,
        schema: {
          tags,
          summary: 'Say that phrases are synonyms, or what a query’s best bets are; or only see the effect',
          body: SayBody,
          response: { 200: Answer },
        },
      },
      async (request) => answer(await parts.say(request.body.rule, sayingOf(request, request.body))),
    )
    app.post<{ Params: Static<typeof Numbered>; Body: Static<typeof UndoBody> }>(
      '/v1/search/rules/:number/undo',
      {
        config,
        schema: {
          tags,
          summary: 'Take a synonym or a best bet back; or only see the effect',
          params: Numbered,
          body: UndoBody,
          response: { 200: Answer },
        },
      },
      async (request) => answer(await parts.undo(request.params.number, sayingOf(request, request.body))),
    )

    async function answer({ rule, effects }: Said) {
      return { ...(rule && { rule: await view(rule) }), effects }
    }
  }

const viewOf =
  ({ works, now }: SteeringParts) =>
  async (said: SaidRule) => {
    if (said.rule.kind !== 'best-bet') return said
    const found = new Map((await works(said.rule.works)).map(({ id, stored }) => [id, stored as StoredWork]))
    return {
      ...said,
      ...(isOver(said.rule, now()) && { isOver: true as const }),
      works: said.rule.works.map((id) => ({ id, ...(found.has(id) && { title: found.get(id)!.title }) })),
    }
  }

const sayingOf = ({ actor }: FastifyRequest, { preview = false, q }: Static<typeof UndoBody>) => ({
  by: (actor as Extract<Actor, { kind: 'operator' }>).subject,
  preview,
  ...(q !== undefined && { q }),
})
