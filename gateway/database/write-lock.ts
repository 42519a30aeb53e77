import { setTimeout as sleep } from 'node:timers/promises'
import type { RawDatabase } from './raw-database.js'
import { storageErrorOf } from './storage-error.js'

/** The right to write a file that one writer locks whole. */
export interface WriteLock {
  /** Comes when it is this one's turn among the writers of this process; others are not kept out. @returns what ends the turn */
  turn(): Promise<() => void>
  /**
   * The same, with a transaction begun that keeps other processes out, too. Whoever got it commits or rolls back, and then ends
   * the turn.
   * @throws Error of SQLite's, SQLITE_BUSY when all took longer than the connection's `busy_timeout`
   */
  transaction(): Promise<() => void>
  /** Runs what is a transaction by itself and can be in no other (VACUUM), when the lock is to be had. @throws as `transaction` */
  alone(sql: string): Promise<void>
}

/** Milliseconds between two tries of who has just come. */
const rarely = 10
/** Whoever waits for longer asks more often, and so has it before the others, nearly always. */
const pauseAfter = (waited: number): number => Math.max(1, Math.min(rarely, Math.round(16_000 / waited)))

/** Whoever had the lock for so many milliseconds leaves others the time to take it, before it begins again. */
const long = 100

/**
 * SQLite waits for another process's lock inside a call, and with it the whole thread: an import that writes a page would
 * keep a gateway from every answer for as long. So the lock is asked for, and whoever else has work goes on meanwhile.
 */
export const createWriteLock = (raw: RawDatabase): WriteLock => {
  let last: Promise<unknown> = Promise.resolve()
  let hadLong = false

  const turn = async (): Promise<() => void> => {
    const before = last
    let end!: () => void
    last = new Promise<void>((resolve) => {
      end = resolve
    })
    await before
    return end
  }

  const begin = async (asked: number, sql: string): Promise<void> => {
    const patience = patienceOf(raw)
    if (hadLong) await sleep(2 * rarely)
    for (let refused = take(raw, patience, sql); refused !== undefined; refused = take(raw, patience, sql)) {
      const waited = performance.now() - asked
      if (waited > patience) throw refused
      await sleep(pauseAfter(waited))
    }
  }

  return {
    turn,
    async transaction() {
      const asked = performance.now()
      const end = await turn()
      try {
        await begin(asked, 'begin immediate')
      } catch (error) {
        end()
        throw error
      }
      const begun = performance.now()
      return () => {
        hadLong = performance.now() - begun > long
        end()
      }
    },
    async alone(sql) {
      const asked = performance.now()
      const end = await turn()
      await begin(asked, sql).finally(end)
    },
  }
}

const patienceOf = (raw: RawDatabase): number =>
  (raw.prepare('pragma busy_timeout').all() as [{ timeout: number }])[0].timeout

/** @returns the error that says that another process has it */
const take = (raw: RawDatabase, patience: number, sql: string): unknown => {
  try {
    raw.exec(`pragma busy_timeout = 0; ${sql}`)
    return undefined
  } catch (error) {
    if (storageErrorOf(error)?.code !== 'STORAGE_BUSY') throw error
    return error
  } finally {
    raw.exec(`pragma busy_timeout = ${patience}`)
  }
}
