import { ShulianError } from '../contracts/errors.js'

/** SQLite grows its files, and the index of its log, as it writes. */
const full = /^SQLITE_(FULL|IOERR_SHMSIZE)$/
const busy = /^SQLITE_(BUSY|LOCKED)/

/** What the operator can mend, said as such; undefined for every other error. */
export const storageErrorOf = (error: unknown): ShulianError | undefined => {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (full.test(code)) {
    return new ShulianError(
      'STORAGE_FULL',
      'The disk is full. Free some space; nothing that was accepted is lost.',
      { status: 503, retryAfter: 60, cause: error },
    )
  }
  if (busy.test(code)) {
    return new ShulianError(
      'STORAGE_BUSY',
      'Another process is writing to the database. Try again in a moment.',
      { status: 503, retryAfter: 1, cause: error },
    )
  }
  return undefined
}
