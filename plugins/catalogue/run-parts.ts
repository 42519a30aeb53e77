import type { JobQueue, Log, Outbox, Threads } from '../../gateway/contracts/index.js'
import type { Runner } from './claim.js'
import type { Pace } from './pace.js'
import type { CatalogueDatabase } from './tables.js'

/** What a run works with. */
export interface RunParts {
  database: CatalogueDatabase
  outbox: Outbox
  jobs: JobQueue
  threads: Threads
  log: Log
  now(): Date
  runner: Runner
  pace: Pace
}
