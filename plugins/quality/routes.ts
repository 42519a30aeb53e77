import { Readable } from 'node:stream'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { type Members, type Quality, ShulianError } from '../../gateway/contracts/index.js'
import { QualityReport } from '../../standards/record/quality-report.js'

const closed = { additionalProperties: false } as const
const tags = ['runs']
const open = { access: 'anyone' } as const
const Params = Type.Object(
  { id: Type.String({ minLength: 1, maxLength: 200, description: 'member%2Fname' }) },
  closed,
)
const run = Type.Optional(Type.String({ maxLength: 100, description: 'Left out: the latest' }))

const QualityView = Type.Object(
  {
    state: Type.Enum(['none', 'computing', 'ready'], {
      description: 'none: no run has read anything. computing: a run ended that no report covers yet',
    }),
    done: Type.Optional(Type.Integer({ description: 'While computing: records looked at so far' })),
    report: Type.Optional(QualityReport),
  },
  closed,
)

type Asked = FastifyRequest<{ Params: { id: string }; Querystring: { run?: string; rule?: string } }>

export const qualityRoutes = (app: FastifyInstance, quality: Quality, members: Members): void => {
  /** What a source shares with nobody is the operator's alone: examples are taken from its records. */
  const sourceOf = async ({ params, actor }: Asked): Promise<string> => {
    const { id, share } = await members.source(params.id)
    if (share === 'none' && actor.kind !== 'operator')
      throw new ShulianError('SOURCE_UNKNOWN', `There is no source '${params.id}'.`, { status: 404 })
    return id
  }

  app.get(
    '/v1/sources/:id/quality',
    {
      config: open,
      schema: {
        tags,
        summary: 'What the records of a source are like, and the most useful things to mend',
        params: Params,
        querystring: Type.Object({ run }, closed),
        response: { 200: QualityView },
      },
    },
    async (request: Asked) => quality.of(await sourceOf(request), request.query.run),
  )
  app.get(
    '/v1/sources/:id/quality/history',
    {
      config: open,
      schema: {
        tags,
        summary: 'The reports there are, the latest first',
        params: Params,
        querystring: Type.Object(
          { limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100, default: 20 })) },
          closed,
        ),
        response: { 200: Type.Object({ reports: Type.Array(QualityReport) }, closed) },
      },
    },
    async (request) => {
      const { limit = 20 } = request.query as { limit?: number }
      return { reports: await quality.history(await sourceOf(request as Asked), limit) }
    },
  )
  app.get(
    '/v1/sources/:id/quality.csv',
    {
      config: open,
      schema: {
        tags,
        summary: 'The same as a table; with a rule, every record that breaks it',
        params: Params,
        querystring: Type.Object(
          { run, rule: Type.Optional(Type.String({ pattern: '^[A-Z][A-Z0-9_-]+[a-z]?$', maxLength: 60 })) },
          closed,
        ),
        response: {
          200: {
            description: 'CSV in UTF-8',
            content: { 'text/csv': { schema: Type.String({ format: 'binary' }) } },
          },
        },
      },
    },
    async (request: Asked, reply) => {
      const source = await sourceOf(request)
      const { rule, run } = request.query
      if (rule !== undefined) return sent(reply, `${rule}.csv`, await quality.records(source, rule))
      const { report } = await quality.of(source, run)
      if (!report) throw notYet(source)
      return sent(reply, 'quality.csv', quality.table(report))
    },
  )
}

const sent = (reply: FastifyReply, name: string, rows: Iterable<string> | AsyncIterable<string>) =>
  reply
    .type('text/csv; charset=utf-8')
    .header('content-disposition', `attachment; filename="${name}"`)
    .send(Readable.from(rows))

const notYet = (source: string) =>
  new ShulianError(
    'QUALITY_UNKNOWN',
    `There is no quality report of ${source} yet; it is made after a run.`,
    {
      status: 404,
    },
  )
