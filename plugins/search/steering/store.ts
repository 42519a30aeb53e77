import type { Kysely, Selectable } from 'kysely'
import type { Rule, SaidRule } from './rule.js'
import type { SteeringTables } from './tables.js'

/** Milliseconds that another process may go on with the rules of before. */
const fresh = 5_000

export interface Listed {
  state: 'standing' | 'undone'
  limit: number
  /** Those said before this one. */
  before?: number
}

export const createRules = (database: Kysely<SteeringTables>, now: () => Date) => {
  let known: SaidRule[] = []
  let readAt = Number.NEGATIVE_INFINITY

  const rows = (state: Listed['state']) =>
    database
      .selectFrom('searchRule')
      .selectAll()
      .where('undoneAt', state === 'standing' ? 'is' : 'is not', null)
      .orderBy('number', 'desc')

  return {
    /** Every rule that was not taken back, the newest first. */
    standing: async (): Promise<readonly SaidRule[]> => {
      if (now().getTime() - readAt >= fresh) {
        known = (await rows('standing').execute()).map(saidOf)
        readAt = now().getTime()
      }
      return known
    },
    list: async ({ state, limit, before }: Listed): Promise<SaidRule[]> =>
      (
        await rows(state)
          .$if(before !== undefined, (query) => query.where('number', '<', before as number))
          .limit(limit)
          .execute()
      ).map(saidOf),
    add: async (rule: Rule, by: string): Promise<SaidRule> => {
      const row = await database
        .insertInto('searchRule')
        .values({ kind: rule.kind, rule: JSON.stringify(rule), by, at: now().toISOString() })
        .returningAll()
        .executeTakeFirstOrThrow()
      readAt = Number.NEGATIVE_INFINITY
      return saidOf(row)
    },
    /** Whether it stood until now. */
    undo: async (number: number, by: string): Promise<boolean> => {
      const { numUpdatedRows } = await database
        .updateTable('searchRule')
        .set({ undoneBy: by, undoneAt: now().toISOString() })
        .where('number', '=', number)
        .where('undoneAt', 'is', null)
        .executeTakeFirstOrThrow()
      readAt = Number.NEGATIVE_INFINITY
      return numUpdatedRows > 0n
    },
  }
}

export type Rules = ReturnType<typeof createRules>

const saidOf = ({
  number,
  rule,
  by,
  at,
  undoneBy,
  undoneAt,
}: Selectable<SteeringTables['searchRule']>): SaidRule => ({
  number: Number(number),
  rule: JSON.parse(rule) as Rule,
  by,
  at,
  ...(undoneBy !== null && undoneAt !== null && { undone: { by: undoneBy, at: undoneAt } }),
})
