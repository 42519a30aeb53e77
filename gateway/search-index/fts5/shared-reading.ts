import { availableParallelism } from 'node:os'
import type { SearchQuery, SearchResult } from '../../contracts/search-index.js'
import type { ReadingThread } from './reading-thread.js'

/** So often within a second must one search wait for another before a thread is worth its start. */
const worthAThread = 20
const second = 1_000
/** A thread costs some 30 MB, and up to 32 MB of pages of the file: one that has had nothing to do for so long ends. */
const idleMilliseconds = 10_000
/** Searches that the thread has at once: one in hand, and the next, so that it need not wait for this one. */
const ahead = 2

export interface SharedReading {
  search(query: SearchQuery): Promise<SearchResult>
  /** Whether there is a thread now. */
  isShared(): boolean
  close(): Promise<void>
}

interface Waiting {
  query: SearchQuery
  resolve(result: SearchResult): void
  reject(error: unknown): void
}

/**
 * Searches of many readers at once, some of them done by another thread: one who searches alone is answered here as
 * soon as the others of this turn of the event loop are known, and where several wait the thread is given some of
 * them. What is found never depends on where; what the thread cannot do is done here.
 */
export const shareReading = (
  here: (query: SearchQuery) => SearchResult,
  open: (onEnd: () => void) => ReadingThread,
  processors = availableParallelism(),
): SharedReading => {
  const queue: Waiting[] = []
  let isTurnDue = false
  let thread: ReadingThread | undefined
  let idle: NodeJS.Timeout | undefined
  let crowded = { since: 0, times: 0 }
  let isClosed = false

  const turn = (): void => {
    if (queue.length > 1) noteCrowd()
    while (thread && queue.length > 1 && thread.waiting() < ahead) handOver(thread, queue.shift() as Waiting)
    const next = queue.shift()
    if (next) doHere(next)
    isTurnDue = queue.length > 0
    if (isTurnDue) setImmediate(turn)
  }

  const noteCrowd = (): void => {
    const now = performance.now()
    crowded =
      now - crowded.since > second ? { since: now, times: 1 } : { ...crowded, times: crowded.times + 1 }
    if (crowded.times >= worthAThread && processors > 1 && !thread && !isClosed) start()
  }

  const start = (): void => {
    const opened = open(() => {
      if (thread === opened) thread = undefined
    })
    thread = opened
    rest()
  }

  const rest = (): void => {
    clearTimeout(idle)
    idle = setTimeout(end, idleMilliseconds).unref()
  }

  /** It answers what it has first. */
  const end = async (): Promise<void> => {
    const ending = thread
    thread = undefined
    clearTimeout(idle)
    await ending?.close()
  }

  const handOver = (to: ReadingThread, waiting: Waiting): void => {
    rest()
    void to
      .search(waiting.query)
      .then((result) => (result === null ? doHere(waiting) : waiting.resolve(result)))
  }

  const doHere = ({ query, resolve, reject }: Waiting): void => {
    try {
      resolve(here(query))
    } catch (error) {
      reject(error)
    }
  }

  return {
    search: (query) =>
      new Promise((resolve, reject) => {
        queue.push({ query, resolve, reject })
        if (!isTurnDue) setImmediate(turn)
        isTurnDue = true
      }),
    isShared: () => thread !== undefined,
    close: async () => {
      isClosed = true
      await end()
    },
  }
}
