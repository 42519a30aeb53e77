import type { JobQueue } from '../contracts/job-queue.js'
import { createEmbeddedQueue, type EmbeddedQueueOptions } from './embedded.js'

/** Bull and its client are loaded where they are chosen only. */
export const openQueue = async (
  { redisUrl }: { redisUrl?: string },
  options: EmbeddedQueueOptions,
): Promise<JobQueue> => {
  if (redisUrl === undefined) return createEmbeddedQueue(options)
  const { createBullQueue } = await import('./bull.js')
  return createBullQueue({ url: redisUrl, ...options })
}
