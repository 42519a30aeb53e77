/** One signal for the caller's wish and the total deadline. */
export interface Bounds {
  signal: AbortSignal
  /** Lets go of the timer and of the caller's signal; call it when the exchange has ended. */
  release(): void
}

/**
 * The caller's signal often outlives thousands of calls; AbortSignal.any would collect them all on it, so the listener is
 * taken off by hand.
 * @param deadline milliseconds
 * @param late the reason with which the signal aborts when the deadline passes
 */
export function startBounds(caller: AbortSignal, deadline: number, late: () => Error): Bounds {
  caller.throwIfAborted()
  const controller = new AbortController()
  const cancel = () => controller.abort(caller.reason)
  const timer = setTimeout(() => controller.abort(late()), deadline)
  caller.addEventListener('abort', cancel, { once: true })
  return {
    signal: controller.signal,
    release() {
      clearTimeout(timer)
      caller.removeEventListener('abort', cancel)
    },
  }
}
