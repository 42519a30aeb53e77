import type { Client } from 'pg'
import { ShulianError } from '../../contracts/errors.js'
import { databaseErrorOf } from './errors.js'
import { sayGoodbye } from './pool.js'

/** What a server must be. The version is the oldest that this gateway is tried on. */
const oldest = 15

export interface Server {
  /** As it says itself: 150004. */
  version: number
  encoding: string
}

/**
 * Asks the server what it is.
 * @throws ShulianError DATABASE_UNAVAILABLE, DATABASE_LOGIN_REFUSED, DATABASE_MISSING, DATABASE_CERTIFICATE_REFUSED
 */
export const askServer = async (client: Client): Promise<Server> => {
  client.on('error', () => {})
  try {
    await client.connect()
    const { rows } = await client.query(
      `select current_setting('server_version_num') as version, current_setting('server_encoding') as encoding`,
    )
    return { version: Number(rows[0]?.version), encoding: String(rows[0]?.encoding) }
  } catch (cause) {
    throw databaseErrorOf(cause)
  } finally {
    sayGoodbye(client)
  }
}

/** @throws ShulianError DATABASE_TOO_OLD, DATABASE_ENCODING */
export const assertUsable = ({ version, encoding }: Server): void => {
  const major = Math.floor(version / 10_000)
  if (major < oldest) {
    throw new ShulianError(
      'DATABASE_TOO_OLD',
      `The database server is PostgreSQL ${major}; ${oldest} or later is needed. Upgrade it.`,
      { status: 503 },
    )
  }
  if (encoding !== 'UTF8') {
    throw new ShulianError(
      'DATABASE_ENCODING',
      `The database keeps its text in ${encoding}; titles in every script need UTF8. Make it anew: createdb --encoding UTF8 --template template0 NAME`,
      { status: 503 },
    )
  }
}
