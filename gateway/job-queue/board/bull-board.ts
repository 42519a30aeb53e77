import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { createBullBoard } from '@bull-board/api'
import type { BaseAdapter } from '@bull-board/api/baseAdapter'
import { BullAdapter } from '@bull-board/api/bullAdapter'
import type { AppControllerRoute, IServerAdapter } from '@bull-board/api/typings/app'
import fastifyStatic from '@fastify/static'
import type { Queue } from 'bull'
import type { FastifyInstance, FastifyPluginAsync } from 'fastify'
import { messageOf, ShulianError } from '../../contracts/errors.js'
import { projectRoot } from '../../root.js'
import { boardDocument, boardPolicy } from './document.js'

const page = { config: { access: 'anyone' }, schema: { hide: true } } as const
const forOperator = { config: { access: 'operator' }, schema: { hide: true } } as const

/**
 * Bull's board, to be read: what it could do to a job in Redis the outbox would not know of. Its page is open as every
 * page is, and shows what its calls give, which are for the operator.
 * @param queues those there are when it is asked
 */
export const bullBoard =
  (queues: () => Iterable<Queue>): FastifyPluginAsync =>
  async (app) => {
    const folder = join(
      dirname(createRequire(import.meta.url).resolve('@bull-board/ui/package.json')),
      'dist',
    )
    await pageRoutes(app, folder)
    const adapters = new Map<string, BaseAdapter>()
    const shown = () => {
      for (const queue of queues())
        if (!adapters.has(queue.name))
          adapters.set(queue.name, new BullAdapter(queue, { readOnlyMode: true }))
      return adapters
    }
    for (const route of readingRoutes(folder)) callRoutes(app, route, shown)
  }

const pageRoutes = async (app: FastifyInstance, folder: string): Promise<void> => {
  const own = join(projectRoot(), 'gateway', 'job-queue', 'board', 'assets')
  // Only what a route below names is served.
  await app.register(fastifyStatic, { root: [join(folder, 'static'), own], serve: false })
  const document = boardDocument(folder)
  const headers = { 'content-security-policy': boardPolicy, 'cache-control': 'no-cache' }
  for (const address of ['/', '/queue/*'])
    app.get(address, page, (_, reply) => reply.headers(headers).type('text/html').send(document))
  app.get('/enter.js', page, (_, reply) => reply.headers(headers).sendFile('enter.js'))
  app.get<{ Params: { '*': string } }>('/static/*', page, (request, reply) =>
    reply.headers(headers).sendFile(request.params['*']),
  )
}

/** Of what the board can be asked, all that changes nothing. */
const readingRoutes = (folder: string): AppControllerRoute[] => {
  const found: AppControllerRoute[] = []
  const server: IServerAdapter = {
    setQueues: () => server,
    setViewsPath: () => server,
    setStaticPath: () => server,
    setEntryRoute: () => server,
    setErrorHandler: () => server,
    setUIConfig: () => server,
    setApiRoutes: (routes) => {
      found.push(...routes.filter(({ method }) => method === 'get'))
      return server
    },
  }
  createBullBoard({ queues: [], serverAdapter: server, options: { uiBasePath: dirname(folder) } })
  return found
}

const callRoutes = (
  app: FastifyInstance,
  { route, handler }: AppControllerRoute,
  queues: () => Map<string, BaseAdapter>,
): void => {
  for (const url of [route].flat())
    app.get<{ Params: Record<string, string>; Querystring: Record<string, string> }>(
      url,
      forOperator,
      async ({ params, query }, reply) => {
        const asked = { queues: queues(), uiConfig: {}, params, query, body: {}, headers: {} }
        const { status = 200, body } = await Promise.resolve(handler(asked)).catch(notAnswering)
        return reply.code(status).header('cache-control', 'no-store').send(body)
      },
    )
}

const notAnswering = (error: unknown): never => {
  throw new ShulianError(
    'REDIS_AWAY',
    `Redis does not answer (${messageOf(error).slice(0, 120)}). Jobs wait in the outbox meanwhile; GET /v1/jobs tells of them.`,
    { status: 503, cause: error },
  )
}
