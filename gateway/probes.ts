import fastify, { type FastifyInstance } from 'fastify'
import { healthRoutes, type Readiness } from './health.js'
import { Problem } from './problem.js'
import { useSchemaCompilers } from './schema-compilers.js'

/** The door of a process that works and serves nobody: alive, ready, and what is counted. */
export const buildProbes = async (readiness: Readiness): Promise<FastifyInstance> => {
  const app = fastify({ logger: false, bodyLimit: 1024, requestTimeout: 10_000 })
  useSchemaCompilers(app)
  app.addSchema(Problem)
  await app.register(healthRoutes, { readiness })
  return app
}
