import type { Transaction } from 'kysely'
import type { Outbox } from '../contracts/plugin.js'
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
}: {
  now: () => Date
  followers?: Followers
}): Outbox => ({
  async append(transaction, topic, payload) {
    const append = (one: string) =>
      appendJob(transaction as Transaction<QueueTables>, one, payload, now().getTime())
    for (const follower of followers.get(topic) ?? []) await append(follower)
    return append(topic)
  },
})

export async function appendJob(
  transaction: Transaction<QueueTables>,
  topic: string,
  payload: unknown,
  at: number,
): Promise<string> {
  const { id } = await transaction
    .insertInto('outbox')
    .values({ topic, payload: JSON.stringify(payload ?? null), state: 'waiting', runAt: at, createdAt: at })
    .returning('id')
    .executeTakeFirstOrThrow()
  return String(id)
}
