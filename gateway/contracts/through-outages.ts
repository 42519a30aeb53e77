import { setTimeout as sleep } from 'node:timers/promises'
import { codeOf } from './errors.js'

const outages = new Set(['DATABASE_UNAVAILABLE', 'STORAGE_BUSY', 'SEARCH_ENGINE_AWAY'])

/** Milliseconds between two tries. */
const pause = 1_000

/**
 * For what nobody asks for again, as what a gateway does at its start: while the database or the search engine is away it is
 * begun anew until it is done. @throws every other error, and what the signal was aborted with
 */
export const throughOutages = async <T>(work: () => T | Promise<T>, signal: AbortSignal): Promise<T> => {
  for (;;) {
    try {
      return await work()
    } catch (error) {
      if (!outages.has(codeOf(error))) throw error
      await sleep(pause, undefined, { signal })
    }
  }
}
