import type { JobQueue } from '../contracts/job-queue.js'
import { type BullCarrierOptions, createBullCarrier } from './bull-carrier.js'
import { createOutboxQueue, type OutboxQueueOptions } from './outbox-queue.js'

export type BullQueueOptions = BullCarrierOptions & Omit<OutboxQueueOptions, 'carrier'>

/**
 * Jobs brought by Bull to any number of processes that work. Bull has numbers only: what a job is, who has it and what
 * became of it stays in the outbox, so that Redis may lose everything at any time.
 */
export const createBullQueue = ({ url, ...options }: BullQueueOptions): JobQueue =>
  createOutboxQueue({ ...options, carrier: createBullCarrier({ url, ...options }) })
