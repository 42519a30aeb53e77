import { setTimeout as sleep } from 'node:timers/promises'
import type { Catalogue, JobQueue, Log } from '../../gateway/contracts/index.js'
import { revision } from '../../standards/agents/weights.js'
import type { GraphDatabase } from './tables.js'
import { takeWorks } from './take.js'

export interface BuildingParts {
  database: GraphDatabase
  catalogue: Catalogue
  jobs: Pick<JobQueue, 'counts'>
  log: Log
}

/** The job that follows `work.changed`. */
export const topic = 'graph.works'

/** Works of one transaction: whoever else writes waits for it. */
const portion = 20
/** Of the time of a process, what the graph takes at most: while records are read in, and else. It lags, and says so. */
const shares = { reading: 0.1, else: 0.5 }

export interface Building {
  /** Takes works for about so long; gives back those that it did not come to. */
  take(works: readonly string[], signal: AbortSignal, milliseconds?: number): Promise<string[]>
  /** What was there before the graph was, or before its rules changed. */
  catchUp(signal: AbortSignal): Promise<void>
  /** Announced changes that are not in the graph yet; those of the first building count as one. */
  behind(): Promise<number>
}

export const createBuilding = (parts: BuildingParts): Building => {
  const { database, catalogue, jobs, log } = parts

  const take: Building['take'] = async (works, signal, milliseconds = Number.POSITIVE_INFINITY) => {
    const end = performance.now() + milliseconds
    let at = 0
    while (at < works.length && performance.now() < end) {
      signal.throwIfAborted()
      const began = performance.now()
      await takeWorks(parts, works.slice(at, at + portion))
      at += portion
      await giveWay(performance.now() - began, signal)
    }
    return works.slice(at)
  }

  const giveWay = async (took: number, signal: AbortSignal): Promise<void> => {
    const runs = await catalogue.runs({ limit: 20 })
    const isReading = runs.some(({ state }) => state === 'running')
    const share = isReading ? shares.reading : shares.else
    await sleep(took * (1 / share - 1), undefined, { signal })
  }

  const stateOf = async () => {
    const state = await database.selectFrom('graphState').selectAll().executeTakeFirstOrThrow()
    const isSame = state.revision === String(revision)
    return isSame ? state : { ...state, cursor: null, isBuilt: 0 }
  }
  const save = (state: { revision: string; cursor: string | null; isBuilt: number }) =>
    database.updateTable('graphState').set(state).execute()

  const catchUp: Building['catchUp'] = async (signal) => {
    const known = await stateOf()
    if (known.isBuilt === 1) return
    let cursor = known.cursor
    let works = 0
    await save({ revision: String(revision), cursor, isBuilt: 0 })
    for (;;) {
      const page = await catalogue.works(cursor, 500)
      if (page.length === 0) break
      const ids = page.map(({ id }) => id)
      await take(ids, signal)
      cursor = ids.at(-1) as string
      works += ids.length
      await save({ revision: String(revision), cursor, isBuilt: 0 })
    }
    await save({ revision: String(revision), cursor: null, isBuilt: 1 })
    if (works > 0) log.info({ works }, 'agents built anew')
  }

  return {
    take,
    catchUp,
    behind: async () => {
      const { waiting, running } = await jobs.counts(topic)
      return waiting + running + ((await stateOf()).isBuilt === 1 ? 0 : 1)
    },
  }
}
