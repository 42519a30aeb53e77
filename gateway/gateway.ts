import { createRequire } from 'node:module'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { buildApp } from './app.js'
import type { Config } from './config.js'
import type { Consortium, Issuer } from './consortium.js'
import type { AdapterKind } from './contracts/adapter.js'
import type { JobQueue } from './contracts/job-queue.js'
import type { Log } from './contracts/log.js'
import type { Outside } from './contracts/outside.js'
import type { Migration } from './contracts/plugin.js'
import type { SearchIndex } from './contracts/search-index.js'
import type { Services } from './contracts/services.js'
import { throughOutages } from './contracts/through-outages.js'
import { type Databases, openDatabases } from './database/databases.js'
import type { Readiness } from './health.js'
import { createAuthenticator } from './identity/actor.js'
import { createIssuers } from './identity/issuers.js'
import { type Keys, openKeys } from './identity/keys.js'
import { openOperatorToken } from './identity/operator-token.js'
import { queueMigrations } from './job-queue/migrations.js'
import { openQueue } from './job-queue/open.js'
import { createOutbox, type Followers } from './job-queue/outbox.js'
import { buildKernel, type PluginEntry } from './kernel.js'
import { createGatewayMetrics, watchIndex, watchJobs, watchPool } from './observability/gateway-metrics.js'
import { createLog } from './observability/log.js'
import type { Metrics } from './observability/metrics.js'
import { openTracing } from './observability/open-tracing.js'
import { traceRequests } from './observability/trace-requests.js'
import { createEgress, type Egress } from './outbound/egress.js'
import { createOutbound, type Outbound } from './outbound/outbound.js'
import { buildProbes } from './probes.js'
import { projectRoot } from './root.js'
import { openSearchIndex } from './search-index/open.js'
import { searchIndexMigrations } from './search-index/state.js'
import { createThreadPool } from './threads/pool.js'

export const { version } = createRequire(import.meta.url)(join(projectRoot(), 'package.json')) as {
  version: string
}

export const kernelMigrations: Migration[] = [...queueMigrations, ...searchIndexMigrations]

export interface GatewayParts {
  config: Config
  /** Some need the gateway’s public keys. */
  plugins(keys: Keys): readonly PluginEntry[]
  adapterKinds: readonly AdapterKind[]
  now(): Date
  /** Issuers beside those of the consortium file: the sample’s. */
  issuers?: readonly Issuer[]
  /** For who only looks: where nothing is, nothing is made. */
  isToBeThere?: boolean
}

/** An opened data folder: everything but the listening socket. Commands work on it as the server does. */
export interface Gateway {
  config: Config
  consortium: Pick<Consortium, 'name' | 'nameZh'>
  services: Services
  jobs: JobQueue
  searchIndex: SearchIndex
  database: Databases
  outbound: Outbound
  egress: Egress
  keys: Keys
  log: Log
  operatorToken: string
  version: string
  now(): Date
  outside(member: string): Outside
  buildApp(readiness?: () => Record<string, string>): Promise<FastifyInstance>
  /** The little that a process answers which only works. */
  buildProbes(): Promise<FastifyInstance>
  /** What plugins begin once they may; a database that is away is waited for. */
  start(signal: AbortSignal): Promise<void>
  close(): Promise<void>
}

/** @throws ShulianError DATA_FOLDER_NOT_WRITABLE, INSTALLATION_MISSING, PLUGIN_INVALID, and what openDatabases throws */
export const openGateway = async (parts: GatewayParts): Promise<Gateway> => {
  const { config, now } = parts
  const log = createLog({ level: config.logLevel })
  const database = await openDatabases({ ...config, isToBeThere: parts.isToBeThere ?? false }, log)
  const keys = await openKeys({ dataDir: config.dataDir })
  const operatorToken = await openOperatorToken({ dataDir: config.dataDir, keys, now })
  const egress = createEgress({ allow: [...config.egressAllow] })
  const metrics = createGatewayMetrics(version)
  const tracing = await openTracing(config.otlpEndpoint, { log, version })
  const outbound = createOutbound({
    egress,
    log,
    now,
    userAgent: `shulian/${version}`,
    watch: metrics.outbound,
    tracing,
  })
  const { jobs, board } = await openQueue(config, {
    database: database.kysely,
    log,
    now,
    watch: metrics.jobs,
    tracing,
  })
  const searchIndex = metrics.timed(openSearchIndex(config, database, log))
  watchJobs(metrics, jobs.standing)
  watchIndex(metrics, searchIndex)
  if (database.pool) watchPool(metrics, database.pool)
  const threads = createThreadPool()
  const followers: Followers = new Map()
  const consortium = config.consortium ?? { name: 'Shulian', nameZh: '书联' }
  const kernel = await buildKernel(
    {
      consortium,
      database,
      migrations: kernelMigrations,
      followers,
      outbox: createOutbox({ now, followers, tracing }),
      jobs,
      searchIndex,
      threads,
      adapterKinds: parts.adapterKinds,
      outside: (member) => outbound.outside(member),
      dispatcher: outbound.dispatcher,
      log,
      metrics,
      now,
    },
    parts.plugins(keys),
  ).catch(async (error: unknown) => {
    await Promise.all([threads.close(), outbound.close(), database.close()])
    throw error
  })
  const issuers = createIssuers({
    issuers: [...(config.consortium?.issuers ?? []), ...(parts.issuers ?? [])],
    outside: outbound.outside('issuers'),
    now,
    log,
  })
  const { authenticate } = createAuthenticator({ keys, issuers, now })
  return {
    config,
    consortium,
    services: kernel.services,
    jobs,
    searchIndex,
    database,
    outbound,
    egress,
    keys,
    log,
    operatorToken,
    version,
    now,
    outside: (member) => outbound.outside(member),
    buildApp: (readiness = () => ({})) =>
      buildApp({
        kernel,
        authenticate,
        readiness: readinessOf(database, readiness, jobs, metrics),
        watch: (app) => {
          metrics.watch(app)
          traceRequests(app, tracing)
        },
        jobs,
        board,
        log,
        version,
        jwks: keys.jwks,
      }),
    buildProbes: () => buildProbes(readinessOf(database, () => ({}), jobs, metrics)),
    start: async (signal) => {
      for (const { parts } of kernel.plugins) await throughOutages(() => parts.start?.(), signal)
    },
    close: async () => {
      await kernel.close()
      await threads.close()
      await searchIndex.close()
      await outbound.close()
      await database.close()
      await tracing.close()
    },
  }
}

const readinessOf = (
  database: Databases,
  more: () => Record<string, string>,
  jobs: JobQueue,
  metrics: Metrics,
): Readiness => ({
  checks: async () => {
    const state = await database.kysely
      .selectFrom('migration')
      .select('id')
      .limit(1)
      .execute()
      .then(
        () => 'ok',
        () => 'not answering',
      )
    // It serves, and what waits is safe: taken out of service, it would only be away as well.
    const waiting = jobs.trouble() !== null && { jobs: 'degraded: what brings jobs is away, they wait' }
    return { database: state, ...waiting, ...more() }
  },
  metrics: metrics.render,
})
