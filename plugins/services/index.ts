import type { FastifyInstance } from 'fastify'
import { type Static, Type } from 'typebox'
import {
  type AdapterKind,
  type LiveServices,
  type Plugin,
  ShulianError,
} from '../../gateway/contracts/index.js'
import { createAvailability } from './availability.js'
import { createGate } from './gate.js'
import { createHealth } from './health.js'
import { registerProxy } from './proxy.js'
import { registerRoutes } from './routes.js'
import { createStore } from './store.js'
import { migrations } from './tables.js'

const Options = Type.Object(
  {
    deadline: Type.Optional(
      Type.Integer({
        minimum: 100,
        maximum: 60_000,
        description: 'Milliseconds for the whole of a member’s answer; 5,000 when left out',
      }),
    ),
  },
  { additionalProperties: false },
)

/** The members’ live services behind one door. */
export const services: Plugin<Static<typeof Options>> = {
  name: 'services',
  place: { stage: 'during', dimension: 'technology' },
  options: Options,
  requires: ['members', 'catalogue', 'standards'],
  migrations,
  setup(kernel, { deadline = 5_000 }) {
    const { adapters, outside, log, dispatcher, now } = kernel
    const [members, catalogue, standards] = [
      kernel.service('members'),
      kernel.service('catalogue'),
      kernel.service('standards'),
    ]
    const store = createStore(kernel.database)
    const health = createHealth(now)
    const gate = createGate({ store, members, standards, health, now })
    let door: FastifyInstance | undefined
    const availability: LiveServices['availability'] = (work, signal) => {
      if (!door)
        throw new ShulianError(
          'SERVICES_CLOSED',
          'Live services answer in a running gateway only. Start it: npm start',
          { status: 503 },
        )
      return createAvailability({ app: door, store, adapters, log, now })(work, signal)
    }
    const service: LiveServices = {
      availability,
      save: async ({ adapter = null, ...declared }) => {
        await members.get(declared.member)
        if (adapter !== null) assertTellsAvailability(adapters, adapter)
        assertPlain(declared.url)
        await outside(declared.member).assertAllowed(declared.url)
        await store.save({ ...declared, adapter })
      },
    }
    return {
      service,
      routes: async (app) => {
        door = app
        // Whatever the members' answers add up to, the reader waits a little longer than for one of them.
        registerRoutes(app, { store, health, catalogue, availability, within: deadline + 1_000 })
        await registerProxy(app, { gate, health, dispatcher, deadline })
      },
    }
  },
}

const assertTellsAvailability = (adapters: ReadonlyMap<string, AdapterKind>, name: string): void => {
  const kind = adapters.get(name)
  if (!kind) {
    throw new ShulianError(
      'ADAPTER_UNKNOWN',
      `There is no adapter '${name}'. There are: ${[...adapters.keys()].join(', ')}.`,
      { status: 422 },
    )
  }
  if (kind.capabilities.includes('availability')) return
  throw new ShulianError(
    'CAPABILITY_MISSING',
    `The adapter '${name}' gives no availability. See: shulian adapters show ${name}`,
    { status: 422 },
  )
}

/** What readers ask for is appended to the address, so it cannot have a query of its own. */
const assertPlain = (address: string): void => {
  const url = URL.canParse(address) ? new URL(address) : null
  if (url && url.search === '' && url.hash === '') return
  throw new ShulianError(
    'URL_INVALID',
    'The address of a live service is an http or https URL without query and fragment.',
    { status: 422 },
  )
}
