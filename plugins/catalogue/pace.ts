import { setTimeout as sleep } from 'node:timers/promises'
import type { JobQueue } from '../../gateway/contracts/index.js'

/** Runs of one process, side by side: each leaves the others room. */
export interface Pace {
  /** @param isPatient whether it rests when it has company */
  begin(isPatient: boolean, signal: AbortSignal): Paced
}

export interface Paced {
  working<T>(work: () => Promise<T>): Promise<T>
  /** Between two pages. */
  rest(): Promise<void>
  end(): void
}

interface Clock {
  /** Milliseconds. */
  now(): number
  sleep(milliseconds: number, signal: AbortSignal): Promise<unknown>
}

const realClock: Clock = {
  now: () => performance.now(),
  sleep: (milliseconds, signal) => sleep(milliseconds, undefined, { signal }),
}

/**
 * A source that answers without end, or merely at once, would fill the whole time of the process. A harvest with company
 * therefore waits at least as long as it works: for the other side, or else here. One that is alone never does.
 */
export const createPace = (clock: Clock = realClock): Pace => {
  let runs = 0
  return {
    begin(isPatient, signal) {
      runs++
      let [owed, ended] = [0, clock.now()]
      return {
        async working(work) {
          const began = clock.now()
          const waited = began - ended
          try {
            return await work()
          } finally {
            ended = clock.now()
            // Twice, since part of the waiting was the reading of what came.
            owed = 2 * (ended - began) - waited
          }
        },
        async rest() {
          if (isPatient && runs > 1 && owed >= 1) await clock.sleep(owed, signal)
          else await new Promise(setImmediate)
        },
        end: () => void runs--,
      }
    },
  }
}

/** Pages whose works the index may lack: beyond these a harvest waits, or the works of others would stand behind a heap of its own. */
const mostBehind = 4

/** Called after each page with the job that it appended. */
export const keepingUp = (jobs: Pick<JobQueue, 'caughtUp'>, signal: AbortSignal) => {
  const appended: string[] = []
  return async (job: string | undefined): Promise<void> => {
    if (job !== undefined) appended.push(job)
    if (appended.length > mostBehind) await jobs.caughtUp('work.changed', appended.shift(), signal)
  }
}
