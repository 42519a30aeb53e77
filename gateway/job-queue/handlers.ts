import { messageOf, ShulianError } from '../contracts/errors.js'
import type { HandleOptions, JobHandler } from '../contracts/job-queue.js'
import { counted } from '../counted.js'

export interface Handler {
  run: JobHandler
  attempts: number
  /** Deaths of the process after which a job is given up. */
  crashes: number
  backoff: number
  concurrency: number
  divide(payload: unknown): unknown[]
}

/** Whoever says how often to try means deaths of the process as well; else three are enough to tell a poison job. */
export const toHandler = (run: JobHandler, options: HandleOptions = {}): Handler => ({
  run,
  attempts: options.attempts ?? 5,
  crashes: options.crashes ?? options.attempts ?? 3,
  backoff: options.backoff ?? 1000,
  concurrency: options.concurrency ?? 1,
  divide: options.divide ?? (() => []),
})

const longestPause = 3_600_000

/** Milliseconds: the first pause doubled at each try, at most an hour, at least what the other side asked for. */
export function pauseAfter({ backoff }: Handler, attempt: number, error: unknown): number {
  const asked = error instanceof ShulianError ? (error.options.retryAfter ?? 0) * 1000 : 0
  return Math.max(Math.min(backoff * 2 ** (attempt - 1), longestPause), asked)
}

/** What takes the place of a job whose process died; nothing when it cannot be made smaller. */
export const partsOf = (handler: Handler, payload: string): unknown[] => {
  const parts = handler.divide(JSON.parse(payload))
  return parts.length > 1 ? parts : []
}

/** Why a job whose process died is given up, or null when it may be tried again. */
export function crashVerdict(handler: Handler, attempts: number, crashes: number): string | null {
  if (crashes < handler.crashes && attempts < handler.attempts) return null
  return `The process that ran it died or froze ${counted(crashes, 'time')} in ${counted(attempts, 'try', 'tries')}. Find out why before it is tried again.`
}

export const reasonOf = (error: unknown): string => {
  const code = error instanceof ShulianError ? `${error.code}: ` : ''
  return `${code}${messageOf(error)}`.slice(0, 2000)
}
