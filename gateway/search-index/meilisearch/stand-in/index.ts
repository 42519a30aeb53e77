import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { createEngine, type Faults } from './engine.js'
import { type Journal, openJournal } from './journal.js'
import { errorBody, Refusal } from './refusals.js'
import { type Answered, routed } from './routes.js'

export interface StandInOptions {
  key: string
  port?: number
  /** Bytes of a body; beyond it 413. */
  payloadLimit?: number
  taskTime?: number
  /** File of what it accepted; left out, it begins empty. */
  journal?: string
}

export interface StandInFaults extends Faults {
  payloadLimit: number
  /** The next so many requests are answered with 503: come again in ten seconds. */
  tooMany: number
  /** The next so many requests are never answered. */
  stalled: number
  /** The next request to this path is done, and its connection cut instead of an answer. */
  unanswered: string | null
  /** Whoever wants to do something before a request is. */
  before: ((method: string, path: string) => Promise<void>) | null
}

/**
 * Stands in for a Meilisearch server in tests and experiments: the endpoints that the driver uses, with tasks that
 * end later and mistakes that only they show. It matches and ranks well enough for the shared suite, no more.
 */
export const startStandIn = async ({
  key,
  port = 0,
  payloadLimit = 100 * 1024 ** 2,
  taskTime = 0,
  journal: path,
}: StandInOptions) => {
  const faults: StandInFaults = {
    payloadLimit,
    tooMany: 0,
    stalled: 0,
    unanswered: null,
    before: null,
    taskTime,
    failOneIn: 0,
    poison: null,
    rejected: null,
  }
  const engine = createEngine({ key, faults })
  const journal = path === undefined ? undefined : openJournal(path)
  if (journal) await replay(engine, faults, key, journal)
  const server = createServer((request, response) => {
    void handled({ engine, faults, journal }, request, response)
  })
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  const { port: actual } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${actual}`,
    key,
    faults,
    engine,
    close: async () => {
      engine.queue.stop()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

export type StandIn = Awaited<ReturnType<typeof startStandIn>>

type Engine = ReturnType<typeof createEngine>

interface Parts {
  engine: Engine
  faults: StandInFaults
  journal: Journal | undefined
}

const handled = async (parts: Parts, request: IncomingMessage, response: ServerResponse) => {
  const { faults } = parts
  try {
    const { status, body } = await answered(parts, request)
    if (faults.unanswered !== null && request.url === `/${faults.unanswered}`) {
      faults.unanswered = null
      response.destroy()
    } else send(response, status, body)
  } catch (error) {
    if (error === stall) return
    const refusal =
      error instanceof Refusal
        ? error
        : new Refusal(500, 'internal', String((error as Error).stack), 'internal')
    send(response, refusal.status, errorBody(refusal))
  }
}

const stall = new Error('no answer')

const answered = async ({ engine, faults, journal }: Parts, request: IncomingMessage): Promise<Answered> => {
  const { method = 'GET' } = request
  const url = new URL(request.url ?? '/', 'http://stand-in')
  const parts = partsOf(url)
  if (url.pathname === '/health') return { status: 200, body: { status: 'available' } }
  const body = await bodyOf(request, faults.payloadLimit)
  if (faults.stalled > 0 && faults.stalled--) throw stall
  if (faults.tooMany > 0 && faults.tooMany--)
    throw new Refusal(
      503,
      'too_many_search_requests',
      'Too many search requests running at the same time: 1000. Retry after 10s.',
      'system',
    )
  if (parts[0] === 'no-such-route') return { status: 404, body: undefined }
  await faults.before?.(method, url.pathname)
  const rights = engine.keys.rightsOf(request.headers.authorization)
  const { headers } = request
  const answer = await routed(engine, method, { parts, query: url.searchParams, headers, body, rights })
  if (changing.has(answer.status))
    journal?.add({ method, url: url.href, type: headers['content-type'], body })
  return answer
}

/** Something was created, will be done, or is gone. */
const changing = new Set([201, 202, 204])

const partsOf = ({ pathname }: URL): string[] => pathname.split('/').filter(Boolean).map(decodeURIComponent)

/** All of it is done when it answers, what was under way when it was killed too. */
const replay = async (
  engine: Engine,
  faults: StandInFaults,
  key: string,
  journal: Journal,
): Promise<void> => {
  const { taskTime } = faults
  faults.taskTime = 0
  const rights = engine.keys.rightsOf(`Bearer ${key}`)
  for (const { method, url, type, body } of journal.entries()) {
    const { searchParams: query } = new URL(url)
    const headers = { 'content-type': type }
    await routed(engine, method, { parts: partsOf(new URL(url)), query, headers, body, rights })
  }
  while (engine.queue.isBusy()) await sleep(1)
  faults.taskTime = taskTime
}

const bodyOf = async (request: IncomingMessage, limit: number): Promise<string> => {
  const pieces: Buffer[] = []
  let size = 0
  for await (const piece of request as AsyncIterable<Buffer>) {
    size += piece.length
    if (size <= limit) pieces.push(piece)
  }
  if (size > limit)
    throw new Refusal(
      413,
      'payload_too_large',
      `The provided payload reached the size limit. The maximum accepted payload size is ${Math.round(limit / 1000)} KB.`,
    )
  return Buffer.concat(pieces).toString()
}

const send = (response: ServerResponse, status: number, body: unknown) => {
  response.writeHead(status, {
    ...(body !== undefined && { 'content-type': 'application/json' }),
    ...(status === 503 && { 'retry-after': '10' }),
  })
  response.end(body === undefined ? undefined : JSON.stringify(body))
}
