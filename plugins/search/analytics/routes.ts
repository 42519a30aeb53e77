import { Readable } from 'node:stream'
import type { FastifyInstance } from 'fastify'
import { type Static, Type } from 'typebox'
import { type Outcome, type Script, scripts } from './outcomes.js'
import { keptWeeks, type SearchAnalytics } from './store.js'
import { analyticsTable } from './table.js'
import { measures } from './tables.js'

const closed = { additionalProperties: false } as const
const tags = ['search']
const text = Type.String({ minLength: 1, maxLength: 200 })

const OutcomeBody = Type.Object(
  {
    q: text,
    total: Type.Integer({ minimum: 0, description: 'How many works were found' }),
    outcome: Type.Enum(['opened', 'rephrased', 'abandoned']),
    to: Type.Optional(text),
    language: Type.Enum(['zh', 'en'], { description: 'Of the page' }),
  },
  closed,
)

const Period = Type.Object(
  {
    weeks: Type.Optional(Type.Integer({ minimum: 1, maximum: keptWeeks, default: 4 })),
    script: Type.Optional(
      Type.Enum([...scripts], {
        description: 'Only queries in this script: ISO 15924; Zzzz any other, Zyyy none',
      }),
    ),
  },
  closed,
)

const counts = Object.fromEntries(measures.map((measure) => [measure, Type.Integer()]))
const Queries = Type.Array(Type.Object({ q: Type.String(), count: Type.Integer() }, closed))

const Analytics = Type.Object(
  {
    weeks: Type.Integer(),
    fewestAskers: Type.Integer({ description: 'What fewer have asked in a week is not kept' }),
    keptWeeks: Type.Integer(),
    totals: Type.Object(counts, closed),
    weekly: Type.Array(
      Type.Object({ week: Type.String({ format: 'date', description: 'Its Monday' }), ...counts }, closed),
    ),
    groups: Type.Array(
      Type.Object(
        {
          language: Type.String({ description: 'Of the page' }),
          script: Type.String({ description: 'Of the words: ISO 15924' }),
          ...counts,
        },
        closed,
      ),
    ),
    asked: Queries,
    nothingFound: Queries,
    abandoned: Queries,
    rephrased: Type.Array(
      Type.Object({ q: Type.String(), to: Type.String(), count: Type.Integer() }, closed),
    ),
  },
  closed,
)

export const analyticsRoutes =
  (parts: {
    record(outcome: Outcome, address: string): void
    report(weeks: number, script?: Script): Promise<SearchAnalytics>
  }) =>
  (app: FastifyInstance): void => {
    app.post<{ Body: Static<typeof OutcomeBody> }>(
      '/v1/search/outcomes',
      {
        config: { access: 'anyone' },
        schema: {
          tags,
          summary: 'How a search ended, without who asked',
          description: 'Counted, and written only when at least ten have asked the same in a week.',
          body: OutcomeBody,
          response: { 204: Type.Null() },
        },
      },
      (request, reply) => {
        parts.record(request.body, request.ip)
        return reply.status(204).send()
      },
    )
    app.get<{ Querystring: Static<typeof Period> }>(
      '/v1/search/analytics',
      {
        config: { access: 'operator' },
        schema: {
          tags,
          summary: 'What is asked, what finds nothing, what is rephrased or abandoned',
          querystring: Period,
          response: { 200: Analytics },
        },
      },
      ({ query: { weeks = 4, script } }) => parts.report(weeks, script),
    )
    app.get<{ Querystring: Static<typeof Period> }>(
      '/v1/search/analytics.csv',
      {
        config: { access: 'operator' },
        schema: {
          tags,
          summary: 'The same as a table',
          querystring: Period,
          response: {
            200: {
              description: 'CSV in UTF-8',
              content: { 'text/csv': { schema: Type.String({ format: 'binary' }) } },
            },
          },
        },
      },
      async ({ query: { weeks = 4, script } }, reply) =>
        reply
          .type('text/csv; charset=utf-8')
          .header('content-disposition', 'attachment; filename="searches.csv"')
          .send(Readable.from(analyticsTable(await parts.report(weeks, script)))),
    )
  }
