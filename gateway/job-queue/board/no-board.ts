import type { FastifyPluginAsync } from 'fastify'
import { ShulianError } from '../../contracts/errors.js'

const hidden = { config: { access: 'anyone' }, schema: { hide: true } } as const

/** Where the database is the queue there is nothing that Bull's board could show. */
export const noBoard: FastifyPluginAsync = async (app) => {
  const refuse = () => {
    throw new ShulianError(
      'QUEUES_IN_DATABASE',
      'The jobs of this gateway are in its database and no Redis brings them (SHULIAN_REDIS_URL is not set). GET /v1/jobs and `shulian jobs list` tell of them.',
      { status: 404 },
    )
  }
  app.get('/', hidden, refuse)
  app.get('/*', hidden, refuse)
}
