import type { Kysely } from 'kysely'
import { appendJob } from './outbox.js'
import type { QueueTables } from './tables.js'

/** A topic that was never run is due at once; a changed interval counts from now at the latest. */
export async function registerSchedule(
  database: Kysely<QueueTables>,
  topic: string,
  everySeconds: number,
  now: number,
): Promise<void> {
  await database.transaction().execute(async (transaction) => {
    await transaction
      .insertInto('schedule')
      .values({ topic, everySeconds, nextAt: now })
      .onConflict((conflict) => conflict.column('topic').doNothing())
      .execute()
    const latest = now + everySeconds * 1000
    await transaction
      .updateTable('schedule')
      .set({ nextAt: latest })
      .where('topic', '=', topic)
      .where('nextAt', '>', latest)
      .execute()
    await transaction.updateTable('schedule').set({ everySeconds }).where('topic', '=', topic).execute()
  })
}

/** Appends one job for each topic that is due. Of several processes the one whose update still finds `nextAt` does it. */
export async function runSchedules(
  database: Kysely<QueueTables>,
  topics: string[],
  now: number,
): Promise<void> {
  const due = await database
    .selectFrom('schedule')
    .selectAll()
    .where('topic', 'in', topics)
    .where('nextAt', '<=', now)
    .execute()
  for (const { topic, everySeconds, nextAt } of due)
    await runSchedule(database, { topic, every: everySeconds * 1000, at: Number(nextAt) }, now)
}

async function runSchedule(
  database: Kysely<QueueTables>,
  { topic, every, at }: { topic: string; every: number; at: number },
  now: number,
): Promise<void> {
  // What was missed while nothing ran is made up for once, not once per interval.
  const nextAt = at + (Math.floor((now - at) / every) + 1) * every
  await database.transaction().execute(async (transaction) => {
    const { numUpdatedRows } = await transaction
      .updateTable('schedule')
      .set({ nextAt })
      .where('topic', '=', topic)
      .where('nextAt', '=', at)
      .executeTakeFirstOrThrow()
    if (numUpdatedRows === 0n) return
    const unfinished = await transaction
      .selectFrom('outbox')
      .select('id')
      .where('topic', '=', topic)
      .where('state', 'in', ['waiting', 'running'])
      .limit(1)
      .executeTakeFirst()
    if (!unfinished) await appendJob(transaction, topic, null, now)
  })
}
