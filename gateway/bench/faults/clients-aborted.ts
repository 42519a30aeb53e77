import { readFileSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { listen } from '../../sample/listen.js'
import { randomFrom } from '../generated-records.js'
import { type Held, openInspected, socketsOf } from './inspected.js'
import { type LiveService, openLiveService } from './live-service.js'

export interface AbortedOutcome {
  /** Clients that left, by how far they were. */
  left: Record<string, number>
  /** After as many clients that did so before, and after them. */
  before: Held
  after: Held
  /** Milliseconds until every socket was closed; undefined when some stayed. */
  closed: number | undefined
  isServing: boolean
}

/** As long as a socket may stay whose other side is gone. */
const patience = 30_000
/** Clients at once. */
const atOnce = 100

/** Clients leave in the midst of a request or an answer, or while a member's service keeps them waiting. */
export const clientsAborted = async (
  folder: string,
  { clients, seed }: { clients: number; seed: number },
): Promise<AbortedOutcome> => {
  const { port, close: free } = await listen(() => {})
  await free()
  const live = await openLiveService(folder, () => {}, { NODE_OPTIONS: `--inspect=127.0.0.1:${port}` })
  const pid = live.started.child.pid!
  const inspected = await openInspected(port, pid)
  try {
    const token = readFileSync(join(folder, 'data', 'operator.token'), 'utf8').trim()
    const leaveAll = (count: number, from: number) => leaving(live, token, count, randomFrom(from))
    const idle = socketsOf(pid)
    // What the first of them load, compile and remember is no leak.
    await leaveAll(clients, seed)
    await settled(pid, idle)
    const before = await inspected.held()
    const left = await leaveAll(clients, seed + 1)
    const closed = await settled(pid, idle)
    const after = await inspected.held()
    const { status } = await fetch(`${live.gateway}/v1/search?q=annals`)
    return { left, before, after, closed, isServing: status === 200 }
  } finally {
    inspected.close()
    await live.close()
  }
}

const settled = async (pid: number, sockets: number): Promise<number | undefined> => {
  const began = performance.now()
  while (performance.now() - began < patience) {
    if (socketsOf(pid) <= sockets) return performance.now() - began
    await sleep(50)
  }
  return undefined
}

/** What is sent, and whether some of the answer is waited for before the connection is reset. */
const ways = (token: string): Record<string, { text: string; isAnswered: boolean }> => {
  const post = `POST /v1/members HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer ${token}\r\nContent-Type: application/json\r\nContent-Length: 50000\r\n\r\n`
  const get = (path: string) => `GET ${path} HTTP/1.1\r\nHost: a\r\n\r\n`
  return {
    'in the head': { text: 'GET /v1/search?q=annals HTTP/1.1\r\nHost: ', isAnswered: false },
    'in the body': { text: `${post}{"id":"${'x'.repeat(20_000)}`, isAnswered: false },
    'before the answer': { text: get('/v1/search?q=annals&limit=100'), isAnswered: false },
    'in the answer': { text: get('/openapi.json'), isAnswered: true },
    'behind a service': { text: get('/v1/services/public/live/x'), isAnswered: false },
  }
}

const leaving = async (
  { gateway }: LiveService,
  token: string,
  clients: number,
  random: () => number,
): Promise<Record<string, number>> => {
  const all = Object.entries(ways(token))
  const left: Record<string, number> = {}
  let next = 0
  const client = async () => {
    while (next++ < clients) {
      const [how, { text, isAnswered }] = all[Math.floor(random() * all.length)]!
      await leave(Number(new URL(gateway).port), text, isAnswered, random() * 20)
      left[how] = (left[how] ?? 0) + 1
    }
  }
  await Promise.all(Array.from({ length: atOnce }, client))
  return left
}

const leave = (port: number, text: string, isAnswered: boolean, milliseconds: number): Promise<void> =>
  new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1')
    socket.once('error', reject).once('close', () => resolve())
    socket.write(text)
    if (isAnswered) socket.once('data', () => socket.resetAndDestroy())
    else socket.once('connect', () => setTimeout(() => socket.resetAndDestroy(), milliseconds))
  })
