import type { FastifyInstance } from 'fastify'
import type { Kysely, Transaction } from 'kysely'
import type { TSchema } from 'typebox'
import type { Dispatcher } from 'undici'
import type { AdapterKind } from './adapter.js'
import type { HandleOptions, JobHandler, JobQueue } from './job-queue.js'
import type { Log } from './log.js'
import type { Counters } from './metrics.js'
import type { Outside } from './outside.js'
import type { SearchIndex } from './search-index.js'
import type { Services } from './services.js'
import type { Threads } from './threads.js'

// biome-ignore lint/suspicious/noExplicitAny: the owner of the tables gives the type: `kernel.database as Kysely<Tables>`
export type AnyDatabase = Kysely<any>
// biome-ignore lint/suspicious/noExplicitAny: a transaction of any owner
export type AnyTransaction = Transaction<any>

/** Where a plugin stands on the service chain: 前 before, 中 during, 后 after service. */
export type Stage = 'before' | 'during' | 'after'
/** 运营 operations, 技术 technology, 数据 data, 用户 users. */
export type Dimension = 'operations' | 'technology' | 'data' | 'users'

/** Something the consortium does. It owns its tables; others reach it through the service it offers. */
export interface Plugin<O = unknown> {
  /** kebab-case; also the name of its service when it offers one. */
  name: string
  place: { stage: Stage; dimension: Dimension }
  /** Closed schema of its settings in the consortium file. */
  options: TSchema
  /** Services it calls; those plugins are set up before it. Calling another is an error at once. */
  requires?: (keyof Services)[]
  /** Applied in order, once, before setup. */
  migrations?: Migration[]
  /** Tables whose rows outlive a restore: what was erased since the backup was made is erased again at the start. */
  outliving?: readonly string[]
  setup(kernel: Kernel, options: O): PluginParts | Promise<PluginParts>
}

export interface PluginParts {
  /** Offered to others under the plugin's name. */
  service?: unknown
  /** Every route states `config.access`; one that does not stops the start. */
  routes?: (app: FastifyInstance) => Promise<void> | void
  jobs?: PluginJob[]
  /** Called once everything is set up and, in a gateway, listening; again when the database was away in its midst. */
  start?: () => Promise<void> | void
  close?: () => Promise<void>
}

export interface PluginJob {
  /** One handler a topic. */
  topic: string
  handler: JobHandler
  options?: HandleOptions
  everySeconds?: number
  /** Another's domain event: whenever it is told, a job of this topic with the same payload is told with it. */
  follows?: string
}

export interface Migration {
  /** `catalogue-001-records`: unique, sorted within the plugin by the order of the list. */
  id: string
  /** Through the schema builder, in SQLite’s types; PostgreSQL’s are made of them. */
  up(database: AnyTransaction): Promise<void>
}

/** What a plugin is given. */
export interface Kernel {
  consortium: { name: string; nameZh?: string }
  /**
   * Each plugin casts it to its own tables: `kernel.database as Kysely<MembersTables>`. Its transactions come one after the
   * other, over all processes: what one has read is still so when it writes.
   */
  database: AnyDatabase
  outbox: Outbox
  jobs: JobQueue
  searchIndex: SearchIndex
  threads: Threads
  adapters: ReadonlyMap<string, AdapterKind>
  /** The guarded way out, labelled with the member for logs and limits. */
  outside(member: string): Outside
  /** The same guard as connections, for @fastify/http-proxy. */
  dispatcher: Dispatcher
  /** The project’s folder: tables and assets are read from the source tree, not from the build. */
  root: string
  log: Log
  /** What `/metrics` tells beside the kernel’s own. */
  metrics: Counters
  now(): Date
  /** @throws Error when the plugin did not name it in `requires`. */
  service<K extends keyof Services>(name: K): Services[K]
}

/** Domain events: written in the transaction that they tell of, relayed to the queue after it committed. */
export interface Outbox {
  /** @returns the id of the job */
  append(transaction: AnyTransaction, topic: string, payload: unknown): Promise<string>
}

/** Who is asking, after the token was verified. */
export type Actor =
  | { kind: 'anonymous' }
  | { kind: 'operator'; subject: string }
  /** `subject` is the gateway's own pseudonym of the reader, never the issuer's. */
  | { kind: 'reader'; subject: string; member: string | null }

/** Who may call a route: `config: { access: 'operator' }`. */
export type AccessRule = 'anyone' | 'reader' | 'operator' | 'reader-or-operator'

declare module 'fastify' {
  interface FastifyContextConfig {
    access?: AccessRule
  }
  interface FastifyRequest {
    actor: Actor
  }
}
