import { AsyncLocalStorage } from 'node:async_hooks'
import { PassThrough, Readable } from 'node:stream'
import type { FastifyReply } from 'fastify'
import type { Dispatcher } from 'undici'
import { ShulianError } from '../../gateway/contracts/index.js'
import type { Service } from './store.js'

type Done = (error: Error | null, data?: Dispatcher.ResponseData) => void

/** Nobody is left to be told. */
export class ClientLeft extends Error {}

/** reply-from calls its connections without saying for whom; this says it. */
const bounds = new AsyncLocalStorage<AbortSignal>()

/** Runs a call that ends with the deadline or when the client leaves. */
export const withinBounds = <T>(
  reply: FastifyReply,
  { member, name }: Service,
  deadline: number,
  run: () => T,
): T => {
  const controller = new AbortController()
  const timer = setTimeout(() => controller.abort(deadlineMissed(member, name, deadline)), deadline).unref()
  reply.raw.once('close', () => {
    clearTimeout(timer)
    if (!reply.raw.writableFinished) controller.abort(new ClientLeft())
  })
  return bounds.run(controller.signal, run)
}

/** The guarded connections, bounded; closing the proxy leaves them open for others. */
export const boundedConnections = (dispatcher: Dispatcher) => ({
  request: (options: Dispatcher.RequestOptions, done: Done): void => {
    const signal = bounds.getStore()
    const tell = once(done)
    // undici looks at a signal only once it is connected, and an address may never accept.
    signal?.addEventListener('abort', () => tell(signal.reason as Error), { once: true })
    dispatcher
      .request({ ...options, body: relay(options.body), signal })
      .then((data) => tell(null, data), tell)
  },
  destroy: () => undefined,
})

const once = (done: Done): Done => {
  let isTold = false
  return (error, data) => {
    if (isTold) data?.body.on('error', () => undefined).destroy()
    else done(error, data)
    isTold = true
  }
}

/**
 * undici destroys a body that it cannot deliver; if that were the request itself, the client would get no answer.
 * What is left of it is read and dropped, so that the connection can be used again.
 */
const relay = (body: Dispatcher.RequestOptions['body']): Dispatcher.RequestOptions['body'] => {
  if (!(body instanceof Readable)) return body
  const through = new PassThrough()
  through.on('error', () => undefined)
  through.on('close', () => body.unpipe(through).resume())
  body.once('error', (error) => through.destroy(error))
  return body.pipe(through)
}

const deadlineMissed = (member: string, name: string, deadline: number) =>
  new ShulianError(
    'UPSTREAM_DEADLINE',
    `The service '${name}' of member '${member}' did not finish its answer within ${deadline} ms. Try again in a moment.`,
    { status: 504, retryAfter: 5 },
  )
