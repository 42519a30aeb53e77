import type { JobQueue } from '../contracts/job-queue.js'
import { createOutboxQueue, type OutboxQueueOptions } from './outbox-queue.js'

export type EmbeddedQueueOptions = Omit<OutboxQueueOptions, 'carrier'>

/** A queue in the database itself: nothing else to install. */
export const createEmbeddedQueue = (options: EmbeddedQueueOptions): JobQueue => createOutboxQueue(options)
