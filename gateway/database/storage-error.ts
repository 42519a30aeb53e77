import { ShulianError } from '../contracts/errors.js'

/** SQLite grows its files, and the index of its log, as it writes; the file system. */
const full = /^(SQLITE_(FULL|IOERR_SHMSIZE)|ENOSPC|EDQUOT)$/
const busy = /^SQLITE_(BUSY|LOCKED)/
const closed = /^SQLITE_(READONLY|CANTOPEN)/

/**
 * What the operator can mend, said as such; undefined for every other error. Whoever passes such an error on may
 * have wrapped it.
 */
export const storageErrorOf = (error: unknown): ShulianError | undefined => {
  for (let at = error; at instanceof Error; at = at.cause) {
    if (at instanceof ShulianError && isOfDatabase(at.code)) return at
    const found = byCode('code' in at ? String(at.code) : '', error)
    if (found) return found
  }
  return undefined
}

/** Whether the database or its disk is what failed: it says nothing about what was asked. */
export const isOfDatabase = (code: string): boolean => /^(STORAGE|DATABASE)_/.test(code)

const byCode = (code: string, cause: unknown): ShulianError | undefined => {
  if (full.test(code)) {
    return new ShulianError(
      'STORAGE_FULL',
      'The disk is full. Free some space; nothing that was accepted is lost.',
      { status: 503, retryAfter: 60, cause },
    )
  }
  if (busy.test(code)) {
    return new ShulianError(
      'STORAGE_BUSY',
      'Another process is writing to the database. Try again in a moment.',
      { status: 503, retryAfter: 1, cause },
    )
  }
  return closed.test(code) ? notWritable('The database', cause) : undefined
}

/** To who had work for a database that this process has closed. */
export const storageClosed = (): ShulianError =>
  new ShulianError(
    'STORAGE_CLOSED',
    'The database is closed, because this process ends. Nothing of this was written; try again in a moment.',
    { status: 503, retryAfter: 5 },
  )

/** Before a connection is asked anything: of one that is closed libsql says so without a code, or aborts the process. */
export const assertOpen = ({ open }: { readonly open: boolean }): void => {
  if (!open) throw storageClosed()
}

/** @param what the folder, or what in it */
export const notWritable = (what: string, cause: unknown): ShulianError =>
  new ShulianError(
    'DATA_FOLDER_NOT_WRITABLE',
    `${what} cannot be written to. Give this user the right to write there, or name another folder in SHULIAN_DATA_DIR.`,
    { status: 503, cause },
  )
