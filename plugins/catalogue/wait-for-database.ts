import { setTimeout as sleep } from 'node:timers/promises'
import { codeOf, type Progress } from '../../gateway/contracts/index.js'
import type { Run } from './run-store.js'
import { progressOf } from './tally.js'

const away = 'DATABASE_UNAVAILABLE'
/** What one that comes back says at first. */
const passing = new Set([away, 'STORAGE_BUSY'])

/** So often a run may meet an outage at one place: it is of its own making, then. */
const mostAtOnePlace = 5

/** A run that is under way, and is held meanwhile. */
export interface Waited {
  run: Run
  signal: AbortSignal
  onProgress?: ((progress: Progress) => void) | undefined
  /** Makes of `run` what the database has of it: what was under way when it went may have come through. */
  readAgain(): Promise<void>
}

/**
 * For a run that takes long and that no request waits for: where the database goes in its midst it is waited for, and the run goes
 * on where it is. A server that has much to do falls silent for seconds.
 *
 * @throws what `work` throws otherwise, what `readAgain` throws of a run that is no longer held, and the reason of the signal
 */
export const waitForDatabase = async <T>(
  work: () => Promise<T>,
  { run, signal, onProgress, readAgain }: Waited,
  /** Milliseconds between two tries. */
  pause = 5_000,
): Promise<T> => {
  let [at, times] = [-1, 0]
  for (;;) {
    try {
      return await work()
    } catch (error) {
      if (codeOf(error) !== away || signal.aborted) throw error
      ;[at, times] = [run.counts.read, run.counts.read === at ? times + 1 : 1]
      if (times === mostAtOnePlace) throw error
    }
    onProgress?.({ ...progressOf(run), waiting: waitingFor(pause) })
    do await sleep(pause, undefined, { signal })
    while (!(await isBack(readAgain)))
  }
}

const isBack = (readAgain: () => Promise<void>): Promise<boolean> =>
  readAgain().then(
    () => true,
    (error: unknown) => {
      if (passing.has(codeOf(error))) return false
      throw error
    },
  )

const waitingFor = (pause: number) => ({
  until: new Date(Date.now() + pause).toISOString(),
  seconds: pause / 1_000,
  why: 'for the database, which does not answer; it goes on when it does, Ctrl-C ends it',
})
