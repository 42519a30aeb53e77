import { ShulianError } from '../contracts/errors.js'
import type { Job } from '../contracts/job-queue.js'
import type { Log } from '../contracts/log.js'
import { inSpan, type Tracing } from '../observability/tracing.js'
import type { Handed } from './carrier.js'
import { type Handler, pauseAfter, reasonOf } from './handlers.js'
import type { Abandoned, Claim, JobStore } from './job-store.js'
import { inTurn } from './rounds.js'

/** A job had its try: what came of it, after so many seconds. */
export type JobWatch = (
  topic: string,
  outcome: 'done' | 'failed' | 'dead' | 'aborted',
  seconds: number,
) => void

export interface LanesOptions {
  store: JobStore
  handlers: ReadonlyMap<string, Handler>
  log: Log
  watch: JobWatch
  tracing: Tracing
  /** Whether more jobs of this topic may be taken. */
  takes: (topic: string) => boolean
  /** A lane found nothing more to do. */
  onIdle: () => void
  /** A job had its try. */
  onTried: () => void
}

export interface Lanes {
  /** Claims what is due and has a free place, and runs it. */
  fill(topic: string): Promise<void>
  /** Runs a job that was brought, unless it was taken, ended or given out anew since. */
  run(topic: string, handed: Handed): Promise<void>
  /** By job id. */
  running: ReadonlyMap<string, unknown>
  /** Jobs that are claimed and that nobody runs; asked in turn, for what is just being claimed does not run yet. */
  abandoned(topics: string[]): Promise<Abandoned[]>
  /** Keeps the claims of what runs; a run whose claim was lost is aborted. */
  renew(): Promise<void>
  abort(reason: Error): void
  /** Resolves when every lane of now has ended. */
  settled(): Promise<unknown>
}

interface Running {
  isSuspect: boolean
  stop: AbortController
  traceparent: string | null
}

/** The work of this process: of each topic as many lanes as its handler allows, each running one job after the other. */
export function createLanes({
  store,
  handlers,
  log,
  watch,
  tracing,
  takes,
  onIdle,
  onTried,
}: LanesOptions): Lanes {
  const running = new Map<string, Running>()
  const lanes = new Map<string, Set<Promise<void>>>()
  const claimInTurn = inTurn()

  const note = ({ job, ...claim }: Claim): void =>
    void running.set(job.id, { ...claim, stop: new AbortController() })

  /** In turn, because two claims at once could take two suspects: when the process dies, one must be to blame. */
  const claim = (topic: string, slots: number): Promise<Claim[]> =>
    claimInTurn(async () => {
      if (slots <= 0 || !takes(topic)) return []
      const hasSuspect = [...running.values()].some(({ isSuspect }) => isSuspect)
      const claims = await store.claim(topic, slots, hasSuspect)
      for (const claim of claims) note(claim)
      return claims
    })

  const claimHanded = (topic: string, handed: Handed): Promise<Claim | undefined> =>
    claimInTurn(async () => {
      const hasSuspect = [...running.values()].some(({ isSuspect }) => isSuspect)
      const claim = takes(topic) ? await store.claimHanded(topic, handed, hasSuspect) : undefined
      if (claim) note(claim)
      else await store.giveOutAnew(handed)
      return claim
    })

  const runJob = async (job: Job, handler: Handler): Promise<void> => {
    const { stop, traceparent } = running.get(job.id)!
    const { signal } = stop
    const began = performance.now()
    const tell = (outcome: Parameters<JobWatch>[1]) =>
      watch(job.topic, outcome, (performance.now() - began) / 1000)
    try {
      const attributes = { 'shulian.topic': job.topic, 'shulian.attempt': job.attempt }
      await inSpan(tracing, [`job ${job.topic}`, 'consumer', attributes, traceparent], () =>
        handler.run(job, { signal }),
      )
    } catch (error) {
      tell(signal.aborted ? 'aborted' : isLast(job, handler) ? 'dead' : 'failed')
      if (!signal.aborted) await recordFailure(job, handler, error)
      return
    }
    tell('done')
    await store.finish(job)
  }

  const isLast = (job: Job, handler: Handler): boolean => job.attempt >= handler.attempts

  const recordFailure = async (job: Job, handler: Handler, error: unknown): Promise<void> => {
    const data = { job: job.id, topic: job.topic, attempt: job.attempt, err: error }
    if (isLast(job, handler)) {
      await store.giveUp(job, reasonOf(error))
      log.error(data, 'job given up')
      return
    }
    await store.retry(job, pauseAfter(handler, job.attempt, error), reasonOf(error))
    log.warn(data, 'job failed, will be tried again')
  }

  const tryJob = async (job: Job, handler: Handler): Promise<void> => {
    await runJob(job, handler)
      // The row stays claimed by us and is run again: once too often rather than never.
      .catch((error) => log.warn({ job: job.id, topic: job.topic, err: error }, 'job not recorded'))
      .finally(() => running.delete(job.id))
    onTried()
  }

  const runLane = async (first: Job, handler: Handler): Promise<void> => {
    let next: Job | undefined = first
    while (next) {
      const job: Job = next
      await tryJob(job, handler)
      // Jobs without end, none of which waits for anything, would leave nobody else a turn.
      await new Promise(setImmediate)
      next = (await claim(job.topic, 1))[0]?.job
    }
  }

  const openLane = (topic: string, work: Promise<void>): Promise<void> => {
    const ofTopic = lanesOf(topic)
    const lane: Promise<void> = work
      .catch((error) => log.warn({ topic, err: error }, 'jobs not taken'))
      .finally(() => {
        ofTopic.delete(lane)
        onIdle()
      })
    ofTopic.add(lane)
    return lane
  }

  const lanesOf = (topic: string): Set<Promise<void>> => {
    const ofTopic = lanes.get(topic) ?? new Set()
    lanes.set(topic, ofTopic)
    return ofTopic
  }

  return {
    running,
    abandoned: (topics) => claimInTurn(() => store.abandoned(topics, running)),
    async fill(topic) {
      const handler = handlers.get(topic)!
      for (const { job } of await claim(topic, handler.concurrency - lanesOf(topic).size))
        void openLane(topic, runLane(job, handler))
    },
    async run(topic, handed) {
      const found = await claimHanded(topic, handed)
      if (found) await openLane(topic, tryJob(found.job, handlers.get(topic)!))
    },
    async renew() {
      const ids = [...running.keys()]
      if (ids.length === 0) return
      const kept = await store.renew(ids)
      const isLost = (id: string) =>
        new ShulianError('JOB_LOST', `Job ${id} was taken back by another process.`)
      for (const id of ids) if (!kept.has(id)) running.get(id)?.stop.abort(isLost(id))
    },
    abort(reason) {
      for (const { stop } of running.values()) stop.abort(reason)
    },
    settled: () => Promise.all([...lanes.values()].flatMap((ofTopic) => [...ofTopic])),
  }
}
