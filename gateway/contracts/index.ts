/** All that an outsider's adapter or plugin may import. */

export type { Change, Finding, Format } from '../../standards/record/change.js'
export type { Availability } from '../../standards/service/availability.js'
export type { Adapter, AdapterKind, Call, HarvestPage, Identity, Resume, Waiting } from './adapter.js'
export type * from './catalogue.js'
export { changedWorks, portionsOfWorks } from './changed-works.js'
export { codeOf, messageOf, ShulianError } from './errors.js'
export { fileAdapters } from './file-adapters.js'
export { giveTurns } from './give-turns.js'
export { hearOthers } from './hear-others.js'
export type { DeadJob, HandleOptions, Job, JobHandler, JobQueue } from './job-queue.js'
export { type Log, silentLog } from './log.js'
export * from './members.js'
export type { Counters, Labels } from './metrics.js'
export type { Outside, OutsideRequest, OutsideResponse } from './outside.js'
export type {
  AccessRule,
  Actor,
  AnyDatabase,
  AnyTransaction,
  Dimension,
  Kernel,
  Migration,
  Outbox,
  Plugin,
  PluginJob,
  PluginParts,
  Stage,
} from './plugin.js'
export type {
  Building,
  FacetField,
  Filter,
  Refused,
  SearchDocument,
  SearchIndex,
  SearchQuery,
  SearchResult,
  TextField,
  TextTerm,
} from './search-index.js'
export { facetFields, textFields } from './search-index.js'
export type * from './services.js'
export type { Pending, Task, Threads } from './threads.js'
export { throughOutages } from './through-outages.js'
