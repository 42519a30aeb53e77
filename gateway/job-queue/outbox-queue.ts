import { hostname } from 'node:os'
import type { Kysely } from 'kysely'
import { ShulianError } from '../contracts/errors.js'
import type { JobQueue } from '../contracts/job-queue.js'
import type { Log } from '../contracts/log.js'
import { noTracing, type Tracing } from '../observability/tracing.js'
import type { Carrier } from './carrier.js'
import { createClaimant } from './claims.js'
import { crashVerdict, type Handler, partsOf, toHandler } from './handlers.js'
import { createJobRecords } from './job-records.js'
import { createJobStore, leaseMilliseconds } from './job-store.js'
import { createLanes, type JobWatch } from './lanes.js'
import { createBell, oneAtATime, within } from './rounds.js'
import { registerSchedule, runSchedules } from './schedules.js'
import type { QueueTables } from './tables.js'

export interface OutboxQueueOptions {
  /** Holds the tables of `queueMigrations`; several processes may share them. */
  database: Kysely<QueueTables>
  log: Log
  now: () => Date
  /** Brings jobs to those who work; without one they are taken from the outbox here. */
  carrier?: Carrier
  watch?: JobWatch
  tracing?: Tracing
}

const tick = 250
/** After the deadline of `close`, for handlers to notice that they were aborted. */
const grace = 1000

/**
 * A queue whose truth is the outbox: who has a job, how often it was tried and what became of it is said there, whoever
 * brings it. Jobs of topics without a handler here are left to other processes.
 */
export function createOutboxQueue(options: OutboxQueueOptions): JobQueue {
  const { database, log, now, carrier, watch = () => {}, tracing = noTracing } = options
  // Whether a process lives can be asked on its own machine only.
  const store = createJobStore(database, createClaimant(hostname()), now)
  const records = createJobRecords(database, now)
  const handlers = new Map<string, Handler>()
  const scheduled = new Set<string>()
  const waits = new Set<{ topic: string }>()
  const bell = createBell()
  let timers: NodeJS.Timeout[] = []
  let isStarted = false
  let isWorking = false
  let closing: Promise<void> | null = null

  const takes = (topic: string): boolean => !closing && (isWorking || isWaitedFor(topic))
  const isWaitedFor = (topic: string): boolean => [...waits].some((wait) => wait.topic === topic)

  /** What a carrier brings is not fetched as well, but what somebody waits for here is when nothing brings it here. */
  const isFetched = (topic: string): boolean =>
    carrier === undefined || (isWaitedFor(topic) && (!isWorking || carrier.trouble() !== null))

  const onIdle = () => {
    bell.ring()
    rest()
  }
  const lanes = createLanes({ store, handlers, log, watch, tracing, takes, onIdle, onTried: bell.ring })

  const look = oneAtATime(async () => {
    const topics = [...handlers.keys()].filter((topic) => !closing && (isStarted || takes(topic)))
    if (topics.length === 0) return
    await takeBack(topics)
    const due = topics.filter((topic) => scheduled.has(topic))
    if (due.length > 0) await runSchedules(database, due, now().getTime())
    for (const topic of topics) if (takes(topic) && isFetched(topic)) await lanes.fill(topic)
    if (isStarted) carrier?.stir()
  })

  const takeBack = async (topics: string[]): Promise<void> => {
    for (const row of await lanes.abandoned(topics)) {
      const handler = handlers.get(row.topic)!
      const crashes = row.crashes + (row.isCrash ? 1 : 0)
      const parts = row.isCrash ? partsOf(handler, row.payload) : []
      const verdict = row.isCrash ? crashVerdict(handler, row.attempts, crashes) : null
      if (parts.length > 0) await store.divide(row, parts)
      else await store.takeBack(row, verdict)
      const data = { job: String(row.id), topic: row.topic, crashes, parts: parts.length, verdict }
      log.warn(data, 'job without a process taken back')
    }
  }

  const wake = (): void => {
    look()
      .catch((error) => log.warn({ err: error }, 'job queue not readable'))
      // Whoever waits hears of a failure as well: it looks itself, and is told.
      .finally(bell.ring)
  }
  const renew = (): void => {
    lanes.renew().catch((error) => log.warn({ err: error }, 'claims not renewed'))
  }

  const stir = (): void => {
    if (timers.length === 0 && !closing)
      timers = [setInterval(wake, tick), setInterval(renew, leaseMilliseconds / 3)]
  }
  /** A process that only waits for its jobs may end when they had their try. */
  const rest = (): void => {
    if (isStarted || waits.size > 0 || lanes.running.size > 0) return
    timers.forEach(clearInterval)
    timers = []
  }

  const allTried = async (topic: string, upTo: number, signal?: AbortSignal): Promise<void> => {
    for (;;) {
      signal?.throwIfAborted()
      if (closing) throw closed()
      const change = bell.heard()
      await look()
      if (!(await records.isBusy(topic, upTo))) return
      await change
    }
  }

  const caughtUp = async (topic: string, upTo?: string, signal?: AbortSignal): Promise<void> => {
    // What died with its process may be divided, and its parts are later jobs.
    if (handlers.has(topic)) await takeBack([topic])
    const bound = upTo === undefined ? await records.latest(topic) : Number(upTo)
    const wait = { topic }
    waits.add(wait)
    signal?.addEventListener('abort', bell.ring)
    stir()
    try {
      await allTried(topic, bound, signal)
    } finally {
      waits.delete(wait)
      signal?.removeEventListener('abort', bell.ring)
      rest()
    }
  }

  const close = async (deadline: number): Promise<void> => {
    bell.ring()
    // The round under way may still claim; what it took is waited for or handed back.
    await look().catch(() => {})
    const ended = Promise.all([carrier?.close(), lanes.settled()])
    await within(ended, deadline)
    lanes.abort(closed())
    await within(ended, grace)
    isStarted = false
    timers.forEach(clearInterval)
    carrier?.end()
    // Where the database is away they lapse by themselves.
    await store.handBack().catch((error) => log.warn({ err: error }, 'claims not given back'))
  }

  return {
    handle(topic, handler, handleOptions) {
      handlers.set(topic, toHandler(handler, handleOptions))
    },
    async schedule(topic, everySeconds) {
      await registerSchedule(database, topic, everySeconds, now().getTime())
      scheduled.add(topic)
    },
    async start(role = 'work') {
      isWorking = role === 'work' || carrier === undefined
      await carrier?.start({ role, handlers, run: lanes.run })
      isStarted = true
      stir()
      wake()
    },
    trouble: () => carrier?.trouble() ?? null,
    wake,
    caughtUp,
    dead: records.dead,
    counts: records.counts,
    standing: records.standing,
    async redrive(id) {
      if (!/^\d{1,15}$/.test(id) || !(await records.redrive(Number(id)))) throw unknownJob(id)
      wake()
    },
    close: (deadline = 10_000) => {
      closing ??= Promise.resolve().then(() => close(deadline))
      return closing
    },
  }
}

const closed = (): ShulianError =>
  new ShulianError('QUEUE_CLOSED', 'The job queue is closing.', { status: 503 })

const unknownJob = (id: string): ShulianError =>
  new ShulianError('JOB_UNKNOWN', `There is no dead job '${id}'. See: shulian jobs list`, {
    status: 404,
  })
