import type { FastifyInstance } from 'fastify'
import { Type } from 'typebox'
import { problemResponse } from './openapi.js'

/** What stands between now and being able to serve. */
export interface Readiness {
  /** `ok`, `degraded: ` with the reason while it serves all the same, or why it cannot. */
  checks(): Promise<Record<string, string>>
  metrics(): Promise<string>
}

const Alive = Type.Object({ status: Type.Literal('ok') }, { additionalProperties: false })
const Ready = Type.Object(
  { ready: Type.Boolean(), checks: Type.Record(Type.String(), Type.String()) },
  { additionalProperties: false },
)
const Metrics = {
  description: 'Prometheus text',
  content: { 'text/plain': { schema: Type.String() } },
}
const notReady = {
  description: 'Not yet able to serve, and why; or problem details',
  content: { 'application/json': { schema: Ready }, ...problemResponse.content },
}

export const healthRoutes = async (
  app: FastifyInstance,
  { readiness }: { readiness: Readiness },
): Promise<void> => {
  const config = { access: 'anyone', rateLimit: false } as const
  app.get(
    '/healthz',
    { config, schema: { summary: 'Alive', tags: ['health'], response: { 200: Alive } } },
    () => ({ status: 'ok' }),
  )
  app.get(
    '/readyz',
    {
      config,
      schema: { summary: 'Able to serve', tags: ['health'], response: { 200: Ready, 503: notReady } },
    },
    async (_request, reply) => {
      const checks = await readiness.checks()
      const ready = Object.values(checks).every((state) => state === 'ok' || state.startsWith('degraded: '))
      return reply.code(ready ? 200 : 503).send({ ready, checks })
    },
  )
  app.get(
    '/metrics',
    { config, schema: { summary: 'What is counted', tags: ['health'], response: { 200: Metrics } } },
    async (_request, reply) =>
      reply.type('text/plain; version=0.0.4; charset=utf-8').send(await readiness.metrics()),
  )
}
