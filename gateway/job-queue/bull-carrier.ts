import Bull, { type Queue } from 'bull'
import type { Kysely } from 'kysely'
import type { Log } from '../contracts/log.js'
import { createOutage } from '../observability/outage.js'
import { openBullWork } from './bull-work.js'
import type { Carrier, CarrierWork, Handed } from './carrier.js'
import { checkRedis, openRedis, placeOf, whyAway } from './redis.js'
import { createRelay } from './relay.js'
import { oneAtATime } from './rounds.js'
import type { QueueTables } from './tables.js'

export interface BullCarrierOptions {
  /** redis:// or rediss://; a Redis database of this gateway's own. */
  url: string
  database: Kysely<QueueTables>
  log: Log
  now: () => Date
}

/** Of all keys in Redis. */
export const prefix = 'shulian'

/** Jobs of a topic that Redis has at once: enough for any number of workers, and its memory stays flat. */
const window = 5000
const batch = 500
/** Milliseconds after which a job that still waits is brought again; less when Bull has none of its topic. */
const patience = { usual: 30_000, empty: 2000 }

const longestTrouble = 60_000

/** Job id = outbox id; given out anew it is another job of Bull's, since the former may still be there. */
export const bullId = ({ id, handovers }: Handed): string =>
  handovers === 0 ? `${id}` : `${id}/${handovers}`

export interface BullCarrier extends Carrier {
  /** One for each topic, once it is started. */
  queues(): Iterable<Queue>
}

export const createBullCarrier = ({ url, database, log, now }: BullCarrierOptions): BullCarrier => {
  const relay = createRelay(database, now)
  // A command that hangs or cannot be sent fails: the backlog waits in the outbox, nowhere else.
  const redis = openRedis(url, {
    lazyConnect: true,
    enableOfflineQueue: false,
    maxRetriesPerRequest: 0,
    commandTimeout: 5000,
  })
  const queues = new Map<string, Queue>()
  let trouble: string | null = null
  let since = 0
  let work: ReturnType<typeof openBullWork> | undefined
  let isClosed = false

  const outage = createOutage({
    log,
    code: 'REDIS_AWAY',
    what: `Redis at ${placeOf(url)}`,
    advice:
      'Start it, or correct SHULIAN_REDIS_URL. Jobs wait in the database, and are brought by themselves when it answers.',
  })
  const note = (reason: string | null): void => {
    if (isClosed) return
    if (reason === null) outage.ends()
    else outage.lasts(reason)
    if (trouble === null && reason !== null) since = performance.now()
    trouble = reason === null ? null : `Redis at ${placeOf(url)} takes no jobs (${reason})`
  }

  const handOver = async (queue: Queue, handed: Handed[]): Promise<void> => {
    try {
      const jobs = await queue.addBulk(handed.map((one) => ({ data: {}, opts: { jobId: bullId(one) } })))
      // Bull does not say why Redis refused one, or that it did.
      if (jobs.some(({ id }) => typeof id !== 'string'))
        throw new Error('Redis refused a job (is its memory full?)')
    } catch (error) {
      await relay.unmark(handed)
      throw error
    }
  }

  const relayTopic = async (topic: string, queue: Queue): Promise<void> => {
    const { waiting, active, ...rest } = await queue.getJobCounts()
    const paused = 'paused' in rest ? Number(rest.paused) : 0
    const waits = waiting + active + paused === 0 ? patience.empty : patience.usual
    for (let free = window - waiting - paused; free > 0; free -= batch) {
      const handed = await relay.mark(topic, Math.min(free, batch), waits)
      if (handed.length === 0) return
      await handOver(queue, handed)
    }
  }

  const round = oneAtATime(async () => {
    try {
      await redis.ping()
      for (const topic of await relay.dueTopics([...queues.keys()], patience.empty))
        await relayTopic(topic, queues.get(topic)!)
      note(null)
    } catch (error) {
      note(whyAway(error))
      reconnectAtLast()
    }
  })

  /** A connection whose other end is gone without a word hangs for a quarter of an hour. */
  const reconnectAtLast = (): void => {
    if (isClosed || redis.status !== 'ready' || performance.now() - since < longestTrouble) return
    since = performance.now()
    redis.disconnect(true)
    work?.reconnect()
  }

  return {
    async start({ role, handlers, run }: CarrierWork) {
      note(await checkRedis(url))
      if (isClosed) return
      const connected = redis.connect().catch(() => {})
      if (trouble === null) await connected
      if (isClosed) return
      const createClient = () => redis
      for (const topic of handlers.keys()) {
        const defaultJobOptions = { removeOnComplete: true, removeOnFail: true }
        queues.set(topic, new Bull(topic, { prefix, createClient, defaultJobOptions }))
      }
      if (role === 'work') work = openBullWork({ url, prefix, handlers, run, log })
    },
    stir: () => void round(),
    trouble: () => trouble,
    queues: () => queues.values(),
    async close() {
      isClosed = true
      await work?.close()
    },
    end() {
      isClosed = true
      work?.end()
      redis.disconnect()
    },
  }
}
