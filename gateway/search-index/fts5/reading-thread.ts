import { Worker } from 'node:worker_threads'
import type { SearchQuery, SearchResult } from '../../contracts/search-index.js'
import { entryOf } from '../../threads/entry.js'

export interface Asked {
  number: number
  query: SearchQuery
}

export interface Answered {
  number: number
  result: string | null
}

/** A thread of this process with a connection of its own, which only reads. */
export interface ReadingThread {
  /** Null where it could not, or where the thread ended before. */
  search(query: SearchQuery): Promise<SearchResult | null>
  /** Searches that it has not answered yet. */
  waiting(): number
  /** Resolves when its connection is closed. */
  close(): Promise<void>
}

/** `onEnd` is called once, however the thread ends. */
export const openReadingThread = (path: string, onEnd: () => void): ReadingThread => {
  const worker = new Worker(entryOf('gateway/search-index/fts5/reading-worker'), { workerData: path })
  const waiting = new Map<number, (result: SearchResult | null) => void>()
  let last = 0
  worker.unref()
  worker.on('message', ({ number, result }: Answered) => {
    waiting.get(number)?.(result === null ? null : JSON.parse(result))
    waiting.delete(number)
  })
  // An error ends the thread, and the end is what counts.
  worker.on('error', () => undefined)
  const ended = new Promise<void>((resolve) => {
    worker.once('exit', () => {
      for (const settle of waiting.values()) settle(null)
      waiting.clear()
      onEnd()
      resolve()
    })
  })
  return {
    search: (query) =>
      new Promise((resolve) => {
        const number = ++last
        waiting.set(number, resolve)
        worker.postMessage({ number, query } satisfies Asked)
      }),
    waiting: () => waiting.size,
    close: async () => {
      worker.ref()
      worker.postMessage(null)
      await ended
    },
  }
}
