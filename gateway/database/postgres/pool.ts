import { randomBytes } from 'node:crypto'
import { Socket } from 'node:net'
import { hostname } from 'node:os'
import pg from 'pg'
import { databaseErrorOf, isOfConnection } from './errors.js'

/** Milliseconds. */
export const limits = {
  /** Until a connection is made, or one of the pool is free: a request is told within three seconds. */
  connect: 2_000,
  /** Of one statement, waiting for others’ locks included; the server ends it. */
  statement: 120_000,
  /** The same as seen from here, where a line broke and nobody said so. */
  query: 130_000,
  /** A process that froze inside a transaction lets others go on. */
  idleInTransaction: 60_000,
}

/** Numbers come as numbers, as from SQLite: counts and sums too. None that is kept is beyond 2⁵³. */
const numbers = new Set<number>([pg.types.builtins.INT8, pg.types.builtins.NUMERIC])
const types = {
  getTypeParser: (type: number, format?: 'text' | 'binary') =>
    numbers.has(type) ? Number : pg.types.getTypeParser(type, format as 'text'),
}

/**
 * Of a record's bytes and description most of the cost of keeping them was to pack them; a server built without LZ4 goes on as it
 * did. It belongs to the making of the connection: one that does not answer it in that time is none.
 */
const packQuickly = async (client: pg.ClientBase): Promise<void> => {
  const query = { text: 'set default_toast_compression = lz4', query_timeout: limits.connect }
  await client.query(query).catch((cause: unknown) => {
    if (isOfConnection(databaseErrorOf(cause))) throw cause
  })
}

/** The server’s own goodbye is not waited for: one that fell silent never says it. Whoever closes cuts what is left. */
export const sayGoodbye = (client: pg.Client): void => {
  client.end().catch(() => {})
}

export interface Connections {
  pool: pg.Pool
  /** One outside the pool. */
  single(): pg.Client
  /** Ends every connection at once, whatever waits on it. */
  cut(): void
}

/** @param size most connections of this process */
export const openConnections = (url: string, size: number): Connections => {
  const sockets = new Set<Socket>()
  const stream = () => {
    const socket = new Socket()
    sockets.add(socket)
    socket.once('close', () => sockets.delete(socket))
    return socket
  }
  const config = {
    connectionString: url,
    // Each process by its own name, so that it can tell whether it is alone.
    application_name: `shulian ${randomBytes(4).toString('hex')} ${process.pid} ${hostname()}`.slice(0, 63),
    connectionTimeoutMillis: limits.connect,
    keepAlive: true,
    stream,
    types,
  }
  const pool = new pg.Pool({
    ...config,
    max: size,
    onConnect: packQuickly,
    statement_timeout: limits.statement,
    query_timeout: limits.query,
    idle_in_transaction_session_timeout: limits.idleInTransaction,
  })
  // A connection that breaks while nobody asks on it is no error of anybody: the next question gets another.
  pool.on('error', () => {})
  pool.on('connect', (client) => void client.on('error', () => {}))
  return {
    pool,
    single: () => new pg.Client(config),
    cut: () => {
      for (const socket of sockets) socket.destroy()
    },
  }
}
