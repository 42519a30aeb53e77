import type { Kysely } from 'kysely'
import { ShulianError } from '../../gateway/contracts/index.js'
import type { ServicesTables } from './tables.js'

export interface Service {
  member: string
  name: string
  url: string
  /** Turns its answers into the shapes of the standards. */
  adapter: string | null
}

export const createStore = (database: Kysely<ServicesTables>) => ({
  list: (): Promise<Service[]> =>
    database.selectFrom('service').selectAll().orderBy('member').orderBy('name').execute(),
  /** @throws ShulianError SERVICE_UNKNOWN (404) */
  get: async (member: string, name: string): Promise<Service> => {
    const row = await database
      .selectFrom('service')
      .selectAll()
      .where('member', '=', member)
      .where('name', '=', name)
      .executeTakeFirst()
    if (row) return row
    throw new ShulianError('SERVICE_UNKNOWN', `Member '${member}' declares no service '${name}'.`, {
      status: 404,
    })
  },
  save: async ({ member, name, ...changed }: Service): Promise<void> => {
    await database
      .insertInto('service')
      .values({ member, name, ...changed })
      .onConflict((conflict) => conflict.columns(['member', 'name']).doUpdateSet(changed))
      .execute()
  },
})
export type Store = ReturnType<typeof createStore>
