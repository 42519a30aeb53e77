import type { FastifyInstance } from 'fastify'

/** Longest wait for requests in flight, in milliseconds. */
const drainDeadline = 10_000

/**
 * Lets requests in flight finish: answers ask for the connection to be closed, idle ones are closed as they
 * become idle, and what is left after ten seconds is cut. (Fastify's own close waits over a minute for one
 * client that keeps its connection open.)
 */
export const drain = async (app: FastifyInstance): Promise<void> => {
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
