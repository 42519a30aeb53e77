import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import Bull from 'bull'
import type { Kysely } from 'kysely'
import type { JobQueue } from '../contracts/job-queue.js'
import { silentLog } from '../contracts/log.js'
import { openDatabases } from '../database/databases.js'
import { migrate } from '../database/migrate.js'
import { programs, startPostgres } from '../database/postgres/testing.js'
import { createBullQueue } from '../job-queue/bull.js'
import { queueMigrations } from '../job-queue/migrations.js'
import { createOutbox } from '../job-queue/outbox.js'
import { createOutboxQueue } from '../job-queue/outbox-queue.js'
import { startRedis } from '../job-queue/redis-testing.js'
import type { QueueTables } from '../job-queue/tables.js'
import { inFolder } from './faults/in-folder.js'
import { numberOf } from './number-of.js'
import { percentile } from './percentiles.js'

export const name = 'relay'

const now = () => new Date()
const concurrency = 4

/**
 * Jobs that do nothing, from the outbox to their end: brought by Bull, and taken from the outbox itself, on PostgreSQL and on
 * SQLite. The yardstick is Bull alone, which promises less. `--jobs 5000`.
 */
export const run = (report: (line: string) => void): Promise<void> =>
  inFolder(async (folder) => {
    const jobs = numberOf('--jobs', 5_000)
    const redis = await startRedis()
    const bin = programs()
    const postgres = bin === undefined ? undefined : await startPostgres(bin)
    try {
      const bare = await bareBull(redis.url, jobs)
      report(`${jobs} jobs, ${concurrency} at once`)
      report(line('Bull alone', jobs, bare, bare))
      for (const [label, databaseUrl] of [
        ['SQLite', undefined],
        ['PostgreSQL', postgres?.url('postgres')],
      ] as const) {
        if (label === 'PostgreSQL' && databaseUrl === undefined)
          return report('PostgreSQL is not on this machine')
        for (const carrier of ['no carrier', 'Bull'] as const) {
          await redis.client.flushall()
          const url = carrier === 'Bull' ? redis.url : undefined
          const outcome = await throughOutbox({ dataDir: join(folder, label), databaseUrl, url }, jobs)
          const one = `one alone p50 ${percentile(outcome.alone, 50).toFixed(1)}, p95 ${percentile(outcome.alone, 95).toFixed(1)} ms`
          report(`${line(`${label}, ${carrier}`, jobs, outcome, bare)}; ${one}`)
        }
      }
    } finally {
      await postgres?.close()
      await redis.close()
    }
  })

interface Cost {
  seconds: number
  /** Seconds of processors, of this process. */
  processor: number
}

const line = (label: string, jobs: number, { seconds, processor }: Cost, yardstick: Cost): string =>
  `${label.padEnd(24)} ${(jobs / seconds).toFixed(0).padStart(6)} jobs/s (${(yardstick.seconds / seconds).toFixed(2)} ×), ${((processor / jobs) * 1e6).toFixed(0)} µs of processors a job here`

const costOf = async (work: () => Promise<void>): Promise<Cost> => {
  const [before, began] = [process.cpuUsage(), performance.now()]
  await work()
  const { user, system } = process.cpuUsage(before)
  return { seconds: (performance.now() - began) / 1000, processor: (user + system) / 1e6 }
}

const bareBull = async (url: string, jobs: number): Promise<Cost> => {
  const queue = new Bull('bare', url, { defaultJobOptions: { removeOnComplete: true } })
  await queue.isReady()
  const cost = await costOf(async () => {
    let done = 0
    await queue.addBulk(Array.from({ length: jobs }, (_, id) => ({ data: {}, opts: { jobId: `${id}` } })))
    await new Promise<void>((resolve) => {
      queue.on('completed', () => ++done === jobs && resolve())
      void queue.process(concurrency, async () => {})
    })
  })
  await queue.close()
  return cost
}

const throughOutbox = async (
  {
    dataDir,
    databaseUrl,
    url,
  }: { dataDir: string; databaseUrl: string | undefined; url: string | undefined },
  jobs: number,
): Promise<Cost & { alone: number[] }> => {
  const databases = await openDatabases(
    { dataDir, ...(databaseUrl !== undefined && { databaseUrl }) },
    silentLog,
  )
  const database = databases.kysely as Kysely<QueueTables>
  await migrate(database, queueMigrations)
  const outbox = createOutbox({ now })
  const append = (count: number) =>
    database.transaction().execute(async (transaction) => {
      for (let job = 0; job < count; job++) await outbox.append(transaction, 'bench', { job })
    })
  const options = { database, log: silentLog, now }
  const queue = url === undefined ? createOutboxQueue(options) : createBullQueue({ ...options, url })
  let done = 0
  queue.handle('bench', async () => void done++, { concurrency })
  await append(jobs)
  try {
    const cost = await costOf(async () => {
      await queue.start('work')
      await ended(queue)
    })
    const alone: number[] = []
    for (let job = 0; job < 40; job++) {
      const [before, began] = [done, performance.now()]
      await append(1)
      queue.wake()
      while (done === before) await new Promise(setImmediate)
      alone.push(performance.now() - began)
    }
    return { ...cost, alone }
  } finally {
    await queue.close()
    await databases.close()
  }
}

const ended = async (queue: JobQueue): Promise<void> => {
  for (;;) {
    const { waiting, running } = await queue.counts()
    if (waiting + running === 0) return
    await sleep(20)
  }
}
