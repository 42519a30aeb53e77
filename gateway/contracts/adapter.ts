import type { TSchema } from 'typebox'
import type { Change } from '../../standards/record/change.js'
import type { Availability } from '../../standards/service/availability.js'
import type { Log } from './log.js'
import type { Outside } from './outside.js'

/** One member, spoken to in one protocol. A capability is an optional method that exists. */
export interface Adapter {
  /** Who is there: the cheapest call that proves the settings right. */
  probe(call: Call): Promise<Identity>
  /**
   * Pages in order. `resume` is stored in the transaction that stores the page, and given back after a crash
   * or on the next incremental harvest; null asks for everything. The last page of a clean end carries the
   * resume from which the next, incremental harvest starts.
   */
  harvest?(resume: Resume | null, call: Call): AsyncIterable<HarvestPage>
  /** Live state of the copies of these source ids; unknown ids are left out. */
  availability?(ids: string[], call: Call): Promise<Availability[]>
  close?(): Promise<void>
}

/** The adapter's own bookmark: JSON, opaque to everyone else. */
export type Resume = { [key: string]: unknown }

export interface HarvestPage {
  changes: Change[]
  resume: Resume
  /** How many records the source says there are, when it says. */
  total?: number
  /** Bytes read so far and in all, for progress on files. */
  progress?: { done: number; of: number }
  /** What a person should know: a window restarted, a page repaired. */
  notes?: string[]
}

export interface Identity {
  name: string
  /** Protocol and version as the other side states it. */
  protocol: string
  details?: Record<string, string>
}

/** What accompanies each call. */
export interface Call {
  signal: AbortSignal
  log: Log
  /** Id that follows the work through every log line. */
  trace: string
  /** Told when the work rests, as when the other side asks for patience, and null when it goes on: shown to who watches. */
  onWait?(waiting: Waiting | null): void
}

export interface Waiting {
  /** ISO 8601, UTC. */
  until: string
  seconds: number
  /** `as the server asked (Retry-After)` */
  why: string
}

/** A protocol. `connect` does no I/O. */
export interface AdapterKind<O = unknown> {
  /** kebab-case, as in the consortium file and `--adapter`. */
  kind: string
  /** One sentence for `shulian adapters list`. */
  summary: string
  capabilities: ('harvest' | 'availability')[]
  options: TSchema
  connect(options: O, outside: Outside): Adapter
}
