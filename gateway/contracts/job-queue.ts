/**
 * Work that must happen although the process may die. A job is a row of the outbox, committed with the change
 * it tells of; a queue takes committed rows and runs each until it succeeds, is retried out, or is cancelled.
 * Handlers are idempotent: after a crash a job may run again.
 */
export interface JobQueue {
  /** Register before `start`. */
  handle(topic: string, handler: JobHandler, options?: HandleOptions): void
  /** Repeat: a job of this topic each `everySeconds`, one at a time over all processes. */
  schedule(topic: string, everySeconds: number): Promise<void>
  /**
   * Begin to take jobs. `relay` leaves them to processes that work, where the queue brings them to such.
   * @throws ShulianError when what brings them is set up wrongly; that it is away is no error
   */
  start(role?: 'work' | 'relay'): Promise<void>
  /** Why jobs wait in the outbox although they are due, for whoever runs the gateway; null when nothing is amiss. */
  trouble(): string | null
  /** Rows were committed: look now instead of at the next tick. */
  wake(): void
  /**
   * Runs until the jobs of this topic up to this one had their try; left out, up to the latest that is committed. What is
   * appended later is not waited for: others may append for ever. Jobs of the topic are taken meanwhile, whether the queue
   * was started or not, so that a command can end when its work is done.
   */
  caughtUp(topic: string, upTo?: string, signal?: AbortSignal): Promise<void>
  /** Jobs that failed for good, with the reason. */
  dead(limit: number): Promise<DeadJob[]>
  /** Give a dead job its attempts again. @throws ShulianError JOB_UNKNOWN */
  redrive(id: string): Promise<void>
  /** Of one topic, or of all. */
  counts(topic?: string): Promise<{ waiting: number; running: number; dead: number }>
  /** How they stand, by topic and state, for whoever watches. */
  standing(): Promise<Standing[]>
  /** Finishes what runs (at most `deadline` ms), hands back the rest. */
  close(deadline?: number): Promise<void>
}

export interface Job {
  id: string
  topic: string
  payload: unknown
  /** 1 at the first try. */
  attempt: number
}

export type JobHandler = (job: Job, context: { signal: AbortSignal }) => Promise<void>

export interface HandleOptions {
  /** Tries in all. Default 5. */
  attempts?: number
  /** Deaths of the process after which what cannot be divided is given up. Default: as many as `attempts` says, else 3. */
  crashes?: number
  /** First pause in milliseconds, doubled at each try. Default 1,000. */
  backoff?: number
  /** How many run at once in this process. Default 1. */
  concurrency?: number
  /**
   * The payloads of smaller jobs that together do the same. A job whose process died is divided as long as there
   * are several, so that what ends the process stands alone in the end, and all else is done.
   */
  divide?(payload: unknown): unknown[]
}

export interface Standing {
  topic: string
  state: 'waiting' | 'running' | 'dead'
  jobs: number
  /** Of those that wait, the ones that might be taken now. */
  due: number
  /** Since the oldest that is due or runs was appended; null when none is. */
  oldestSeconds: number | null
}

export interface DeadJob {
  id: string
  topic: string
  payload: unknown
  attempts: number
  error: string
  at: string
}
