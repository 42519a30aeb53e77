import { setTimeout as sleep } from 'node:timers/promises'
import type { RawDatabase } from './raw-database.js'
import { storageErrorOf } from './storage-error.js'

/** The right to write a file that one writer locks whole. */
export interface WriteLock {
  /** Comes when it is this one's turn among the writers of this process; others are not kept out. @returns what ends the turn */
  turn(): Promise<() => void>
  /**
   * In one's turn: begins a transaction that keeps other processes out, too.
   * @throws Error of SQLite's, SQLITE_BUSY when another process keeps it for longer than the patience
   */
  begin(): Promise<void>
  /** After the transaction has ended. */
  ended(): void
}

/** Milliseconds between two tries. SQLite itself tries as rarely as every tenth of a second. */
const pause = 5
/** Whoever had the lock for so many milliseconds leaves others the time to take it, before it begins again. */
const long = 100

/**
 * SQLite waits for another process's lock inside a call, and with it the whole thread: an import that writes a page would
 * keep a gateway from every answer for as long. So the lock is asked for, and whoever else has work goes on meanwhile.
 *
 * @param patience milliseconds
 */
export const createWriteLock = (raw: RawDatabase, patience: number): WriteLock => {
  let last: Promise<unknown> = Promise.resolve()
  let begunAt = 0
  let heldFor = 0

  /** @returns the error that says that another process has it */
  const take = (): unknown => {
    try {
      raw.exec('pragma busy_timeout = 0; begin immediate')
      return undefined
    } catch (error) {
      if (storageErrorOf(error)?.code !== 'STORAGE_BUSY') throw error
      return error
    } finally {
      raw.exec(`pragma busy_timeout = ${patience}`)
    }
  }

  return {
    async turn() {
      const before = last
      let end!: () => void
      last = new Promise<void>((resolve) => {
        end = resolve
      })
      await before
      return end
    },
    async begin() {
      if (heldFor > long) await sleep(2 * pause)
      const deadline = performance.now() + patience
      for (let refused = take(); refused !== undefined; refused = take()) {
        if (performance.now() > deadline) throw refused
        await sleep(pause)
      }
      begunAt = performance.now()
    },
    ended() {
      heldFor = performance.now() - begunAt
    },
  }
}
