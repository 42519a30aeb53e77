import type { IncomingHttpHeaders } from 'node:http'
import httpProxy from '@fastify/http-proxy'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Dispatcher } from 'undici'
import { ShulianError } from '../../gateway/contracts/index.js'
import type { Gate } from './gate.js'
import type { Health } from './health.js'
import type { Service } from './store.js'

/** Milliseconds for the whole of a member’s answer. */
const deadline = 5_000
const requestHeaders = ['accept', 'accept-language', 'content-type', 'content-length', 'if-none-match', 'if-modified-since']
const responseHeaders = ['content-type', 'content-length', 'content-language', 'content-encoding', 'etag', 'last-modified', 'retry-after']

declare module 'fastify' {
  interface FastifyRequest {
    memberService?: Service
  }
}

/**
 * ANY /v1/services/{member}/{service}/…: only listed headers pass either way, one try each, a deadline, and no
 * word of the member’s own errors.
 */
export const registerProxy = async (app: FastifyInstance, parts: { gate: Gate; health: Health; dispatcher: Dispatcher }): Promise<void> => {
  const { gate, health } = parts
  app.decorateRequest('memberService')
  await app.register(httpProxy, {
    upstream: '',
    prefix: '/v1/services/:member/:service',
    config: { access: 'anyone' },
    undici: bounded(parts.dispatcher),
    disableRequestLogging: true,
    websocket: false,
    preHandler: async (request: FastifyRequest) => {
      assertCanonical(request.raw.url ?? '')
      assertMayWrite(request)
      const { member, service } = request.params as { member: string; service: string }
      request.memberService = await gate(member, service)
    },
    handler: (request: FastifyRequest, reply: FastifyReply, dest: string, options: object) => {
      const { url } = request.memberService!
      const target = new URL(url)
      return reply.from(`${target.pathname.replace(/\/$/, '')}${dest === '/' ? target.pathname.slice(target.pathname.replace(/\/$/, '').length) : dest}`, options)
    },
    replyOptions: {
      getUpstream: (request: FastifyRequest) => new URL(request.memberService!.url).origin,
      timeout: deadline,
      retryDelay: () => null,
      rewriteRequestHeaders: (_request: unknown, headers: IncomingHttpHeaders) => only(headers, requestHeaders),
      rewriteHeaders: (headers: IncomingHttpHeaders) => only(headers, responseHeaders),
      onResponse: (request: FastifyRequest, reply: FastifyReply, response: { statusCode: number; stream: NodeJS.ReadableStream }) => {
        const { member, name } = request.memberService!
        if (response.statusCode >= 500) {
          health.failed(`${member}/${name}`)
          response.stream.resume()
          reply.send(away(member, name, 'answered with an error of its own'))
          return
        }
        health.succeeded(`${member}/${name}`)
        reply.header('x-shulian-member', member).send(response.stream)
      },
      onError: (reply: FastifyReply, { error }: { error: Error & { cause?: unknown } }) => {
        const { member, name } = reply.request.memberService!
        health.failed(`${member}/${name}`)
        reply.send(refusal(error) ?? away(member, name, 'cannot be reached'))
      },
    } as object,
  } as Parameters<typeof httpProxy>[1])
}

/** The guarded connections with a deadline for the whole answer; closing the proxy leaves them open for others. */
const bounded = (dispatcher: Dispatcher) => ({
  request: (options: Dispatcher.RequestOptions, done: (error: Error | null, data: Dispatcher.ResponseData) => void) =>
    dispatcher.request({ ...options, signal: AbortSignal.timeout(deadline) }, done as never),
  destroy: () => undefined,
})

const only = (headers: IncomingHttpHeaders, names: string[]): IncomingHttpHeaders =>
  Object.fromEntries(names.flatMap((name) => (headers[name] === undefined ? [] : [[name, headers[name]]])))

/** A path that two servers could read differently is refused. */
const assertCanonical = (url: string): void => {
  const path = url.split('?', 1)[0] ?? ''
  if (!/\/\/|\\|;|%2e|%2f|%5c|%25|%3b|%00|\/\.\.?(\/|$)/i.test(path)) return
  throw new ShulianError('PATH_INVALID', 'The path must be in its plain form: no //, ;, \\, dot segments, or encoded ones.', { status: 400 })
}

const assertMayWrite = (request: FastifyRequest): void => {
  if (request.method === 'GET' || request.method === 'HEAD' || request.actor.kind !== 'anonymous') return
  throw new ShulianError('TOKEN_MISSING', 'Reading needs no token; this call does (Authorization: Bearer …).', { status: 401 })
}

export const away = (member: string, name: string, how: string) =>
  new ShulianError('SERVICE_AWAY', `The service '${name}' of member '${member}' ${how}. Try again in a moment.`, { status: 503, retryAfter: 5 })

const refusal = (error: unknown): ShulianError | undefined => {
  for (let at = error; at instanceof Error; at = at.cause) if (at instanceof ShulianError) return at
  return undefined
}
