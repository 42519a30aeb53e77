import type { Kysely } from 'kysely'
import type { Handed } from './carrier.js'
import type { QueueTables } from './tables.js'

export type Relay = ReturnType<typeof createRelay>

/**
 * Which due rows were given to a carrier. The mark is made before the carrier is asked, so that each row is given by one
 * process; it says nothing about what the carrier still has, and is not believed for long.
 */
export function createRelay(database: Kysely<QueueTables>, clock: () => Date) {
  const now = () => clock().getTime()

  /** Due, and not given out within so many milliseconds. */
  const due = (topic: string, patience: number) =>
    database
      .selectFrom('outbox')
      .where('topic', '=', topic)
      .where('state', '=', 'waiting')
      .where('runAt', '<=', now())
      .where((row) => row.or([row('relayedAt', 'is', null), row('relayedAt', '<=', now() - patience)]))

  return {
    /** Topics among these that have something to be given out: asked at once, for it is asked four times a second. */
    async dueTopics(topics: readonly string[], patience: number): Promise<Set<string>> {
      if (topics.length === 0) return new Set()
      const row = await database
        .selectNoFrom((each) =>
          topics.map((topic, number) => each.exists(due(topic, patience).select('id')).as(`due${number}`)),
        )
        .executeTakeFirstOrThrow()
      return new Set(topics.filter((_, number) => Boolean((row as Record<string, unknown>)[`due${number}`])))
    },

    /** Marks up to `most` rows and returns them, oldest first. */
    async mark(topic: string, most: number, patience: number): Promise<Handed[]> {
      const found = await due(topic, patience)
        .select('id')
        .orderBy('runAt')
        .orderBy('id')
        .limit(most)
        .execute()
      if (found.length === 0) return []
      const ids = found.map(({ id }) => id)
      const at = now()
      const marked = await database
        .updateTable('outbox')
        .set({ relayedAt: at })
        // What another process is just marking is left to it, not waited for.
        .where('id', 'in', due(topic, patience).select('id').where('id', 'in', ids).forUpdate().skipLocked())
        .returning(['id', 'handovers'])
        .execute()
      const handovers = new Map(marked.map((row) => [Number(row.id), row.handovers]))
      return ids.map(Number).flatMap((id) => {
        const number = handovers.get(id)
        return number === undefined ? [] : [{ id, handovers: number }]
      })
    },

    /** The carrier did not take them. */
    async unmark(handed: Handed[]): Promise<void> {
      await database
        .updateTable('outbox')
        .set({ relayedAt: null })
        .where(
          'id',
          'in',
          handed.map(({ id }) => id),
        )
        .where('state', '=', 'waiting')
        .execute()
    },
  }
}
