import { ShulianError } from '../../contracts/errors.js'
import { reasonOf } from '../../observability/outage.js'
import { storageClosed } from '../storage-error.js'

/** https://www.postgresql.org/docs/current/errcodes-appendix.html */
const known: [RegExp, (cause: unknown) => ShulianError][] = [
  [/^53100$/, (cause) => failed('STORAGE_FULL', full, { retryAfter: 60, cause })],
  // A conflict, a deadlock, a lock that did not come, a statement or a transaction that took too long.
  [/^(40001|40P01|55P03|57014|25P03)$/, (cause) => storageBusy(cause)],
  [/^28/, (cause) => failed('DATABASE_LOGIN_REFUSED', login, { cause })],
  [/^3D000$/, (cause) => failed('DATABASE_MISSING', missing, { cause })],
  [/^42501$/, (cause) => failed('DATABASE_NOT_PERMITTED', rights, { cause })],
  [/CERT|_SSL_|^ERR_TLS/, (cause) => failed('DATABASE_CERTIFICATE_REFUSED', certificate, { cause })],
  [/^(08|57P|53300|E[A-Z_]+$)/, (cause) => unavailable(cause)],
]

const full = 'The disk of the database is full. Free some space; nothing that was accepted is lost.'
const busy = 'The database is busy with the work of others. Try again in a moment.'
const login =
  'The database server refuses this user or password, or lets nobody in from here. Check SHULIAN_DATABASE_URL and the server’s pg_hba.conf.'
const missing =
  'The database that SHULIAN_DATABASE_URL names is not on that server. Make it: createdb --encoding UTF8 --template template0 NAME'
const rights =
  'The user of SHULIAN_DATABASE_URL may not do this in its database. Make it the owner: alter database NAME owner to USER'
const certificate =
  'The database server’s certificate is not one that is trusted here. Name its authority in SHULIAN_DATABASE_URL: sslrootcert=FILE'
const noTls =
  'The database server makes no encrypted connection, which SHULIAN_DATABASE_URL asks for. Let it (ssl = on), or ask for none: sslmode=disable'
const away = 'The database does not answer. What was accepted is safe; try again in a moment.'

const failed = (code: string, message: string, options: { retryAfter?: number; cause: unknown }) =>
  new ShulianError(code, message, { status: 503, ...options })

export const storageBusy = (cause: unknown): ShulianError =>
  failed('STORAGE_BUSY', busy, { retryAfter: 1, cause })

export const unavailable = (cause: unknown): ShulianError =>
  failed('DATABASE_UNAVAILABLE', away, { retryAfter: 5, cause })

/** What `pg` says without a code: of a line that broke, of one that was never made, of a pool that was closed. */
const broken =
  /^(Connection terminated|Client (has encountered|was closed)|Query read timeout|timeout expired)/
const closed = /^Cannot use a pool/
const noneFree = /^timeout exceeded when trying to connect/

/** Errors of `pg` → what the operator can mend, said as such; every other error as it is. */
export const databaseErrorOf = (error: unknown): unknown => {
  if (!(error instanceof Error) || error instanceof ShulianError) return error
  const code = 'code' in error ? String(error.code) : ''
  if (/does not support SSL|establishing an SSL/.test(error.message))
    return failed('DATABASE_CERTIFICATE_REFUSED', noTls, { cause: error })
  for (const [codes, told] of known) if (code !== '' && codes.test(code)) return told(error)
  if (broken.test(error.message)) return unavailable(error)
  if (noneFree.test(error.message)) return storageBusy(error)
  if (closed.test(error.message)) return storageClosed()
  return error
}

/** For the log, in a few words: the code of what happened, or what the operator can mend; never a sentence of the driver’s. */
export const whyAway = (error: unknown): string => {
  const known = databaseErrorOf(error)
  if (known instanceof ShulianError && known.code !== 'DATABASE_UNAVAILABLE') return known.message
  const reason = reasonOf(error)
  if (/timeout|no answer/i.test(reason)) return 'no answer in time'
  return reason.includes(' ') ? 'the connection ended' : reason
}

/** Whether the connection that gave this error is of no more use. */
export const isOfConnection = (error: unknown): boolean =>
  error instanceof ShulianError
    ? error.code === 'DATABASE_UNAVAILABLE'
    : // A prepared statement whose table has another form now.
      error instanceof Error && 'code' in error && error.code === '0A000'
