import { setTimeout as sleep } from 'node:timers/promises'
import type { RawDatabase } from './raw-database.js'
import { assertOpen, storageErrorOf } from './storage-error.js'
import { createWriteTurns } from './write-turns.js'

/**
 * The right to write a file that one writer locks whole. Whoever asks waits for the others of this process, each in turn, and
 * for other processes until the connection's `busy_timeout` is over, and keeps nobody else waiting.
 */
export interface WriteLock {
  /**
   * Comes when a transaction has begun. Whoever got it commits or rolls back, and then ends the turn.
   * @param isBrief it is of a single statement
   * @throws Error of SQLite's, SQLITE_BUSY when all took longer
   * @throws ShulianError STORAGE_CLOSED when the connection was closed meanwhile
   */
  transaction(isBrief: boolean): Promise<() => void>
  /**
   * Does what can be in no transaction (VACUUM), again for as long as it is refused with SQLITE_BUSY.
   * @throws as `transaction`, and what `work` throws
   */
  alone<T>(work: () => T): Promise<T>
}

/** Milliseconds between two tries of who has just come. */
const rarely = 10
/** Whoever waits for longer asks more often, and so has it before the others, nearly always. */
const pauseAfter = (waited: number): number => Math.max(1, Math.min(rarely, Math.round(16_000 / waited)))

/**
 * SQLite waits for another process's lock inside a call, and with it the whole thread: an import that writes a page would
 * keep a gateway from every answer for as long. So the lock is asked for, and whoever else has work goes on meanwhile.
 */
export const createWriteLock = (raw: RawDatabase): WriteLock => {
  const turns = createWriteTurns(2 * rarely)

  const insist = async <T>(work: () => T, asked: number): Promise<T> => {
    for (;;) {
      assertOpen(raw)
      const patience = patienceOf(raw)
      const tried = atOnce(raw, patience, work)
      if ('done' in tried) return tried.done
      const waited = performance.now() - asked
      if (waited > patience) throw tried.refused
      await sleep(pauseAfter(waited))
    }
  }

  return {
    async transaction(isBrief) {
      const asked = performance.now()
      const end = await turns.next(isBrief)
      try {
        await insist(() => raw.exec('begin immediate'), asked)
        return end
      } catch (error) {
        end()
        throw error
      }
    },
    async alone(work) {
      const asked = performance.now()
      const end = await turns.next(false)
      return insist(work, asked).finally(end)
    },
  }
}

const patienceOf = (raw: RawDatabase): number =>
  (raw.prepare('pragma busy_timeout').all() as [{ timeout: number }])[0].timeout

/** Without waiting inside SQLite. */
const atOnce = <T>(raw: RawDatabase, patience: number, work: () => T): { done: T } | { refused: unknown } => {
  raw.exec('pragma busy_timeout = 0')
  try {
    return { done: work() }
  } catch (refused) {
    if (storageErrorOf(refused)?.code !== 'STORAGE_BUSY') throw refused
    return { refused }
  } finally {
    raw.exec(`pragma busy_timeout = ${patience}`)
  }
}
