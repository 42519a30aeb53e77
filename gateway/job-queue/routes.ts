import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import type { JobQueue } from '../contracts/job-queue.js'

const closed = { additionalProperties: false } as const

const DeadJob = Type.Object(
  {
    id: Type.String(),
    topic: Type.String(),
    attempts: Type.Integer(),
    error: Type.String({ description: 'Why it was given up' }),
    at: Type.String({ format: 'date-time' }),
  },
  closed,
)
const Jobs = Type.Object(
  {
    waiting: Type.Integer(),
    running: Type.Integer(),
    dead: Type.Integer(),
    deadJobs: Type.Array(DeadJob, { description: 'Latest first, at most a hundred' }),
  },
  closed,
)
const Id = Type.Object({ id: Type.String({ pattern: '^\\d{1,15}$' }) }, closed)

/** What an operator sees of the jobs, and the one thing to do about a dead one. */
export const jobRoutes: FastifyPluginAsyncTypebox<{ jobs: JobQueue }> = async (app, { jobs }) => {
  const shared = { tags: ['jobs'] }
  app.get(
    '/v1/jobs',
    {
      config: { access: 'operator' },
      schema: { ...shared, summary: 'Jobs: how many, and those given up', response: { 200: Jobs } },
    },
    async () => ({ ...(await jobs.counts()), deadJobs: await jobs.dead(100) }),
  )
  app.post(
    '/v1/jobs/:id/redrive',
    {
      config: { access: 'operator' },
      schema: {
        ...shared,
        summary: 'Give a dead job its attempts again',
        params: Id,
        response: { 200: Type.Object({ id: Type.String() }, closed) },
      },
    },
    async ({ params }) => {
      await jobs.redrive(params.id)
      return { id: params.id }
    },
  )
}
