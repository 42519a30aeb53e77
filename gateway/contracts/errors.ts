/**
 * An error for the person who must act: a stable code, the status an HTTP answer takes, what was expected and
 * what came. `message` is one or two plain sentences that end with what to do.
 */
export class ShulianError extends Error {
  constructor(
    readonly code: string,
    message: string,
    readonly options: {
      /** HTTP status; 500 when left out. */
      status?: number
      /** For input: where, what was expected, what came. */
      errors?: { path: string; expected: string; got: string }[]
      /** Seconds after which trying again makes sense. */
      retryAfter?: number
      cause?: unknown
    } = {},
  ) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause })
    this.name = 'ShulianError'
  }

  get status(): number {
    return this.options.status ?? 500
  }
}

/** The code of any error, `INTERNAL` when it has none of ours. */
export const codeOf = (error: unknown): string => (error instanceof ShulianError ? error.code : 'INTERNAL')

export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))
