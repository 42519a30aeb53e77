import type { Client } from 'pg'
import type { Outage } from '../../observability/outage.js'
import { whyAway } from './errors.js'
import { sayGoodbye } from './pool.js'

/** Milliseconds from one question to the next, and until one without an answer means that nobody is there. */
const pause = 500
const patience = 2_000

/**
 * Whether the server answers, asked all the time on a connection of its own: a line that is cut without a word gives no
 * error, and what waits on it would wait for minutes. What asks for long is not disturbed by it.
 */
export interface Pulse {
  isAway(): boolean
  close(): Promise<void>
}

export const createPulse = (parts: { connect(): Client; onAway(): void; outage: Outage }): Pulse => {
  let client: Client | undefined
  let isAway = false
  let timer: NodeJS.Timeout | undefined
  let isClosed = false

  const ask = async (): Promise<void> => {
    if (client) await client.query('select 1')
    else client = await connected()
  }

  const connected = async (): Promise<Client> => {
    const fresh = parts.connect()
    fresh.on('error', () => {})
    await fresh.connect()
    await fresh.query(isAway ? endLeft : 'select 1')
    return fresh
  }

  const beat = async (): Promise<void> => {
    const error = await within(ask(), patience).then(
      () => undefined,
      (error: unknown) => error,
    )
    if (isClosed) return
    if (error === undefined) returned()
    else lost(error)
    timer = setTimeout(run, pause)
  }

  const lost = (error: unknown): void => {
    client = undefined
    isAway = true
    parts.outage.lasts(whyAway(error))
    parts.onAway()
  }

  const returned = (): void => {
    isAway = false
    parts.outage.ends()
  }

  let beating: Promise<void> = Promise.resolve()
  const run = (): void => {
    beating = beat()
  }
  run()

  return {
    isAway: () => isAway,
    close: async () => {
      isClosed = true
      clearTimeout(timer)
      await beating
      if (client) sayGoodbye(client)
    },
  }
}

/**
 * Sessions of this process from before it was cut off, which the server has not missed yet: one in the midst of a transaction
 * would keep everybody from writing for a minute. Nobody asks anything while the server is taken for away, so all of them are old.
 */
const endLeft = `select pg_terminate_backend(pid) from pg_stat_activity
  where application_name = current_setting('application_name') and pid <> pg_backend_pid()`

/** A process that was busy itself has the answer in its hands already: it is read before it is judged. */
const within = async (work: Promise<void>, milliseconds: number): Promise<void> => {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => setImmediate(() => setImmediate(() => reject(new Error(`no answer in ${milliseconds} ms`)))),
      milliseconds,
    )
  })
  try {
    await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
    work.catch(() => {})
  }
}
