import rateLimit, { normalizeIP } from '@fastify/rate-limit'
import swagger from '@fastify/swagger'
import swaggerUi from '@fastify/swagger-ui'
import fastify, {
  type FastifyInstance,
  type FastifyPluginAsync,
  type FastifyReply,
  type FastifyRequest,
  type RouteOptions,
} from 'fastify'
import { Type } from 'typebox'
import { assertAllowed, requireAccessRule } from './access.js'
import { ShulianError } from './contracts/errors.js'
import type { JobQueue } from './contracts/job-queue.js'
import type { Log } from './contracts/log.js'
import type { Actor } from './contracts/plugin.js'
import { healthRoutes, type Readiness } from './health.js'
import { boardAddress } from './job-queue/board/address.js'
import { jobRoutes } from './job-queue/routes.js'
import type { BuiltKernel } from './kernel.js'
import { describeRoute, openApiDocument, tidyDocument } from './openapi.js'
import { Problem, sendProblem, told } from './problem.js'
import { useSchemaCompilers } from './schema-compilers.js'
import { addressTooLong, longestAddress, newRequestId, refuseUnreadable } from './unreadable.js'

export interface AppParts {
  kernel: BuiltKernel
  authenticate(header: string | undefined): Promise<Actor>
  readiness: Readiness
  /** Sees every answer. */
  watch(app: FastifyInstance): void
  jobs: JobQueue
  /** What shows the queues to the operator. */
  board: FastifyPluginAsync
  log: Log
  version: string
  /** Every key the gateway ever signed with, so that an old certificate stays checkable. */
  jwks: { keys: object[] }
}

/** Requests a minute: of one reader, or of one address without a token. */
const requestsPerMinute = 20_000
const bodyLimit = 1024 * 1024
/** The documentation’s page; its routes come from a library and are for anyone. */
const docs = '/docs'
const docsPolicy =
  "default-src 'self'; img-src 'self' data:; style-src 'self' 'unsafe-inline'; base-uri 'none'; object-src 'none'; frame-ancestors 'none'"

/**
 * For every answer; a page of ours replaces the policy by its own. What a member’s service sends is shown under
 * our origin, where a reader’s token lives: no script of it may run.
 */
const safeHeaders = {
  'x-content-type-options': 'nosniff',
  'content-security-policy':
    "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox",
  'referrer-policy': 'no-referrer',
}

const keysSchema = {
  tags: ['conformance'],
  summary: 'The keys that certificates are signed with, those of earlier times included (JSON Web Key Set)',
  response: { 200: Type.Object({ keys: Type.Array(Type.Record(Type.String(), Type.String())) }) },
}

/** The HTTP door: who asks, what they may, what they are told when it fails. Plugins bring the routes. */
export const buildApp = async (parts: AppParts): Promise<FastifyInstance> => {
  const { authenticate, kernel, readiness, watch, jobs, board, log, version, jwks } = parts
  const refuse = (error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply => {
    noteRefusal(log, error, request)
    return sendProblem(error, request, reply.headers({ ...safeHeaders, 'x-request-id': request.id }))
  }
  const app = fastify({
    logger: false,
    bodyLimit,
    genReqId: newRequestId,
    routerOptions: { maxParamLength: 512 },
    clientErrorHandler: refuseUnreadable(log),
    frameworkErrors: (error, request, reply) => {
      refuse(error, request as FastifyRequest, reply as FastifyReply)
    },
    requestTimeout: 120_000,
  })
  app.removeContentTypeParser('text/plain')
  useSchemaCompilers(app)
  app.setErrorHandler(refuse)
  app.setNotFoundHandler((request, reply) => refuse(nothingHere(), request, reply))
  app.addSchema(Problem)
  app.decorateRequest('actor')
  watch(app)
  app.addHook('onRoute', openDocs)
  app.addHook('onRoute', requireAccessRule)
  app.addHook('onRoute', describeRoute)
  await app.register(swagger, {
    openapi: openApiDocument(version),
    refResolver: { buildLocalReference: (json) => String(json['$id']) },
    transformObject: (made) =>
      tidyDocument('openapiObject' in made ? made.openapiObject : made.swaggerObject),
  })
  await app.register(rateLimit, {
    global: false,
    max: requestsPerMinute,
    timeWindow: 60_000,
    keyGenerator,
    errorResponseBuilder: tooMany,
  })
  app.addHook('onRequest', admit(app, authenticate))
  await app.register(swaggerUi, {
    routePrefix: docs,
    staticCSP: docsPolicy,
    theme: { title: 'Shulian 书联' },
    uiConfig: { deepLinking: true, docExpansion: 'list', layout: 'BaseLayout' },
  })
  await app.register(healthRoutes, { readiness })
  await app.register(jobRoutes, { jobs })
  await app.register(board, { prefix: boardAddress })
  for (const { parts: pluginParts } of kernel.plugins) {
    if (pluginParts.routes) await app.register(async (scope) => pluginParts.routes?.(scope))
  }
  app.get('/.well-known/jwks.json', { config: { access: 'anyone' }, schema: keysSchema }, () => jwks)
  app.get('/openapi.json', { config: { access: 'anyone' }, schema: { hide: true } }, () => app.swagger())
  return app
}

/**
 * Who asks, how often, and whether they may, in this order: a wrong token counts to the address that sends it, so
 * guessing is limited as everything is.
 */
const admit = (app: FastifyInstance, authenticate: AppParts['authenticate']) => {
  const limit = app.rateLimit()
  return async (request: FastifyRequest, reply: FastifyReply): Promise<void> => {
    reply.headers({ ...safeHeaders, 'x-request-id': request.id })
    if ((request.raw.url ?? '').length > longestAddress) {
      throw new ShulianError('ADDRESS_TOO_LONG', addressTooLong, { status: 414 })
    }
    const wrongToken = await identify(request, authenticate)
    if (request.headers.authorization !== undefined) reply.header('cache-control', 'no-store')
    const { access, rateLimit: own } = request.routeOptions.config
    if (own === undefined) await limit.call(app, request, reply)
    if (wrongToken) throw wrongToken
    // What is not a route has no rule, and anyone may be told that it is not there.
    if (!request.is404) assertAllowed(access ?? 'operator', request.actor)
  }
}

const identify = async (
  request: FastifyRequest,
  authenticate: AppParts['authenticate'],
): Promise<Error | null> => {
  request.actor = { kind: 'anonymous' }
  try {
    request.actor = await authenticate(request.headers.authorization)
    return null
  } catch (error) {
    return error as Error
  }
}

/** The reader when there is one, so that a campus behind one address shares no limit; else the socket, never a header. */
const keyGenerator = ({ actor, ip }: FastifyRequest): string =>
  actor.kind === 'anonymous' ? normalizeIP(ip) : `${actor.kind} ${actor.subject}`

const tooMany = (_request: FastifyRequest, context: { ttl: number }) =>
  new ShulianError('RATE_LIMITED', 'Too many requests. Wait as long as Retry-After says.', {
    status: 429,
    retryAfter: Math.ceil(context.ttl / 1000),
  })

const nothingHere = () =>
  new ShulianError('NOT_FOUND', `There is nothing at this address; ${docs} lists every call.`, {
    status: 404,
  })

const openDocs = (route: RouteOptions): void => {
  if (route.url === docs || route.url.startsWith(`${docs}/`))
    route.config = { ...route.config, access: 'anyone' }
}

/** A member that is away is a normal day; what we cannot explain is an error. */
const noteRefusal = (log: Log, error: unknown, request: FastifyRequest): void => {
  const { status, code } = told(error)
  const { member } = (request.params ?? {}) as { member?: string }
  const data = {
    requestId: request.id,
    code,
    status,
    method: request.method,
    route: request.routeOptions?.url,
    ...(member && { member }),
  }
  if (status >= 500 && !(error instanceof ShulianError)) log.error({ ...data, error }, 'request failed')
  else if (status >= 500) log.warn({ ...data, error }, 'request failed')
  else log.info(data, 'request refused')
}
