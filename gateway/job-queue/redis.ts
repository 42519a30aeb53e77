import { Redis, type RedisOptions } from 'ioredis'
import { messageOf, ShulianError } from '../contracts/errors.js'
import { reasonOf } from '../observability/outage.js'

/** Reconnects for ever, at most two seconds apart; what is said of errors is said by who uses it. */
export const openRedis = (url: string, options: RedisOptions): Redis => {
  const redis = new Redis(url, {
    retryStrategy: (times) => Math.min(50 * 2 ** times, 2000),
    connectTimeout: 5000,
    keepAlive: 10_000,
    // The client would wait for the answer, and take for ready a connection that was lost meanwhile: it never ends.
    disableClientInfo: true,
    ...options,
  })
  redis.setMaxListeners(0)
  redis.on('error', () => {})
  return redis
}

/** Where it is, without user and password. */
export const placeOf = (url: string): string => {
  const { protocol, host, pathname } = new URL(url)
  return `${protocol}//${host}${pathname}`
}

/** The oldest that is tried: 6.2, whose end of life was in 2024; the commands used are older. */
const oldest = 6.2

/**
 * Whether this is a Redis that jobs can be carried by.
 * @returns why it does not answer now, in a few words, or null
 * @throws ShulianError REDIS_REFUSES, REDIS_UNFIT: waiting would not mend it
 */
export const checkRedis = async (url: string): Promise<string | null> => {
  const redis = new Redis(url, {
    lazyConnect: true,
    retryStrategy: () => null,
    maxRetriesPerRequest: 0,
    enableReadyCheck: false,
    connectTimeout: 3000,
    commandTimeout: 3000,
  })
  let first: unknown
  redis.on('error', (error) => {
    first ??= error
  })
  try {
    await redis.connect()
    assertFit(await redis.info(), url)
    // A database that is not there is told beside the commands.
    if (first !== undefined) throw first
    return null
  } catch (error) {
    if (error instanceof ShulianError) throw error
    return judged(first ?? error, url)
  } finally {
    redis.disconnect()
  }
}

/** What it says itself is a matter of settings; that nothing is heard of it may pass. */
const judged = (error: unknown, url: string): string => {
  const said = messageOf(error)
  if (/^(WRONGPASS|NOAUTH|NOPERM|ERR .*(AUTH|password|DB index))/i.test(said)) {
    throw new ShulianError(
      'REDIS_REFUSES',
      `Redis at ${placeOf(url)} refuses: ${said.slice(0, 120)} Set user, password and database in SHULIAN_REDIS_URL as redis://USER:PASSWORD@HOST:PORT/DATABASE.`,
      { cause: error },
    )
  }
  if (/Protocol error/i.test(said)) {
    throw new ShulianError(
      'REDIS_UNFIT',
      `What answers at ${placeOf(url)} is not Redis. Check host and port in SHULIAN_REDIS_URL.`,
      { cause: error },
    )
  }
  return whyAway(error)
}

/** Of the client’s own sentences no more than that there is no connection. */
export const whyAway = (error: unknown): string =>
  /writeable|Connection is closed|max retries/i.test(messageOf(error)) ? 'no connection' : reasonOf(error)

const assertFit = (info: string, url: string): void => {
  const said = new Map(info.split('\r\n').map((line) => line.split(':', 2) as [string, string]))
  const unfit = (reason: string): never => {
    throw new ShulianError('REDIS_UNFIT', `Redis at ${placeOf(url)} ${reason}`)
  }
  const version = said.get('redis_version') ?? ''
  if (!(Number.parseFloat(version) >= oldest))
    unfit(`is of version ${version || 'unknown'}; ${oldest} or later is needed.`)
  if (said.get('role') === 'slave')
    unfit('is a replica and takes no writes (READONLY). Name the primary in SHULIAN_REDIS_URL.')
  if (said.get('redis_mode') === 'cluster')
    unfit('is part of a cluster, over which Bull cannot spread. Name a Redis of its own.')
}
