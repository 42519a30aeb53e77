import { Readable } from 'node:stream'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { ShulianError } from '../../gateway/contracts/index.js'
import { ClientLeft } from './bounds.js'
import type { Health } from './health.js'
import type { Service } from './store.js'

/** What a member's service may say about its answer. */
export const responseHeaders = [
  'content-type',
  'content-length',
  'content-language',
  'content-encoding',
  'etag',
  'last-modified',
  'retry-after',
]

/** Bytes that are held back until it is known whether the answer comes whole; longer ones stream. */
const heldBack = 64 * 1024

interface Upstream {
  statusCode: number
  stream: Readable
}

/** The member's answer on its way to the client: passed on, or replaced by a problem that repeats no word of it. */
export const createAnswer = (health: Health) => {
  const fail = (reply: FastifyReply, error: unknown): void => {
    if (causeIn(error, ClientLeft)) {
      reply.hijack()
      return
    }
    const service = reply.request.memberService!
    const refused = causeIn(error, ShulianError)
    if (isMembersFault(refused, reply.request)) health.failed(keyOf(service))
    for (const name of responseHeaders) reply.removeHeader(name)
    reply.send(
      refused ? toldPublicly(refused, service) : away(service.member, service.name, 'cannot be reached'),
    )
  }

  const passOn = async (reply: FastifyReply, { statusCode, stream }: Upstream): Promise<void> => {
    const service = reply.request.memberService!
    if (statusCode >= 500 || isRedirect(statusCode)) {
      stream.on('error', () => undefined).destroy()
      throw statusCode >= 500
        ? away(service.member, service.name, 'answered with an error of its own')
        : redirected(service)
    }
    const chunks = stream[Symbol.asyncIterator]() as AsyncIterator<Uint8Array>
    const { beginning, isWhole } = await begin(chunks)
    reply.header('x-shulian-member', service.member)
    if (isWhole) {
      health.succeeded(keyOf(service))
      // Given bytes, Fastify would say that a HEAD answer without a length is 0 long.
      reply.send(reply.request.method === 'HEAD' ? Readable.from([]) : Buffer.concat(beginning))
      return
    }
    const whole = continued(beginning, chunks, (error) => settle(health, service, error))
    reply.send(Readable.from(whole, { objectMode: false }))
  }

  return {
    onResponse: (_request: FastifyRequest, reply: FastifyReply, upstream: Upstream): void => {
      passOn(reply, upstream).catch((error: unknown) => fail(reply, error))
    },
    onError: (reply: FastifyReply, { error }: { error: Error }): void => fail(reply, error),
  }
}

const begin = async (
  chunks: AsyncIterator<Uint8Array>,
): Promise<{ beginning: Uint8Array[]; isWhole: boolean }> => {
  const beginning: Uint8Array[] = []
  for (let size = 0; size <= heldBack; ) {
    const { done, value } = await chunks.next()
    if (done) return { beginning, isWhole: true }
    beginning.push(value)
    size += value.length
  }
  return { beginning, isWhole: false }
}

async function* continued(
  beginning: Uint8Array[],
  chunks: AsyncIterator<Uint8Array>,
  settled: (error: unknown) => void,
): AsyncGenerator<Uint8Array> {
  try {
    yield* beginning
    for (let next = await chunks.next(); !next.done; next = await chunks.next()) yield next.value
    settled(null)
  } catch (error) {
    settled(error)
    throw error
  } finally {
    await chunks.return?.()
  }
}

const settle = (health: Health, service: Service, error: unknown): void => {
  if (error === null) health.succeeded(keyOf(service))
  else if (!causeIn(error, ClientLeft)) health.failed(keyOf(service))
}

const keyOf = ({ member, name }: Service): string => `${member}/${name}`

const isRedirect = (status: number): boolean => status >= 300 && status < 400 && status !== 304

/** Our own refusals, and a client that sends its own body too slowly, say nothing about the member. */
const isMembersFault = (refused: ShulianError | undefined, { raw }: FastifyRequest): boolean =>
  refused?.code !== 'EGRESS_BLOCKED' && refused?.code !== 'UPSTREAM_REDIRECT' && raw.complete !== false

/** Where a member's service really is, is between the member and the operator: the log has it. */
const toldPublicly = (refused: ShulianError, { member, name }: Service): ShulianError =>
  refused.code !== 'EGRESS_BLOCKED'
    ? refused
    : new ShulianError(
        'EGRESS_BLOCKED',
        `The service '${name}' of member '${member}' is at an address that the gateway may not reach. The operator finds which in the log.`,
        { status: 422, cause: refused },
      )

export const away = (member: string, name: string, how: string) =>
  new ShulianError(
    'SERVICE_AWAY',
    `The service '${name}' of member '${member}' ${how}. Try again in a moment.`,
    {
      status: 503,
      retryAfter: 5,
    },
  )

const redirected = ({ member, name }: Service) =>
  new ShulianError(
    'UPSTREAM_REDIRECT',
    `The service '${name}' of member '${member}' redirects. Its final address belongs into the consortium file.`,
    { status: 502 },
  )

const causeIn = <E extends Error>(
  error: unknown,
  kind: abstract new (...parts: never[]) => E,
): E | undefined => {
  for (let at = error; at instanceof Error; at = at.cause) if (at instanceof kind) return at
  return undefined
}
