import {
  type Catalogue,
  codeOf,
  type Log,
  type Search,
  type SearchIndex,
  type Threads,
} from '../../gateway/contracts/index.js'
import { equalize, sumOf } from './comparing.js'
import { rebuild } from './rebuild.js'
import { createWriting, type Done } from './writing.js'

export interface Indexing extends Pick<Search, 'rebuild' | 'reconcile'> {
  /** Makes the index say of these works what the catalogue says now. */
  write(ids: readonly string[], signal: AbortSignal): Promise<Done>
  /** Another engine, other settings, an older folding, a restored backup, a fault: whatever the index lacks. */
  mend(signal: AbortSignal): Promise<void>
}

/** Works set aside that a report names. */
const mostTold = 100

export const createIndexing = (parts: {
  index: SearchIndex
  catalogue: Catalogue
  threads: Threads
  log: Log
}): Indexing => {
  const { index, catalogue, log } = parts
  const write = createWriting(parts)

  const reconcile: Search['reconcile'] = async ({ signal }) => {
    const total = await sumOf(equalize({ catalogue, write, index, signal }))
    if (total.written + total.removed > 0) log.info(total, 'search index reconciled')
    return { ...total, refused: total.refused.slice(0, mostTold) }
  }
  const rebuildAll: Search['rebuild'] = async (call) => {
    const built = await rebuild({ ...parts, write }, call)
    // What was on its way to the one index while the two changed places.
    await reconcile(call)
    return built
  }

  return {
    write: (ids, signal) => write(index, ids, signal),
    reconcile,
    rebuild: rebuildAll,
    mend: async (signal) => {
      if (await index.isOutdated())
        await rebuildAll({ signal }).catch((error: unknown) => {
          if (codeOf(error) !== 'SEARCH_BUILD_UNDERWAY') throw error
          log.info({}, 'another process builds the search index')
        })
      await reconcile({ signal })
    },
  }
}
