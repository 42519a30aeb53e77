import type { FastifyInstance } from 'fastify'
import { Type } from 'typebox'
import { type LiveServices, type Plugin, ShulianError } from '../../gateway/contracts/index.js'
import { createAvailability } from './availability.js'
import { createGate } from './gate.js'
import { createHealth } from './health.js'
import { registerProxy } from './proxy.js'
import { registerRoutes } from './routes.js'
import { createStore } from './store.js'
import { migrations } from './tables.js'

/** The members’ live services behind one door. */
export const services: Plugin = {
  name: 'services',
  place: { stage: 'during', dimension: 'technology' },
  options: Type.Object({}, { additionalProperties: false }),
  requires: ['members', 'catalogue', 'standards'],
  migrations,
  setup(kernel) {
    const { adapters, outside, log, dispatcher } = kernel
    const [members, catalogue, standards] = [kernel.service('members'), kernel.service('catalogue'), kernel.service('standards')]
    const store = createStore(kernel.database)
    const health = createHealth(kernel.now)
    const gate = createGate({ store, members, standards, health })
    let door: FastifyInstance | undefined
    const availability: LiveServices['availability'] = (work, signal) => {
      if (!door) throw new ShulianError('SERVICES_CLOSED', 'Live services answer in a running gateway only. Start it: npm start', { status: 503 })
      return createAvailability({ app: door, store, adapters, outside, log })(work, signal)
    }
    const service: LiveServices = {
      availability,
      save: async ({ adapter = null, ...declared }) => {
        await members.get(declared.member)
        await outside(declared.member).assertAllowed(declared.url)
        await store.save({ ...declared, adapter })
      },
    }
    return {
      service,
      routes: async (app) => {
        door = app
        registerRoutes(app, { store, health, catalogue, availability })
        await registerProxy(app, { gate, health, dispatcher })
      },
    }
  },
}
