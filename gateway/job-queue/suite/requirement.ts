import type { Test } from 'tap'
import type { JobQueue } from '../../contracts/job-queue.js'

export interface QueueUnderTest {
  queue: JobQueue
  /** Another queue on the same jobs, as another process has it. */
  another(): Promise<JobQueue>
  /** In a transaction of its own, committed when it resolves. */
  append(topic: string, payload: unknown): Promise<string>
  /** Ends what `make` opened; the queues too. */
  close(): Promise<void>
}

/** Adds a test with an empty queue of its own. */
export type Requirement = (name: string, run: (t: Test, under: QueueUnderTest) => Promise<void>) => void

/** A handler that holds its job until it is let through. */
export function gate() {
  let enter: () => void = () => {}
  let open: () => void = () => {}
  const entered = new Promise<void>((resolve) => {
    enter = resolve
  })
  const opened = new Promise<void>((resolve) => {
    open = resolve
  })
  const handler = async (): Promise<void> => {
    enter()
    await opened
  }
  return { entered, handler, open: () => open() }
}

/** Asks until the answer is as wanted; the test's own timeout ends it otherwise. */
export async function until<T>(ask: () => Promise<T>, isWanted: (answer: T) => boolean): Promise<T> {
  for (;;) {
    const answer = await ask()
    if (isWanted(answer)) return answer
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}
