import { messageOf, ShulianError } from '../contracts/errors.js'
import type { Log } from '../contracts/log.js'

/** Something that many ask, and that may be away: the database, Redis, the search engine. */
export interface Outage {
  /** It did not answer. @param reason a code or a few words, never another program’s whole text */
  lasts(reason: string): void
  /** It answered. */
  ends(): void
}

export interface OutageParts {
  log: Log
  /** Of the error with which others fail meanwhile. */
  code: string
  /** What it is, and where: `the database at 127.0.0.1:5432`. */
  what: string
  /** One sentence for whoever can mend it. */
  advice: string
  /** Milliseconds of a clock that is never set. */
  now?: () => number
}

/** Milliseconds: it is told again so often at most, while it lasts or comes and goes. */
const again = 60_000

/**
 * Told in the log once when it begins, at most once a minute while it lasts, and once when it is over, whoever asks and how often.
 * What fails meanwhile says nothing more of it: see `isOfOutage`.
 */
export const createOutage = ({
  log,
  code,
  what,
  advice,
  now = () => performance.now(),
}: OutageParts): Outage => {
  let since: number | undefined
  let told = -again
  let isTold = false
  const seconds = (from: number) => Math.round((now() - from) / 1000)
  return {
    lasts: (reason) => {
      since ??= now()
      if (now() - told < again) return
      if (isTold) log.error({ code, reason, seconds: seconds(since) }, `${what} still does not answer`)
      else log.error({ code, reason }, `${what} does not answer. ${advice}`)
      told = now()
      isTold = true
    },
    ends: () => {
      // As loud as that it went away.
      if (since !== undefined && isTold) log.warn({ code, seconds: seconds(since) }, `${what} answers again`)
      since = undefined
      isTold = false
    },
  }
}

const codes = new Set(['DATABASE_UNAVAILABLE', 'SEARCH_ENGINE_AWAY'])

/** Whether an error tells of nothing but an outage, which has its own lines in the log. */
export const isOfOutage = (error: unknown): boolean => error instanceof ShulianError && codes.has(error.code)

/** Why it did not answer, in a few words: the code of the system where there is one, else the beginning of what was said. */
export const reasonOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string'
    ? error.code
    : messageOf(error).slice(0, 120)
