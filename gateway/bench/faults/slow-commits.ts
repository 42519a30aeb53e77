import { setTimeout as sleep } from 'node:timers/promises'
import { silentLog } from '../../contracts/log.js'
import { migrate } from '../../database/migrate.js'
import { openPostgres } from '../../database/postgres/open.js'
import type { PostgresServer } from '../../database/postgres/testing.js'
import { queueMigrations } from '../../job-queue/migrations.js'
import { createOutbox } from '../../job-queue/outbox.js'
import { createOutboxQueue } from '../../job-queue/outbox-queue.js'
import { randomFrom } from '../generated-records.js'

export interface Relayed {
  appended: number
  /** Jobs that never ran, and those that ran more than once. */
  missing: number
  twice: number
}

const writers = 8
const now = () => new Date()

/** Eight writers whose commits come late and in no order, beside two queues that take what is committed. */
export const slowCommits = async (
  server: PostgresServer,
  { each, seed }: { each: number; seed: number },
): Promise<Relayed> => {
  await server.create('relay')
  const open = () => openPostgres({ url: server.url('relay'), log: silentLog })
  const [writing, ...taking] = await Promise.all([open(), open(), open()])
  await migrate(writing.kysely, queueMigrations)
  const runs = new Map<number, number>()
  const queues = taking.map(({ kysely }) => createOutboxQueue({ database: kysely, log: silentLog, now }))
  for (const queue of queues) {
    queue.handle('letter', async ({ payload }) => {
      runs.set(payload as number, (runs.get(payload as number) ?? 0) + 1)
    })
    queue.start()
  }
  const random = randomFrom(seed)
  const outbox = createOutbox({ now })
  const write = async (writer: number) => {
    for (let letter = 0; letter < each; letter++)
      await writing
        .of(`writer ${writer}`)
        .transaction()
        .execute(async (transaction) => {
          await outbox.append(transaction, 'letter', writer * each + letter)
          await sleep(random() * 40)
        })
  }
  await Promise.all(Array.from({ length: writers }, (_, writer) => write(writer)))
  for (const queue of queues) await queue.caughtUp('letter')
  for (const queue of queues) await queue.close()
  for (const database of [writing, ...taking]) await database.close()
  const appended = writers * each
  return {
    appended,
    missing: appended - runs.size,
    twice: [...runs.values()].filter((times) => times > 1).length,
  }
}
