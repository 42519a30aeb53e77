import type { FastifyInstance } from 'fastify'
import { Type } from 'typebox'
import type { Catalogue } from '../../gateway/contracts/index.js'
import { limitOf, QuarantineDetail, QuarantineView, RunView } from './views.js'
import { whileConnected } from './while-connected.js'

const closed = { additionalProperties: false } as const
const tags = ['runs']

export const quarantineRoutes = (app: FastifyInstance, catalogue: Catalogue): void => {
  app.get<{ Querystring: { source?: string; state?: 'open' | 'resolved'; limit?: number; after?: number } }>(
    '/v1/quarantine',
    {
      config: { access: 'anyone' },
      schema: {
        tags,
        summary: 'Records that were set aside, each with its reason',
        querystring: Type.Object(
          {
            source: Type.Optional(Type.String()),
            state: Type.Optional(Type.Enum(['open', 'resolved'])),
            limit: Type.Optional(limitOf(20)),
            after: Type.Optional(Type.Integer({ minimum: 0 })),
          },
          closed,
        ),
        response: { 200: Type.Object({ quarantine: Type.Array(QuarantineView) }, closed) },
      },
    },
    async ({ query }) => ({ quarantine: await catalogue.quarantine({ limit: 20, ...query }) }),
  )
  const number = Type.Object({ number: Type.Integer({ minimum: 1 }) }, closed)
  app.get<{ Params: { number: number } }>(
    '/v1/quarantine/:number',
    {
      config: { access: 'operator' },
      schema: {
        tags,
        summary: 'One of them with its bytes',
        params: number,
        response: { 200: QuarantineDetail },
      },
    },
    async ({ params }) => {
      const entry = await catalogue.quarantined(params.number)
      return { ...entry, bytes: Buffer.from(entry.bytes).toString('base64') }
    },
  )
  app.post<{ Params: { number: number } }>(
    '/v1/quarantine/:number/retry',
    {
      config: { access: 'operator' },
      schema: {
        tags,
        summary: 'Read it again through today’s crosswalk',
        params: number,
        response: { 200: RunView },
      },
    },
    ({ params }, reply) =>
      whileConnected(reply.raw, async (signal) => {
        const [report] = await catalogue.retry({ number: params.number }, { signal })
        return report
      }),
  )
}
