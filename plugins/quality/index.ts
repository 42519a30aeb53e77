import { Type } from 'typebox'
import type { Plugin } from '../../gateway/contracts/index.js'
import { qualityRoutes } from './routes.js'
import { createQuality } from './service.js'
import { migrations, type QualityDatabase } from './tables.js'

/** 数据·中: after each run what a source's records are like, and what is most worth mending. */
export const quality: Plugin = {
  name: 'quality',
  place: { stage: 'during', dimension: 'data' },
  options: Type.Object({}, { additionalProperties: false }),
  requires: ['members', 'catalogue'],
  migrations,
  setup(kernel) {
    const members = kernel.service('members')
    const service = createQuality({
      database: kernel.database as QualityDatabase,
      catalogue: kernel.service('catalogue'),
      members,
      log: kernel.log,
      now: kernel.now,
    })
    return {
      service,
      jobs: [
        {
          topic: 'run.ended',
          handler: async ({ payload }, { signal }) => {
            await service.compute((payload as { source: string }).source, signal)
          },
          // Another process at the same source is waited for.
          options: { attempts: 20 },
        },
      ],
      routes: (app) => qualityRoutes(app, service, members),
    }
  },
}
