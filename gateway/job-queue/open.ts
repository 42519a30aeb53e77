import type { FastifyPluginAsync } from 'fastify'
import type { JobQueue } from '../contracts/job-queue.js'
import { noBoard } from './board/no-board.js'
import { createOutboxQueue, type OutboxQueueOptions } from './outbox-queue.js'

/** Bull and its client are loaded where they are chosen only; else the database itself is the queue. */
export const openQueue = async (
  { redisUrl }: { redisUrl?: string },
  options: Omit<OutboxQueueOptions, 'carrier'>,
): Promise<{ jobs: JobQueue; board: FastifyPluginAsync }> => {
  if (redisUrl === undefined) return { jobs: createOutboxQueue(options), board: noBoard }
  const [{ createBullQueue }, { bullBoard }] = await Promise.all([
    import('./bull.js'),
    import('./board/bull-board.js'),
  ])
  const jobs = createBullQueue({ url: redisUrl, ...options })
  return { jobs, board: bullBoard(jobs.carried) }
}
