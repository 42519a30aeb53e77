import { setTimeout as sleep } from 'node:timers/promises'
import type { Meilisearch } from 'meilisearch'
import { ShulianError } from '../../contracts/errors.js'
import { EngineRefused } from './exchange.js'
import type { Server } from './servers.js'

/** A write that was accepted ends so, sooner or later. */
export interface Ended {
  succeeded: boolean
  code?: string
  message?: string
  /** A mistake in what was sent, not in the engine: the same again fails again. */
  isRefusal?: boolean
}

const firstPause = 5
const longestPause = 500
/** The engine does one task after the other: behind a large rebuild a small one waits. */
const patience = 30 * 60_000

/** Waits until the task ended. @throws ShulianError SEARCH_ENGINE_SLOW, SEARCH_ENGINE_AWAY */
export const taskEnd = async (server: Server, uid: number, closing: AbortSignal): Promise<Ended> => {
  const until = Date.now() + patience
  for (let pause = firstPause; Date.now() < until; pause = Math.min(longestPause, pause * 1.5)) {
    const { status, error } = await server.read((client) => client.tasks.getTask(uid))
    if (status === 'succeeded') return { succeeded: true }
    if (status === 'failed' || status === 'canceled')
      return {
        succeeded: false,
        code: error?.code ?? status,
        message: error?.message ?? status,
        isRefusal: error?.type === 'invalid_request',
      }
    await sleep(pause, undefined, { signal: closing })
  }
  throw new ShulianError(
    'SEARCH_ENGINE_SLOW',
    `Task ${uid} of the search engine at ${server.host} did not end in ${patience / 60_000} minutes. What it was to write is tried again.`,
    { status: 503 },
  )
}

/** For what must succeed. @throws ShulianError SEARCH_TASK_FAILED */
export const succeeded = async (
  server: Server,
  work: (client: Meilisearch) => Promise<{ taskUid: number }>,
  closing: AbortSignal,
) => {
  const { taskUid } = await server.write(work)
  await taskSucceeded(server, taskUid, closing)
}

/** @throws ShulianError SEARCH_TASK_FAILED */
export const taskSucceeded = async (server: Server, uid: number, closing: AbortSignal): Promise<void> => {
  const ended = await taskEnd(server, uid, closing)
  if (!ended.succeeded) throw taskFailed(server, uid, ended)
}

export const taskFailed = (server: Server, uid: number, { code, message = '' }: Ended) =>
  // The engine accepts what is to be removed from an index that it does not have: only the task says so.
  code === 'index_not_found'
    ? new EngineRefused(404, code, message)
    : new ShulianError(
        'SEARCH_TASK_FAILED',
        `Task ${uid} of the search engine at ${server.host} failed: ${code}: ${message.slice(0, 300)}`,
        { status: 503 },
      )
