import { Type } from 'typebox'
import type { Plugin } from '../../gateway/contracts/index.js'
import { routes } from './routes.js'
import { createMembers } from './store.js'
import { migrations } from './tables.js'

/** Who takes part, of which type and stage, and the sources each of them is read through. */
export const members: Plugin = {
  name: 'members',
  place: { stage: 'before', dimension: 'operations' },
  options: Type.Object({}, { additionalProperties: false }),
  migrations,
  setup(kernel) {
    const service = createMembers({
      database: kernel.database,
      adapters: kernel.adapters,
      outside: kernel.outside,
      now: kernel.now,
    })
    return { service, routes: routes({ members: service, adapters: kernel.adapters }) }
  },
}
