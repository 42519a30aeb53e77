import { Type } from 'typebox'
import type { Job, Plugin } from '../../gateway/contracts/index.js'
import { createRunner } from './claim.js'
import { matchRoutes } from './match-routes.js'
import { migrations } from './migrations.js'
import { createPace } from './pace.js'
import { quarantineRoutes } from './quarantine-routes.js'
import { quarantineWorkRoutes } from './quarantine-work-routes.js'
import { recordRoutes } from './record-routes.js'
import { beginRematch, rematch, rematchTopic } from './rematch.js'
import { createRunCounters } from './run-counters.js'
import { runRoutes } from './run-routes.js'
import { harvestDue } from './schedule.js'
import { createCatalogue } from './service.js'
import { verdictRoutes } from './verdict-routes.js'
import { workRoutes } from './work-routes.js'

/** What the members hold: records with their bytes and lineage, works made of them, runs, and what was set aside. */
export const catalogue: Plugin = {
  name: 'catalogue',
  place: { stage: 'during', dimension: 'data' },
  options: Type.Object({}, { additionalProperties: false }),
  requires: ['members'],
  migrations,
  setup(kernel) {
    const parts = {
      database: kernel.database,
      outbox: kernel.outbox,
      jobs: kernel.jobs,
      threads: kernel.threads,
      log: kernel.log,
      now: kernel.now,
      adapters: kernel.adapters,
      members: kernel.service('members'),
      outside: kernel.outside,
      runner: createRunner(),
      pace: createPace(),
      count: createRunCounters(kernel.metrics),
    }
    const service = createCatalogue(parts)
    const due = (_job: Job, { signal }: { signal: AbortSignal }) =>
      harvestDue({ ...parts, catalogue: service }, signal)
    return {
      service,
      // A process killed while it harvests is no reason to give up harvesting.
      jobs: [
        { topic: 'harvest.due', handler: due, options: { attempts: 1000 }, everySeconds: 60 },
        { topic: rematchTopic, handler: rematch(parts), options: { attempts: 1000 } },
      ],
      start: () => beginRematch(parts),
      routes: (app) => {
        workRoutes(app, { ...parts, catalogue: service })
        matchRoutes(app, parts)
        recordRoutes(app, service)
        runRoutes(app, service)
        verdictRoutes(app, service)
        quarantineRoutes(app, service)
        quarantineWorkRoutes(app, service)
      },
    }
  },
}
