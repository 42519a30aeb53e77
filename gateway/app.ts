import { randomBytes } from 'node:crypto'
import rateLimit from '@fastify/rate-limit'
import swagger from '@fastify/swagger'
import swaggerUi from '@fastify/swagger-ui'
import fastify, { type FastifyInstance, type FastifyRequest, type RouteOptions } from 'fastify'
import { ShulianError } from './contracts/errors.js'
import type { Log } from './contracts/log.js'
import type { AccessRule, Actor } from './contracts/plugin.js'
import { healthRoutes, type Readiness } from './health.js'
import type { BuiltKernel } from './kernel.js'
import { describeRoute, openApiDocument } from './openapi.js'
import { Problem, problemOf, sendProblem, told } from './problem.js'
import { createValidatorCompiler } from './validation.js'

export interface AppParts {
  kernel: BuiltKernel
  authenticate(header: string | undefined): Promise<Actor>
  readiness: Readiness
  log: Log
  version: string
}

/** Requests a minute that one address may make without a token. */
const anonymousPerMinute = 20_000
const bodyLimit = 1024 * 1024
/** The documentation’s page; its routes come from a library and are for anyone. */
const docs = '/docs'

/** The HTTP door: who asks, what they may, what they are told when it fails. Plugins bring the routes. */
export const buildApp = async (parts: AppParts): Promise<FastifyInstance> => {
  const app = fastify({
    logger: false,
    bodyLimit,
    genReqId: () => `q_${randomBytes(9).toString('base64url')}`,
    routerOptions: { maxParamLength: 512 },
    clientErrorHandler: refuseUnreadable,
    requestTimeout: 120_000,
  })
  app.removeContentTypeParser('text/plain')
  app.setValidatorCompiler(createValidatorCompiler())
  app.setErrorHandler((error, request, reply) => {
    logFailure(parts.log, error, request)
    return sendProblem(error, request, reply)
  })
  app.setNotFoundHandler((request, reply) =>
    sendProblem(new ShulianError('NOT_FOUND', 'There is nothing at this address; /docs lists every call.', { status: 404 }), request, reply),
  )
  app.addSchema(Problem)
  app.decorateRequest('actor')
  app.addHook('onRoute', requireAccessRule)
  app.addHook('onRoute', describeRoute)
  await app.register(swagger, { openapi: openApiDocument(parts.version), refResolver: { buildLocalReference: (json) => String(json['$id']) } })
  await app.register(swaggerUi, { routePrefix: docs, staticCSP: true, uiConfig: { deepLinking: true, docExpansion: 'list' } })
  await app.register(rateLimit, { max: anonymousPerMinute, timeWindow: 60_000, errorResponseBuilder: tooMany })
  app.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id).header('x-content-type-options', 'nosniff')
    request.actor = await parts.authenticate(request.headers.authorization)
    if (request.actor.kind !== 'anonymous') reply.header('cache-control', 'no-store')
    assertAllowed(request.routeOptions.config.access ?? 'anyone', request.actor)
  })
  await app.register(healthRoutes, { readiness: parts.readiness })
  for (const { parts: pluginParts } of parts.kernel.plugins) {
    if (pluginParts.routes) await app.register(async (scope) => pluginParts.routes?.(scope))
  }
  app.get('/openapi.json', { config: { access: 'anyone' }, schema: { hide: true } }, () => app.swagger())
  return app
}

const tooMany = (_request: FastifyRequest, context: { ttl: number }) =>
  new ShulianError('RATE_LIMITED', 'Too many requests from this address. Wait as long as Retry-After says.', {
    status: 429,
    retryAfter: Math.ceil(context.ttl / 1000),
  })

/** Deny by default: a route that does not say who may call it never starts. */
const requireAccessRule = (route: RouteOptions) => {
  if (route.url === docs || route.url.startsWith(`${docs}/`)) route.config = { ...route.config, access: 'anyone' }
  if (route.config?.access === undefined && route.method !== 'OPTIONS') {
    throw new ShulianError('ROUTE_WITHOUT_ACCESS', `Route ${String(route.method)} ${route.url} does not state config.access.`)
  }
}

const assertAllowed = (rule: AccessRule, actor: Actor): void => {
  if (rule === 'anyone' || rule.split('-or-').includes(actor.kind)) return
  if (actor.kind === 'anonymous') {
    throw new ShulianError('TOKEN_MISSING', `This call needs a token (Authorization: Bearer …) of ${wanted(rule)}.`, { status: 401 })
  }
  throw new ShulianError('FORBIDDEN', `This call is for ${wanted(rule)}; the token given is of another kind.`, { status: 403 })
}

const wanted = (rule: AccessRule): string =>
  ({ reader: 'a reader', operator: 'the operator', 'reader-or-operator': 'a reader or the operator', anyone: 'anyone' })[rule]

const logFailure = (log: Log, error: unknown, request: FastifyRequest): void => {
  const { status, code } = told(error)
  const data = { requestId: request.id, code, status, method: request.method, route: request.routeOptions.url }
  if (status >= 500) log.error({ ...data, error }, 'request failed')
  else log.info(data, 'request refused')
}

/** What is not HTTP gets an answer in our form and a closed socket. */
function refuseUnreadable(error: Error & { code?: string }, socket: import('node:net').Socket) {
  if (error.code === 'ECONNRESET' || !socket.writable) return
  const answer = { status: 400, code: 'HTTP_INVALID', detail: 'This is not a request that HTTP/1.1 allows.' }
  const body = JSON.stringify(problemOf(answer, 'none'))
  socket.end(
    `HTTP/1.1 400 Bad Request\r\nConnection: close\r\nContent-Type: application/problem+json\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
  )
}
