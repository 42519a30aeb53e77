import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { setImmediate, setTimeout as sleep } from 'node:timers/promises'
import { silentLog } from '../../contracts/log.js'
import { migrate } from '../../database/migrate.js'
import { openDatabase } from '../../database/open.js'
import { createBullQueue } from '../../job-queue/bull.js'
import { queueMigrations } from '../../job-queue/migrations.js'
import { createOutbox } from '../../job-queue/outbox.js'
import { startRedis, type TestRedis } from '../../job-queue/redis-testing.js'
import { projectRoot } from '../../root.js'
import { randomFrom } from '../generated-records.js'
import type { Written } from './letters-on-redis.js'

export interface RelayKilledOutcome extends Written {
  killed: number
  /** Of these, how often rows were marked that never came to Redis, or only a part of what was due was there. */
  midway: number
}

const now = () => new Date()

/**
 * A relay killed while it relays, each time with more to do: when it has marked so many rows, or given so many to Redis. Then
 * one that is left alone, and a process that works.
 */
export const relayKilled = async (
  folder: string,
  { kills, each, seed }: { kills: number; each: number; seed: number },
): Promise<RelayKilledOutcome> => {
  const redis = await startRedis()
  const path = join(folder, 'shulian.db')
  const { kysely: database, close } = openDatabase({ path })
  await migrate(database, queueMigrations)
  const outbox = createOutbox({ now })
  const random = randomFrom(seed)
  const sent = { accepted: 0 }
  const send = () =>
    database.transaction().execute(async (transaction) => {
      for (let letter = 0; letter < each; letter++)
        await outbox.append(transaction, 'letter', sent.accepted++)
    })
  const marked = async () => {
    const all = database.selectFrom('outbox').select((row) => row.fn.countAll().as('rows'))
    const row = await all.where('relayedAt', 'is not', null).executeTakeFirstOrThrow()
    return Number(row.rows)
  }
  let midway = 0
  try {
    for (let kill = 0; kill < kills; kill++) {
      await send()
      const relay = await startRelay(path, redis)
      const some = Math.floor(random() * each)
      const counted = kill % 2 === 0 ? marked : () => inRedis(redis)
      await until(counted, (await counted()) + some)
      await end(relay)
      if ((await inRedis(redis)) < sent.accepted) midway++
    }
    const relay = await startRelay(path, redis)
    await until(() => inRedis(redis), sent.accepted)
    await end(relay)
    const written: unknown[] = []
    const queue = createBullQueue({ url: redis.url, database, log: silentLog, now })
    queue.handle('letter', async ({ payload }) => void written.push(payload), { concurrency: 4 })
    await queue.start('work')
    while ((await queue.counts()).waiting + (await queue.counts()).running > 0) await sleep(50)
    await queue.close()
    const different = new Set(written).size
    const missing = sent.accepted - different
    return { killed: kills, midway, ...sent, missing, twice: written.length - different }
  } finally {
    await close()
    await redis.close()
  }
}

const startRelay = async (path: string, { url }: TestRedis): Promise<ChildProcess> => {
  const script = join(projectRoot(), '.build/gateway/bench/faults/relay-worker.js')
  const child = spawn(process.execPath, [script, path, url], { stdio: ['ignore', 'pipe', 'inherit'] })
  await once(child.stdout, 'data')
  return child
}

const end = async (child: ChildProcess): Promise<void> => {
  child.kill('SIGKILL')
  await once(child, 'exit')
}

const inRedis = ({ client }: TestRedis): Promise<number> => client.llen('shulian:letter:wait')

const until = async (counted: () => Promise<number>, count: number): Promise<void> => {
  while ((await counted()) < count) await setImmediate()
}
