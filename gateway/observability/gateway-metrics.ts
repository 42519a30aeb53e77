import type { FastifyInstance } from 'fastify'
import type { Standing } from '../contracts/job-queue.js'
import type { SearchIndex } from '../contracts/search-index.js'
import type { JobWatch } from '../job-queue/lanes.js'
import { createMetrics, type Metrics } from './metrics.js'
import { watchProcess } from './process-metrics.js'

/** Seconds: of answers, of searches in the engine, of jobs. */
const bounds = {
  request: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
  search: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5],
  job: [0.01, 0.05, 0.1, 0.5, 1, 5, 10, 60, 300, 1800],
}

export interface GatewayMetrics extends Metrics {
  jobs: JobWatch
  /** A call to a member ended, with an answer or without. */
  outbound(member: string, outcome: string, seconds: number): void
  /** Times what it is asked. */
  timed(index: SearchIndex): SearchIndex
  /** Counts the answers of a door, by the address of the route, never by what was asked for. */
  watch(app: FastifyInstance): void
}

/** What is counted of a process, whatever it does. */
export const createGatewayMetrics = (version: string): GatewayMetrics => {
  const metrics = createMetrics()
  watchProcess(metrics, version)
  const requests = metrics.histogram(
    'shulian_http_request_duration_seconds',
    'Answers, by route, method and status',
    bounds.request,
  )
  const searches = metrics.histogram(
    'shulian_search_duration_seconds',
    'Searches in the engine',
    bounds.search,
  )
  const tries = metrics.counter('shulian_job_tries_total', 'Tries of jobs, by topic and outcome')
  const jobSeconds = metrics.histogram('shulian_job_duration_seconds', 'Tries of jobs, by topic', bounds.job)
  const calls = metrics.histogram(
    'shulian_outbound_duration_seconds',
    'Calls to members, by member and outcome',
    bounds.request,
  )
  return {
    ...metrics,
    jobs: (topic, outcome, seconds) => {
      tries.add({ topic, outcome })
      jobSeconds.observe(seconds, { topic })
    },
    outbound: (member, outcome, seconds) => calls.observe(seconds, { member, outcome }),
    timed: (index) => ({
      ...index,
      async search(query) {
        const began = performance.now()
        try {
          return await index.search(query)
        } finally {
          searches.observe((performance.now() - began) / 1000)
        }
      },
    }),
    watch(app) {
      app.addHook('onResponse', async (request, reply) => {
        const { method, routeOptions } = request
        const labels = {
          method: methodOf(method),
          route: routeOptions.url ?? 'none',
          status: String(reply.statusCode),
        }
        requests.observe(reply.elapsedTime / 1000, labels)
      })
    },
  }
}

/** Whoever invents methods makes no series. */
const methodOf = (method: string): string =>
  ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'].includes(method) ? method : 'other'

/** What the gateway has to do, asked for at each scrape; of all processes, as the database has it. */
export const watchJobs = (metrics: Metrics, standing: () => Promise<Standing[]>): void => {
  const jobs = metrics.gauge('shulian_jobs', 'Jobs, by topic and state')
  const oldest = metrics.gauge(
    'shulian_job_oldest_seconds',
    'Since the oldest job that is due or runs was appended, by topic',
  )
  const backlog = metrics.gauge('shulian_outbox_backlog', 'Jobs that are due and nobody has taken')
  metrics.beforeRender(async () => {
    const rows = await standing()
    jobs.clear()
    oldest.clear()
    for (const { topic, state, jobs: count } of rows) jobs.set(count, { topic, state })
    for (const { topic, oldestSeconds } of rows)
      if (oldestSeconds !== null) oldest.set(oldestSeconds, { topic })
    backlog.set(rows.reduce((sum, { due }) => sum + due, 0))
  })
}

export const watchIndex = (metrics: Metrics, index: SearchIndex): void => {
  const documents = metrics.gauge('shulian_index_documents', 'Works in the search index')
  metrics.beforeRender(async () => documents.set(await index.count()))
}

/** Connections of the pool, where there is one. */
export const watchPool = (
  metrics: Metrics,
  pool: () => { total: number; idle: number; waiting: number },
): void => {
  const connections = metrics.gauge('shulian_database_connections', 'Connections of the pool, by state')
  metrics.beforeRender(() => {
    const { total, idle, waiting } = pool()
    connections.set(total - idle, { state: 'busy' })
    connections.set(idle, { state: 'idle' })
    connections.set(waiting, { state: 'waited_for' })
  })
}
