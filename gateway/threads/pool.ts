import { availableParallelism } from 'node:os'
import type { Pending, Task, Threads } from '../contracts/threads.js'
import { openThread, type Thread } from './thread.js'

/** A thread has its next work in hand while it does the first: it never waits for this one to listen. */
const inHand = 2
/** More threads than these would wait for the database, which one thread writes. */
const most = 4
/** So much must wait before another thread is worth its start. */
const worthAThread = 4
/** A thread costs some 30 MB: those that have had nothing to do for so long end. */
const idleMilliseconds = 10_000

export interface ThreadPool extends Threads {
  close(): Promise<void>
}

interface Work {
  task: Task<unknown, unknown>
  input: unknown
  /** Settles when somebody has done it. */
  done: Promise<unknown>
  resolve(output: unknown): void
  reject(error: unknown): void
  isDone: boolean
}

/** As many threads as there are processors to spare, started when there is work for them, ended when there is none. */
export const createThreadPool = (
  options: { size?: number; open?: (onEnd: () => void) => Thread } = {},
): ThreadPool => {
  const size = options.size ?? Math.min(availableParallelism() - 1, most)
  const open = options.open ?? openThread
  const queue: Work[] = []
  const threads = new Map<Thread, Set<Work>>()
  let idle: NodeJS.Timeout | undefined

  const dispatch = (): void => {
    if (queue.length >= worthAThread && threads.size < size) start()
    for (const [thread, taken] of threads) {
      while (taken.size < inHand && queue.length > 0) give(thread, taken, queue.shift() as Work)
    }
    rest()
  }

  const start = (): void => {
    const taken = new Set<Work>()
    const thread = open(() => {
      threads.delete(thread)
      // What a thread had in hand when it ended goes back in front: somebody else does it.
      queue.unshift(...taken)
      for (const work of taken) if (isAwaited.has(work)) doHere(work)
    })
    threads.set(thread, taken)
  }

  const give = (thread: Thread, taken: Set<Work>, work: Work): void => {
    taken.add(work)
    thread.run(work.task, work.input).then(
      (output) => settle(work, taken, () => work.resolve(output)),
      (error) => settle(work, taken, () => work.reject(error)),
    )
  }

  const settle = (work: Work, taken: Set<Work>, tell: () => void): void => {
    taken.delete(work)
    work.isDone = true
    tell()
    dispatch()
  }

  const rest = (): void => {
    clearTimeout(idle)
    if (threads.size === 0) return
    idle = setTimeout(endIdle, idleMilliseconds).unref()
  }

  const endIdle = (): void => {
    for (const [thread, taken] of threads) if (taken.size === 0) void thread.close()
  }

  const isAwaited = new Set<Work>()

  const doHere = (work: Work): void => {
    queue.splice(queue.indexOf(work), 1)
    work.isDone = true
    try {
      work.resolve(work.task.run(work.input))
    } catch (error) {
      work.reject(error)
    }
  }

  /** Its own work if it waits still; else other waiting work, for as long as a thread is at it. */
  const resultOf = async (work: Work): Promise<unknown> => {
    isAwaited.add(work)
    while (!work.isDone) {
      const next = queue.includes(work) ? work : queue[0]
      if (!next) break
      doHere(next)
      await new Promise(setImmediate)
    }
    return work.done.finally(() => isAwaited.delete(work))
  }

  return {
    begin: <I, O>(task: Task<I, O>, input: I): Pending<O> => {
      const work = newWork(task as Task<unknown, unknown>, input)
      queue.push(work)
      dispatch()
      return { result: () => resultOf(work) as Promise<O> }
    },
    close: async () => {
      clearTimeout(idle)
      await Promise.all([...threads.keys()].map((thread) => thread.close()))
    },
  }
}

const newWork = (task: Task<unknown, unknown>, input: unknown): Work => {
  const work = { task, input, isDone: false } as Work
  work.done = new Promise((resolve, reject) => Object.assign(work, { resolve, reject }))
  // Work that nobody waits for any more fails in silence.
  work.done.catch(() => undefined)
  return work
}
