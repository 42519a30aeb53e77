import { Worker } from 'node:worker_threads'
import type { Task } from '../contracts/threads.js'

/** Another thread of this process. */
export interface Thread {
  /** @throws what the task throws, as a plain Error */
  run(task: Task<unknown, unknown>, input: unknown): Promise<unknown>
  close(): Promise<void>
}

export interface Asked {
  number: number
  module: string
  name: string
  input: unknown
}

export type Answer = { number: number; output: unknown } | { number: number; error: Error }

/** `onEnd` is called once, however the thread ends; what it was asked and has not answered is then nobody's. */
export const openThread = (onEnd: () => void): Thread => {
  const worker = new Worker(new URL(`./entry${extension}`, import.meta.url))
  const waiting = new Map<number, { resolve(output: unknown): void; reject(error: Error): void }>()
  let last = 0
  worker.unref()
  worker.on('message', (answer: Answer) => {
    const caller = waiting.get(answer.number)
    waiting.delete(answer.number)
    if ('error' in answer) caller?.reject(answer.error)
    else caller?.resolve(answer.output)
  })
  // An error ends the thread, and the end is what counts.
  worker.on('error', () => undefined)
  worker.once('exit', onEnd)
  return {
    run: (task, input) =>
      new Promise((resolve, reject) => {
        const number = ++last
        waiting.set(number, { resolve, reject })
        const asked: Asked = { number, module: task.module, name: task.name, input }
        worker.postMessage(asked)
      }),
    close: async () => {
      await worker.terminate()
    },
  }
}

/** Tests run the sources as they are, and so do their threads. */
const extension = import.meta.url.endsWith('.ts') ? '.ts' : '.js'
