import { setTimeout as sleep } from 'node:timers/promises'

/** Beside others who want the thread, nobody has more than a tenth of it. */
const turns = 9

interface Thread {
  /** A function that tells which part of the time since this call the thread had something to do: 0 to 1. */
  watch(): () => number
  sleep(milliseconds: number, signal: AbortSignal | undefined): Promise<unknown>
}

const thisThread: Thread = {
  watch: () => {
    const before = performance.eventLoopUtilization()
    return () => performance.eventLoopUtilization(before).utilization
  },
  sleep: (milliseconds, signal) => sleep(milliseconds, undefined, signal && { signal }),
}

/**
 * After work of so many milliseconds: lets whoever else has work in this thread go first, nine times as long, or until the
 * thread once had, for as long as the work took, less to do than to wait for. So nobody rests for nobody.
 */
export const giveTurns = async (worked: number, signal?: AbortSignal, thread = thisThread): Promise<void> => {
  for (let turn = 0; turn < turns; turn++) {
    const busy = thread.watch()
    await thread.sleep(worked, signal)
    if (busy() < 0.5) return
  }
}
