import { giveTurns, type JobQueue } from '../../gateway/contracts/index.js'

/** Runs of one process, side by side: each leaves the others room. */
export interface Pace {
  /** @param isPatient whether it rests when it has company */
  begin(isPatient: boolean, signal: AbortSignal): Paced
}

export interface Paced {
  /** Pages as they come from the source. */
  reading<T>(pages: AsyncIterable<T>): AsyncIterable<T>
  working<T>(work: () => Promise<T>): Promise<T>
  /** Between two pages. */
  rest(): Promise<void>
  end(): void
}

interface Clock {
  /** Milliseconds. */
  now(): number
  /** After work of so many milliseconds. */
  giveTurns(worked: number, signal: AbortSignal): Promise<void>
}

const realClock: Clock = { now: () => performance.now(), giveTurns }

/**
 * A source that answers without end, or merely at once, would fill the whole time of the process. One that takes its time
 * over a page, as a database does, leaves it to the others by itself. For what a page's work takes beyond that, a harvest
 * with company gives the others turns; beside so many, work takes so many times as long as alone.
 */
export const createPace = (clock: Clock = realClock): Pace => {
  let runs = 0
  return {
    begin(isPatient, signal) {
      runs++
      let [took, worked] = [0, 0]
      return {
        async *reading(pages) {
          let asked = clock.now()
          for await (const page of pages) {
            took = clock.now() - asked
            yield page
            asked = clock.now()
          }
        },
        async working(work) {
          const began = clock.now()
          try {
            return await work()
          } finally {
            worked = clock.now() - began
          }
        },
        async rest() {
          const beyond = worked - runs * took
          if (isPatient && runs > 1 && beyond >= 1) await clock.giveTurns(beyond, signal)
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
