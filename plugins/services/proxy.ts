import type { IncomingHttpHeaders } from 'node:http'
import httpProxy from '@fastify/http-proxy'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Dispatcher } from 'undici'
import { ShulianError } from '../../gateway/contracts/index.js'
import { createAnswer, responseHeaders } from './answer.js'
import { boundedConnections, withinBounds } from './bounds.js'
import type { Gate } from './gate.js'
import type { Health } from './health.js'
import { assertCanonical, pathBelow } from './path.js'
import type { Service } from './store.js'

/** What of a client's request concerns the member: never who asks. */
const requestHeaders = ['accept', 'accept-language', 'content-type', 'if-none-match', 'if-modified-since']

declare module 'fastify' {
  interface FastifyRequest {
    memberService?: Service
  }
}

export interface ProxyParts {
  gate: Gate
  health: Health
  dispatcher: Dispatcher
  /** Milliseconds for the whole of a member's answer. */
  deadline: number
}

/**
 * ANY /v1/services/{member}/{service}/…: only listed headers pass either way, one try each, a deadline, and no
 * word of the member’s own errors.
 */
export const registerProxy = async (app: FastifyInstance, parts: ProxyParts): Promise<void> => {
  const { gate, health, dispatcher, deadline } = parts
  app.decorateRequest('memberService')
  await app.register(httpProxy, {
    upstream: '',
    prefix: '/v1/services/:member/:service',
    config: { access: 'anyone' },
    undici: boundedConnections(dispatcher),
    disableRequestLogging: true,
    websocket: false,
    preHandler: async (request: FastifyRequest) => {
      assertCanonical(request.raw.url ?? '')
      assertMayWrite(request)
      assertNoWebsocket(request)
      const { member, service } = request.params as { member: string; service: string }
      request.memberService = await gate(member, service)
    },
    handler: (request: FastifyRequest, reply: FastifyReply, rest: string, options: object) => {
      const service = request.memberService!
      const path = pathBelow(new URL(service.url).pathname, rest)
      return withinBounds(reply, service, deadline, () => reply.from(path, options))
    },
    replyOptions: {
      getUpstream: (request: FastifyRequest) => new URL(request.memberService!.url).origin,
      retryDelay: () => null,
      rewriteRequestHeaders,
      rewriteHeaders: (headers: IncomingHttpHeaders) => only(headers, responseHeaders),
      ...createAnswer(health),
    } as object,
  } as Parameters<typeof httpProxy>[1])
}

/** A length without a body would make the connection wait for bytes that never come. */
const rewriteRequestHeaders = (
  { body }: FastifyRequest,
  headers: IncomingHttpHeaders,
): IncomingHttpHeaders => ({
  ...only(headers, body ? [...requestHeaders, 'content-length'] : requestHeaders),
  'user-agent': 'shulian',
})

const only = (headers: IncomingHttpHeaders, names: string[]): IncomingHttpHeaders =>
  Object.fromEntries(names.flatMap((name) => (headers[name] === undefined ? [] : [[name, headers[name]]])))

const assertMayWrite = ({ method, headers, actor }: FastifyRequest): void => {
  const isReading = method === 'GET' || method === 'HEAD'
  if ((isReading && !isWebsocket(headers)) || actor.kind !== 'anonymous') return
  throw new ShulianError(
    'TOKEN_MISSING',
    'Reading needs no token; this call does (Authorization: Bearer …).',
    {
      status: 401,
    },
  )
}

const assertNoWebsocket = ({ headers }: FastifyRequest): void => {
  if (!isWebsocket(headers)) return
  throw new ShulianError(
    'WEBSOCKET_OFF',
    'Live services answer plain requests; this one declares no websocket.',
    {
      status: 403,
    },
  )
}

const isWebsocket = ({ upgrade }: IncomingHttpHeaders): boolean => /\bwebsocket\b/i.test(upgrade ?? '')
