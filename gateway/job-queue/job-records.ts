import { type Kysely, type Selectable, sql } from 'kysely'
import type { DeadJob, Standing } from '../contracts/job-queue.js'
import { givenOutAnew } from './job-store.js'
import type { OutboxTable, QueueTables } from './tables.js'

/** What can be asked of the jobs, whoever runs them, and the one thing an operator does to them. */
export function createJobRecords(database: Kysely<QueueTables>, clock: () => Date) {
  const now = () => clock().getTime()

  return {
    /** Whether a job of this topic, none later than `upTo`, is due or runs, here or in another process. */
    async isBusy(topic: string, upTo: number): Promise<boolean> {
      const row = await database
        .selectFrom('outbox')
        .select('id')
        .where('topic', '=', topic)
        .where('id', '<=', upTo)
        .where((where) =>
          where.or([
            where('state', '=', 'running'),
            where.and([where('state', '=', 'waiting'), where('runAt', '<=', now())]),
          ]),
        )
        .limit(1)
        .executeTakeFirst()
      return row !== undefined
    },

    /** Id of the latest job of a topic; 0 when there is none. */
    async latest(topic: string): Promise<number> {
      const row = await database
        .selectFrom('outbox')
        .select((one) => one.fn.max('id').as('id'))
        .where('topic', '=', topic)
        .executeTakeFirst()
      return Number(row?.id ?? 0)
    },

    /** Latest first. */
    async dead(limit: number): Promise<DeadJob[]> {
      const rows = await database
        .selectFrom('outbox')
        .selectAll()
        .where('state', '=', 'dead')
        .orderBy('runAt', 'desc')
        .orderBy('id', 'desc')
        .limit(limit)
        .execute()
      return rows.map(toDeadJob)
    },

    async redrive(id: number): Promise<boolean> {
      const { numUpdatedRows } = await database
        .updateTable('outbox')
        .set({ state: 'waiting', attempts: 0, crashes: 0, runAt: now(), error: null, ...givenOutAnew })
        .where('id', '=', id)
        .where('state', '=', 'dead')
        .executeTakeFirstOrThrow()
      return numUpdatedRows > 0n
    },

    async standing(): Promise<Standing[]> {
      const at = now()
      const due = sql<number>`case when state = 'waiting' and run_at <= ${at} then 1 else 0 end`
      const open = sql<
        number | null
      >`case when state = 'running' or (state = 'waiting' and run_at <= ${at}) then created_at end`
      const rows = await database
        .selectFrom('outbox')
        .select((row) => ['topic', 'state', row.fn.countAll().as('jobs')])
        .select(sql<number>`sum(${due})`.as('due'))
        .select(sql<number | null>`min(${open})`.as('oldest'))
        .groupBy(['topic', 'state'])
        .execute()
      return rows.map(({ topic, state, jobs, due, oldest }) => ({
        topic,
        state,
        jobs: Number(jobs),
        due: Number(due),
        oldestSeconds: oldest === null ? null : Math.max(0, at - Number(oldest)) / 1000,
      }))
    },

    async counts(topic?: string): Promise<{ waiting: number; running: number; dead: number }> {
      const all = database
        .selectFrom('outbox')
        .select((row) => ['state', row.fn.countAll().as('jobs')])
        .groupBy('state')
      const rows = await (topic === undefined ? all : all.where('topic', '=', topic)).execute()
      const of = (state: string) => Number(rows.find((row) => row.state === state)?.jobs ?? 0)
      return { waiting: of('waiting'), running: of('running'), dead: of('dead') }
    },
  }
}

const toDeadJob = (row: Selectable<OutboxTable>): DeadJob => ({
  id: String(row.id),
  topic: row.topic,
  payload: JSON.parse(row.payload),
  attempts: row.attempts,
  error: row.error ?? '',
  at: new Date(Number(row.runAt)).toISOString(),
})
