import { availableParallelism } from 'node:os'
import type { Pending, Task, Threads } from '../contracts/threads.js'
import { openThread, type Thread } from './thread.js'
import { answerOf, newWork, type Work } from './work.js'

/** More threads than these would wait for the database, which one thread writes. */
const most = 4
/** So much must wait before another thread is worth its start. */
const worthAThread = 4
/** A thread costs some 30 MB: those that have had nothing to do for so long end. */
const idleMilliseconds = 10_000
/** A turn of the event loop in which somebody did something. */
const busyMilliseconds = 0.3

export interface ThreadPool extends Threads {
  /** Threads that run. */
  size(): number
  close(): Promise<void>
}

/**
 * As many threads as there are processors to spare, started when there is work for them, ended when there is none.
 * Work is handed to a thread at once, and whoever claims it first does it: the thread when its turn comes, or the
 * one who waits for its result. So neither waits while there is work.
 */
export const createThreadPool = (
  options: { most?: number; open?: (onEnd: () => void) => Thread } = {},
): ThreadPool => {
  const limit = options.most ?? Math.min(availableParallelism() - 1, most)
  const open = options.open ?? openThread
  /** Work that nobody has done, in the order it came. */
  const undone = new Set<Work>()
  const threads = new Map<Thread, Set<Work>>()
  let idle: NodeJS.Timeout | undefined
  let isClosed = false

  const start = (): void => {
    const given = new Set<Work>()
    const thread = open(() => {
      threads.delete(thread)
      // What it had claimed and not done is anybody's again.
      const lost = [...given].filter((work) => undone.has(work))
      for (const work of lost) work.claim.release()
      for (const work of lost) if (work.isAwaited) doHere(work)
    })
    threads.set(thread, given)
  }

  const give = (work: Work): void => {
    const [thread, given] = [...threads].reduce((least, one) => (one[1].size < least[1].size ? one : least))
    given.add(work)
    void thread.run(work).then((answer) => {
      given.delete(work)
      settle(work, answer)
    })
  }

  const settle = (work: Work, answer: { output: unknown } | { error: Error } | null): void => {
    if (answer !== null) {
      undone.delete(work)
      work.settle(answer)
    }
    rest()
  }

  const rest = (): void => {
    clearTimeout(idle)
    if (undone.size === 0 && threads.size > 0) idle = setTimeout(endThreads, idleMilliseconds).unref()
  }

  const endThreads = () => Promise.all([...threads.keys()].map((thread) => thread.close()))

  /** Does it in this thread, unless another has begun to. */
  const doHere = (work: Work): boolean => {
    if (!work.claim.take()) return false
    settle(
      work,
      answerOf(() => work.task.run(work.input)),
    )
    return true
  }

  /** Work is done here only while this thread has nothing else to do. */
  const resultOf = async (work: Work): Promise<unknown> => {
    work.isAwaited = true
    while (undone.has(work)) {
      if (threads.size > 0 && (await isBusy())) continue
      if (!doHere(work) && ![...undone].some(doHere)) break
    }
    return work.done
  }

  return {
    begin: <I, O>(task: Task<I, O>, input: I): Pending<O> => {
      const work = newWork(task as Task<unknown, unknown>, input)
      undone.add(work)
      if (!isClosed && undone.size >= worthAThread && threads.size < limit) start()
      if (threads.size > 0) give(work)
      return { result: () => resultOf(work) as Promise<O> }
    },
    size: () => threads.size,
    close: async () => {
      isClosed = true
      clearTimeout(idle)
      await endThreads()
    },
  }
}

const isBusy = async (): Promise<boolean> => {
  const began = performance.now()
  await new Promise(setImmediate)
  return performance.now() - began > busyMilliseconds
}
