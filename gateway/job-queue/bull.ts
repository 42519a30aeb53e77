import type { Queue } from 'bull'
import type { JobQueue } from '../contracts/job-queue.js'
import { type BullCarrierOptions, createBullCarrier } from './bull-carrier.js'
import { createOutboxQueue, type OutboxQueueOptions } from './outbox-queue.js'

export type BullQueueOptions = BullCarrierOptions & Omit<OutboxQueueOptions, 'carrier'>

/** With what Bull has in Redis, for whoever looks at it. */
export interface BullQueue extends JobQueue {
  carried(): Iterable<Queue>
}

/**
 * Jobs brought by Bull to any number of processes that work. Bull has numbers only: what a job is, who has it and what
 * became of it stays in the outbox, so that Redis may lose everything at any time.
 */
export const createBullQueue = ({ url, ...options }: BullQueueOptions): BullQueue => {
  const carrier = createBullCarrier({ url, ...options })
  return { ...createOutboxQueue({ ...options, carrier }), carried: carrier.queues }
}
