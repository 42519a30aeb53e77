import { Worker } from 'node:worker_threads'
import { entryOf } from './entry.js'
import type { Answer, Work } from './work.js'

/** Another thread of this process. */
export interface Thread {
  /**
   * Resolves with null where somebody else had claimed the work first, or the thread does not know it; never
   * where the thread ends before.
   */
  run(work: Work): Promise<Answer | null>
  close(): Promise<void>
}

export interface Asked {
  number: number
  name: string
  input: unknown
  cell: Int32Array
}

export interface Answered {
  number: number
  answer: Answer | null
}

/** `onEnd` is called once, however the thread ends. */
export const openThread = (onEnd: () => void): Thread => {
  const worker = new Worker(entryOf('gateway/tasks-worker'))
  const waiting = new Map<number, (answer: Answer | null) => void>()
  let last = 0
  worker.unref()
  worker.on('message', ({ number, answer }: Answered) => {
    waiting.get(number)?.(answer)
    waiting.delete(number)
  })
  // An error ends the thread, and the end is what counts.
  worker.on('error', () => undefined)
  worker.once('exit', onEnd)
  return {
    run: ({ task: { name }, input, claim: { cell } }) =>
      new Promise((resolve) => {
        const number = ++last
        waiting.set(number, resolve)
        worker.postMessage({ number, name, input, cell } satisfies Asked)
      }),
    close: async () => {
      await worker.terminate()
    },
  }
}
