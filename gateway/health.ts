import type { FastifyInstance } from 'fastify'
import { Type } from 'typebox'
import { Problem } from './problem.js'

/** What stands between now and being able to serve. */
export interface Readiness {
  checks(): Promise<Record<string, string>>
  metrics(): Promise<string>
}

const Ready = Type.Object({ ready: Type.Boolean(), checks: Type.Record(Type.String(), Type.String()) }, { additionalProperties: false })

export const healthRoutes = async (app: FastifyInstance, { readiness }: { readiness: Readiness }): Promise<void> => {
  const config = { access: 'anyone', rateLimit: false } as const
  app.get(
    '/healthz',
    { config, schema: { summary: 'Alive', tags: ['health'], response: { 200: Type.Object({ status: Type.Literal('ok') }) } } },
    () => ({ status: 'ok' }),
  )
  app.get(
    '/readyz',
    { config, schema: { summary: 'Able to serve', tags: ['health'], response: { 200: Ready, 503: Type.Union([Ready, Type.Unsafe<object>({ ...Problem, $id: undefined })]) } } },
    async (_request, reply) => {
      const checks = await readiness.checks()
      const ready = Object.values(checks).every((state) => state === 'ok')
      return reply.code(ready ? 200 : 503).send({ ready, checks })
    },
  )
  app.get(
    '/metrics',
    { config, schema: { summary: 'Prometheus text', tags: ['health'], produces: ['text/plain'] } },
    async (_request, reply) => reply.type('text/plain; version=0.0.4; charset=utf-8').send(await readiness.metrics()),
  )
}
