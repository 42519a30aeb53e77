import { once } from 'node:events'
import { createServer, type ServerResponse } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { ShulianError } from './contracts/errors.js'
import { problemOf, told } from './problem.js'
import { newRequestId } from './unreadable.js'

/** Milliseconds between two tries. */
const pause = 500

export interface Opened<T> {
  opened: T
  /** Where it answered meanwhile: there it goes on. */
  port: number
  /** Frees the port. */
  release(): Promise<void>
}

/**
 * Opens, and where the database is away tries again until it is there. Meanwhile the process is alive and says on its port that
 * it is not ready, and why: whoever watches it neither takes it for dead nor sends it readers.
 */
export const openOnceDatabaseAnswers = async <T>(
  open: () => Promise<T>,
  {
    host,
    port,
    signal,
    onWait,
  }: {
    host: string
    port: number
    signal: AbortSignal
    onWait(port: number, why: ShulianError): void
  },
): Promise<Opened<T>> => {
  const first = await attempt(open)
  if (!(first instanceof ShulianError)) return { opened: first, port, release: async () => {} }
  const waiting = await answerNotReady({ host, port }, first)
  try {
    onWait(waiting.port, first)
    for (;;) {
      await sleep(pause, undefined, { signal })
      const next = await attempt(open)
      if (!(next instanceof ShulianError)) return { opened: next, ...waiting }
    }
  } catch (error) {
    await waiting.release()
    throw error
  }
}

const attempt = <T>(open: () => Promise<T>): Promise<T | ShulianError> =>
  open().catch((error: unknown) => {
    if (error instanceof ShulianError && error.code === 'DATABASE_UNAVAILABLE') return error
    throw error
  })

const answerNotReady = async ({ host, port }: { host: string; port: number }, why: ShulianError) => {
  const server = createServer((request, response) => {
    request.resume()
    response.setHeader('connection', 'close')
    if (request.url === '/healthz') send(response, 200, { status: 'ok' })
    else if (request.url === '/readyz')
      send(response, 503, {
        ready: false,
        checks: { database: why.message, serving: 'waits for the database' },
      })
    else send(response, 503, problemOf(told(why), newRequestId()), 'application/problem+json')
  })
  server.listen(port, host)
  await once(server, 'listening')
  return {
    port: (server.address() as { port: number }).port,
    release: async () => {
      const closed = once(server, 'close')
      server.close()
      server.closeAllConnections()
      await closed
    },
  }
}

const send = (response: ServerResponse, status: number, body: object, type = 'application/json'): void => {
  if (status === 503) response.setHeader('retry-after', '5')
  response.writeHead(status, { 'content-type': `${type}; charset=utf-8`, 'cache-control': 'no-store' })
  response.end(JSON.stringify(body))
}
