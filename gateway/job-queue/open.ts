import type { JobQueue } from '../contracts/job-queue.js'
import { createOutboxQueue, type OutboxQueueOptions } from './outbox-queue.js'

/** Bull and its client are loaded where they are chosen only; else the database itself is the queue. */
export const openQueue = async (
  { redisUrl }: { redisUrl?: string },
  options: Omit<OutboxQueueOptions, 'carrier'>,
): Promise<JobQueue> => {
  if (redisUrl === undefined) return createOutboxQueue(options)
  const { createBullQueue } = await import('./bull.js')
  return createBullQueue({ url: redisUrl, ...options })
}
