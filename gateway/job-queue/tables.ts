import type { Generated } from 'kysely'

/** A job from the moment its change is committed until it succeeded. Times are milliseconds since 1970. */
export interface OutboxTable {
  id: Generated<number>
  topic: string
  /** JSON. */
  payload: string
  state: 'waiting' | 'running' | 'dead'
  /** Counted when a job is claimed, so that a try that ends the process counts too. */
  attempts: Generated<number>
  /** Tries that ended with the death of the process. */
  crashes: Generated<number>
  /** Not before; of a dead job, when it was given up. */
  runAt: number
  claimedBy: string | null
  claimedPid: number | null
  claimedUntil: number | null
  /** Of the last try. */
  error: string | null
  createdAt: number
  /** When a carrier was given it; null when none has it. */
  relayedAt: number | null
  /** Rises whenever it is to be given out anew. */
  handovers: Generated<number>
  /** W3C Trace Context of what appended it, where traces are kept. */
  traceparent: string | null
}

export interface ScheduleTable {
  topic: string
  everySeconds: number
  nextAt: number
}

export interface QueueTables {
  outbox: OutboxTable
  schedule: ScheduleTable
}
