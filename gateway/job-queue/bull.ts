import type { Kysely } from 'kysely'
import type { JobQueue } from '../contracts/job-queue.js'
import type { Log } from '../contracts/log.js'
import { createBullCarrier } from './bull-carrier.js'
import { createOutboxQueue, type OutboxQueueOptions } from './outbox-queue.js'
import type { QueueTables } from './tables.js'

export interface BullQueueOptions extends Pick<OutboxQueueOptions, 'watch'> {
  /** redis:// or rediss://; a Redis database of this gateway's own. */
  url: string
  database: Kysely<QueueTables>
  log: Log
  now: () => Date
}

/**
 * Jobs brought by Bull to any number of processes that work. Bull has numbers only: what a job is, who has it and what
 * became of it stays in the outbox, so that Redis may lose everything at any time.
 */
export const createBullQueue = ({ url, ...options }: BullQueueOptions): JobQueue =>
  createOutboxQueue({ ...options, carrier: createBullCarrier({ url, ...options }) })
