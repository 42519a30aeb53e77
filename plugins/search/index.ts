import { Type } from 'typebox'
import {
  changedWorks,
  type Plugin,
  portionsOfWorks,
  type Search,
  type SearchRequest,
  throughOutages,
} from '../../gateway/contracts/index.js'
import { migrations as analyticsMigrations, createAnalytics } from './analytics/index.js'
import { createIndexing } from './indexing.js'
import { knownMembers } from './known-members.js'
import { routes } from './routes.js'
import { countFor, searchWorks } from './service.js'
import { createSteering, migrations as steeringMigrations } from './steering/index.js'
import type { Steering } from './steering/steering.js'
import { suggest } from './suggest.js'

/** 数据·中: every member's works found in one place, whatever script or spelling they are asked for in. */
export const search: Plugin = {
  name: 'search',
  place: { stage: 'during', dimension: 'data' },
  options: Type.Object({}, { additionalProperties: false }),
  requires: ['catalogue', 'members'],
  migrations: [...analyticsMigrations, ...steeringMigrations],
  setup(kernel) {
    const index = kernel.searchIndex
    const { threads, log } = kernel
    const catalogue = kernel.service('catalogue')
    const indexing = createIndexing({ index, catalogue, threads, log })
    const membersById = knownMembers({ members: kernel.service('members'), now: kernel.now })
    const searchWith = (steering: Steering, request: SearchRequest) =>
      searchWorks(
        { index, membersById, documents: steered.documents, steering: async () => steering },
        request,
      )
    const steered = createSteering(kernel, { catalogue, searchWith })
    const service: Search = {
      search: async (request) => searchWith(await steered.current(), request),
      rebuild: indexing.rebuild,
      reconcile: indexing.reconcile,
    }
    const analytics = createAnalytics(kernel)
    const suggesting = { index, count: countFor(index, steered.current), queries: analytics.queries }
    const closing = new AbortController()
    let catchingUp: Promise<unknown> = Promise.resolve()
    return {
      service,
      routes: async (app) => {
        routes({ search: service.search, suggest: (text, limit) => suggest(suggesting, text, limit) })(app)
        await analytics.routes(app)
        await steered.routes(app)
      },
      jobs: [
        ...analytics.jobs,
        {
          topic: 'work.changed',
          handler: async (job, { signal }) => {
            await indexing.write(changedWorks(job), signal)
          },
          // One is read and folded while another is written. An engine that is away for an hour is waited for; a work that
          // ends its process is not.
          options: { concurrency: 2, divide: portionsOfWorks, attempts: 12, crashes: 3 },
        },
        {
          topic: 'search.reconcile',
          handler: async (_job, { signal }) => {
            await indexing.mend(signal)
          },
          everySeconds: reconcileEvery,
        },
      ],
      /** The index is made equal to the catalogue while the gateway answers. */
      start: async () => {
        await analytics.start()
        catchingUp = throughOutages(() => indexing.mend(closing.signal), closing.signal).catch(
          (error: unknown) => {
            if (!closing.signal.aborted) kernel.log.error({ error }, 'search index could not be reconciled')
          },
        )
      },
      close: async () => {
        closing.abort()
        await analytics.close()
        await catchingUp
      },
    }
  },
}

/** What a fault left behind in the index is mended within the hour. */
const reconcileEvery = 3_600
