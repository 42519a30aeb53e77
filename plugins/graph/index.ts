import { Type } from 'typebox'
import { changedWorks, type Plugin, portionsOfWorks, throughOutages } from '../../gateway/contracts/index.js'
import { createBuilding, topic } from './building.js'
import { agentRoutes } from './routes.js'
import { subjectRoutes } from './subject-routes.js'
import { type GraphDatabase, migrations } from './tables.js'

/** 数据·中: agents and subjects as things of their own, made of what the records of the works say. */
export const graph: Plugin = {
  name: 'graph',
  place: { stage: 'during', dimension: 'data' },
  options: Type.Object({}, { additionalProperties: false }),
  requires: ['catalogue', 'members'],
  migrations,
  setup(kernel) {
    const { jobs, log } = kernel
    const database = kernel.database as GraphDatabase
    const catalogue = kernel.service('catalogue')
    const building = createBuilding({ database, catalogue, jobs, log })
    const closing = new AbortController()
    let catchingUp: Promise<void> = Promise.resolve()
    return {
      jobs: [
        {
          topic,
          follows: 'work.changed',
          options: { divide: portionsOfWorks },
          handler: async (job, { signal }) => {
            const left = await building.take(changedWorks(job), signal, oneJob)
            if (left.length === 0) return
            await database
              .transaction()
              .execute((transaction) => kernel.outbox.append(transaction, topic, { works: left }))
            jobs.wake()
          },
        },
      ],
      routes: (app) => {
        const parts = { database, catalogue, members: kernel.service('members'), behind: building.behind }
        agentRoutes(app, parts)
        subjectRoutes(app, parts)
      },
      start: () => {
        catchingUp = throughOutages(() => building.catchUp(closing.signal), closing.signal).catch(
          (error: unknown) => {
            if (!closing.signal.aborted) log.error({ error }, 'agents could not be built')
          },
        )
      },
      close: async () => {
        closing.abort()
        await catchingUp
      },
    }
  },
}

/** Milliseconds: a long job goes on in a further one, so that a gateway that stops waits for none. */
const oneJob = 1_000
