import type { Task } from '../contracts/threads.js'

export type Answer = { output: unknown } | { error: Error }

/** One piece of work, which one thread of all does. */
export interface Work {
  task: Task<unknown, unknown>
  input: unknown
  claim: Claim
  isAwaited: boolean
  done: Promise<unknown>
  settle(answer: Answer): void
}

/** A cell that all threads see. */
export interface Claim {
  cell: Int32Array
  /** Whether it was free, and is now the caller's. */
  take(): boolean
  release(): void
}

export const claimOn = (cell: Int32Array): Claim => ({
  cell,
  take: () => Atomics.compareExchange(cell, 0, 0, 1) === 0,
  release: () => Atomics.store(cell, 0, 0),
})

export const newWork = (task: Task<unknown, unknown>, input: unknown): Work => {
  let settle: Work['settle'] = () => undefined
  const done = new Promise((resolve, reject) => {
    settle = (answer) => ('error' in answer ? reject(answer.error) : resolve(answer.output))
  })
  // Work that nobody waits for any more fails in silence.
  done.catch(() => undefined)
  const claim = claimOn(new Int32Array(new SharedArrayBuffer(4)))
  return { task, input, claim, isAwaited: false, done, settle }
}

/** What came of it, thrown or not. */
export const answerOf = (run: () => unknown): Answer => {
  try {
    return { output: run() }
  } catch (error) {
    return { error: error instanceof Error ? error : new Error(String(error)) }
  }
}
