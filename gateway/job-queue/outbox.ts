import type { Transaction } from 'kysely'
import type { Outbox } from '../contracts/plugin.js'
import type { QueueTables } from './tables.js'

/** Jobs are appended in the transaction of the change that they tell of, and exist once it is committed. */
export const createOutbox = ({ now }: { now: () => Date }): Outbox => ({
  async append(transaction, topic, payload) {
    return appendJob(transaction as Transaction<QueueTables>, topic, payload, now().getTime())
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
