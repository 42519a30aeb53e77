import type { Transaction } from 'kysely'
import type { Outbox } from '../contracts/plugin.js'
import { noTracing, type Tracing } from '../observability/tracing.js'
import type { QueueTables } from './tables.js'

/** Topics that follow a topic: whoever tells of something knows none of them. */
export type Followers = Map<string, string[]>

/**
 * Jobs are appended in the transaction of the change that they tell of, and exist once it is committed. Each follower has
 * one of its own: it may be behind, fail or wait without the others.
 */
export const createOutbox = ({
  now,
  followers = new Map(),
  tracing = noTracing,
}: {
  now: () => Date
  followers?: Followers
  /** What appends a job is the parent of its run, wherever that is. */
  tracing?: Tracing
}): Outbox => ({
  async append(transaction, topic, payload) {
    const append = (one: string) =>
      appendJob(
        transaction as Transaction<QueueTables>,
        one,
        payload,
        now().getTime(),
        enqueued(one, tracing),
      )
    for (const follower of followers.get(topic) ?? []) await append(follower)
    return append(topic)
  },
})

/** A moment of what is under way; what nobody asked for is no part of anything. */
const enqueued = (topic: string, tracing: Tracing): string | null => {
  if (tracing.current() === undefined) return null
  const span = tracing.begin(`enqueue ${topic}`, 'producer', { 'shulian.topic': topic })
  span.end()
  return span.traceparent
}

export async function appendJob(
  transaction: Transaction<QueueTables>,
  topic: string,
  payload: unknown,
  at: number,
  traceparent?: string | null,
): Promise<string> {
  const { id } = await transaction
    .insertInto('outbox')
    .values({
      topic,
      payload: JSON.stringify(payload ?? null),
      state: 'waiting',
      runAt: at,
      createdAt: at,
      traceparent: traceparent ?? null,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return String(id)
}
