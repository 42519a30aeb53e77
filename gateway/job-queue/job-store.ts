import { type Kysely, type Selectable, sql } from 'kysely'
import type { Job } from '../contracts/job-queue.js'
import type { Handed } from './carrier.js'
import { type Claimant, type ClaimMarks, isGone } from './claims.js'
import { appendJob } from './outbox.js'
import type { OutboxTable, QueueTables } from './tables.js'

export interface Claim {
  job: Job
  /** It was running when a process died. */
  isSuspect: boolean
  traceparent: string | null
}

/** A running row that nobody runs. */
export type Abandoned = Selectable<OutboxTable> & { isCrash: boolean }

/** The statements that move jobs. Each change names the state it starts from, so of two processes one wins. */
export type JobStore = ReturnType<typeof createJobStore>

/** A claim that is not renewed lapses. */
export const leaseMilliseconds = 30_000

/** A later hand-over is another one: what is still on its way from the former finds that it was too late. */
export const givenOutAnew = { relayedAt: null, handovers: sql<number>`handovers + 1` }

export function createJobStore(database: Kysely<QueueTables>, me: Claimant, clock: () => Date) {
  const now = () => clock().getTime()
  const released = { claimedBy: null, claimedPid: null, claimedUntil: null, ...givenOutAnew }
  const claimed = () => ({
    state: 'running' as const,
    attempts: sql<number>`attempts + 1`,
    claimedBy: me.name,
    claimedPid: me.pid,
    claimedUntil: now() + leaseMilliseconds,
  })

  /** Only while the claim is still ours, and of the same try. */
  const ours = (job: Job) =>
    database
      .updateTable('outbox')
      .where('id', '=', Number(job.id))
      .where('claimedBy', '=', me.name)
      .where('attempts', '=', job.attempt)

  return {
    /** Up to `slots` due jobs, oldest first. At most one suspect, none when `noSuspects`. */
    async claim(topic: string, slots: number, noSuspects: boolean): Promise<Claim[]> {
      const at = now()
      let due = database
        .selectFrom('outbox')
        .select(['id', 'crashes'])
        .where('topic', '=', topic)
        .where('state', '=', 'waiting')
        .where('runAt', '<=', at)
      if (noSuspects) due = due.where('crashes', '=', 0)
      const found = await due.orderBy('runAt').orderBy('id').limit(slots).execute()
      const suspect = found.find((row) => row.crashes > 0)
      const ids = found.filter((row) => row.crashes === 0 || row === suspect).map((row) => row.id)
      if (ids.length === 0) return []
      const rows = await database
        .updateTable('outbox')
        .set(claimed())
        // What another process is just taking is left to it, not waited for.
        .where('id', 'in', (row) =>
          row
            .selectFrom('outbox')
            .select('id')
            .where('id', 'in', ids)
            .where('state', '=', 'waiting')
            .where('runAt', '<=', at)
            .forUpdate()
            .skipLocked(),
        )
        .returning(['id', 'topic', 'payload', 'attempts', 'crashes', 'traceparent'])
        .execute()
      return rows.map(toClaim).sort((a, b) => Number(a.job.id) - Number(b.job.id))
    },

    /** The row that was handed over, while it waits as it was given out. */
    async claimHanded(topic: string, handed: Handed, noSuspects: boolean): Promise<Claim | undefined> {
      let row = database
        .updateTable('outbox')
        .set(claimed())
        .where('id', '=', handed.id)
        .where('topic', '=', topic)
        .where('state', '=', 'waiting')
        .where('handovers', '=', handed.handovers)
      if (noSuspects) row = row.where('crashes', '=', 0)
      const found = await row
        .returning(['id', 'topic', 'payload', 'attempts', 'crashes', 'traceparent'])
        .executeTakeFirst()
      return found && toClaim(found)
    },

    /** What arrived and cannot be taken now is brought again a little later, to whoever can. */
    async giveOutAnew({ id, handovers }: Handed): Promise<void> {
      await database
        .updateTable('outbox')
        .set({ runAt: now() + 500, ...givenOutAnew })
        .where('id', '=', id)
        .where('state', '=', 'waiting')
        .where('handovers', '=', handovers)
        .execute()
    },

    async finish(job: Job): Promise<void> {
      await database
        .deleteFrom('outbox')
        .where('id', '=', Number(job.id))
        .where('claimedBy', '=', me.name)
        .where('attempts', '=', job.attempt)
        .execute()
    },

    async retry(job: Job, pause: number, error: string): Promise<void> {
      await ours(job)
        .set({ state: 'waiting', runAt: now() + pause, error, ...released })
        .execute()
    },

    async giveUp(job: Job, error: string): Promise<void> {
      await ours(job)
        .set({ state: 'dead', runAt: now(), error, ...released })
        .execute()
    },

    /** @returns the ids that are still ours */
    async renew(ids: string[]): Promise<Set<string>> {
      const rows = await database
        .updateTable('outbox')
        .set({ claimedUntil: now() + leaseMilliseconds })
        .where('claimedBy', '=', me.name)
        .where('id', 'in', ids.map(Number))
        .returning('id')
        .execute()
      return new Set(rows.map((row) => String(row.id)))
    },

    /** Claims whose process died or froze, and our own that we no longer run. */
    async abandoned(topics: string[], running: ReadonlyMap<string, unknown>): Promise<Abandoned[]> {
      // One that ends while the database is asked may be in its answer still.
      const ran = new Set(running.keys())
      // Without what they are about, which may be of thousands of works: this is asked four times a second.
      const claims = await database
        .selectFrom('outbox')
        .select(['id', 'claimedBy', 'claimedPid', 'claimedUntil'])
        .where('state', '=', 'running')
        .where('topic', 'in', topics)
        .execute()
      const isOurs = (claim: ClaimMarks) => claim.claimedBy === me.name
      const isHere = (id: number) => ran.has(String(id)) || running.has(String(id))
      const lost = claims.filter((claim) => (isOurs(claim) ? !isHere(claim.id) : isGone(claim, me, now())))
      if (lost.length === 0) return []
      const rows = await database
        .selectFrom('outbox')
        .selectAll()
        .where('state', '=', 'running')
        .where(
          'id',
          'in',
          lost.map(({ id }) => id),
        )
        .execute()
      // One that was claimed or renewed meanwhile is somebody's.
      const isSame = (row: Selectable<OutboxTable>) =>
        lost.some(
          ({ id, claimedBy, claimedUntil }) =>
            id === row.id && claimedBy === row.claimedBy && claimedUntil === row.claimedUntil,
        )
      return rows.filter(isSame).map((row) => ({ ...row, isCrash: !isOurs(row) }))
    },

    /** @param reason when given, the job is given up */
    async takeBack(row: Abandoned, reason: string | null): Promise<void> {
      await database
        .updateTable('outbox')
        .set({
          state: reason === null ? 'waiting' : 'dead',
          crashes: row.crashes + (row.isCrash ? 1 : 0),
          runAt: now(),
          ...(reason === null ? {} : { error: reason }),
          ...released,
        })
        .where('id', '=', row.id)
        .where('state', '=', 'running')
        .where('claimedBy', '=', row.claimedBy)
        .where('claimedUntil', '=', row.claimedUntil)
        .execute()
    },

    /** In its place smaller jobs, none of which was tried yet. */
    async divide(row: Abandoned, payloads: unknown[]): Promise<void> {
      await database.transaction().execute(async (transaction) => {
        const { numDeletedRows } = await transaction
          .deleteFrom('outbox')
          .where('id', '=', row.id)
          .where('state', '=', 'running')
          .where('claimedBy', '=', row.claimedBy)
          .where('claimedUntil', '=', row.claimedUntil)
          .executeTakeFirstOrThrow()
        if (numDeletedRows === 0n) return
        for (const payload of payloads)
          await appendJob(transaction, row.topic, payload, now(), row.traceparent)
      })
    },

    /** The interrupted try does not count. */
    async handBack(): Promise<void> {
      await database
        .updateTable('outbox')
        .set((row) => ({ state: 'waiting', attempts: row('attempts', '-', 1), ...released }))
        .where('state', '=', 'running')
        .where('claimedBy', '=', me.name)
        .execute()
    },
  }
}

const toClaim = (row: {
  id: number
  topic: string
  payload: string
  attempts: number
  crashes: number
  traceparent: string | null
}): Claim => ({
  job: { id: String(row.id), topic: row.topic, payload: JSON.parse(row.payload), attempt: row.attempts },
  isSuspect: row.crashes > 0,
  traceparent: row.traceparent,
})
