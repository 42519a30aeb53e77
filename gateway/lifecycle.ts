import type { Server } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import type { FastifyInstance } from 'fastify'

/** Longest wait for requests in flight, in milliseconds. */
const drainDeadline = 10_000

/** Longest wait for clients that keep a connection to ask once more, and so be told to close it, in milliseconds. */
const parting = 1000

/**
 * Lets requests in flight finish: answers ask for the connection to be closed, idle ones are closed as they
 * become idle, and what is left after ten seconds is cut. (Fastify's own close waits over a minute for one
 * client that keeps its connection open.) Closed at once, a connection could be one on which a request is under way to
 * us: who keeps one is first given a moment to be told by an answer.
 */
export const drain = async (app: FastifyInstance): Promise<void> => {
  const until = performance.now() + parting
  while (performance.now() < until && (await connectionsOf(app.server)) > 0) await sleep(20)
  const closed = app.close()
  const sweep = setInterval(() => app.server.closeIdleConnections(), 50)
  const cut = setTimeout(() => app.server.closeAllConnections(), drainDeadline)
  try {
    app.server.closeIdleConnections()
    await closed
  } finally {
    clearInterval(sweep)
    clearTimeout(cut)
  }
}

const connectionsOf = (server: Server): Promise<number> =>
  new Promise((resolve) => server.getConnections((_error, count) => resolve(count ?? 0)))
