/**
 * The guarded way out: the only I/O an adapter has. Every call is checked against the egress rules, counted in
 * decoded bytes, and bounded in time; redirects are followed at most three times, each checked again.
 */
export interface Outside {
  /**
   * GET or POST. Answers of any status are returned; refusals and cut connections are thrown.
   * @throws ShulianError EGRESS_BLOCKED, UPSTREAM_REDIRECT, UPSTREAM_TOO_LARGE, UPSTREAM_DEADLINE, UPSTREAM_UNREACHABLE
   */
  fetch(request: OutsideRequest): Promise<OutsideResponse>
  /**
   * Bytes of a file that the operator named, or of an address (http, https).
   * @throws ShulianError FILE_NOT_FOUND, FILE_NOT_READABLE, and those of fetch
   */
  open(location: string, options: { signal: AbortSignal; offset?: number }): AsyncIterable<Uint8Array>
  /** Whether an address may be reached at all: names are resolved. @throws ShulianError EGRESS_BLOCKED (422) */
  assertAllowed(url: string): Promise<void>
  /** The clock. */
  now(): Date
}

export interface OutsideRequest {
  url: string
  method?: 'GET' | 'POST'
  headers?: Record<string, string>
  body?: string
  signal: AbortSignal
  /** Total milliseconds, the body included. Default 60,000. */
  deadline?: number
  /** Decoded bytes. Default 32 MiB. */
  maxBytes?: number
}

export interface OutsideResponse {
  status: number
  /** Lower-case names. */
  headers: Record<string, string>
  body: Uint8Array
  /** After redirects. */
  url: string
}
