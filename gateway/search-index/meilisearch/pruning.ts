import type { Server } from './servers.js'
import { liveUid, type Naming, nextUid } from './setup.js'

/** Tasks that ended longer ago are asked for by nobody: one is waited for half an hour. */
const keptFor = 3_600_000
const prunedEvery = 1_800_000
const ended = ['succeeded', 'failed', 'canceled'] as const

/**
 * The engine keeps every task until it is told not to, a million at most: then it takes no more writes. Those of this
 * gateway that ended go now and then, beside the writes; others' stay.
 */
export const createPruning = (naming: Naming, now: () => number = Date.now) => {
  const pruned = new Map<Server, number>()
  return async (server: Server): Promise<void> => {
    if (now() - (pruned.get(server) ?? 0) < prunedEvery) return
    pruned.set(server, now())
    const beforeFinishedAt = new Date(now() - keptFor).toISOString()
    const statuses = [...ended]
    const indexUids = [liveUid(naming), nextUid(naming)]
    await server.write((client) => client.tasks.deleteTasks({ statuses, indexUids, beforeFinishedAt }))
    // Deleting is a task too, of no index.
    await server.write((client) =>
      client.tasks.deleteTasks({ statuses, types: ['taskDeletion'], beforeFinishedAt }),
    )
  }
}
