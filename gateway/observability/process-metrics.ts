import type { Metrics } from './metrics.js'

/** In the names that every Prometheus client uses. */
export const watchProcess = (metrics: Metrics, version: string): void => {
  metrics.gauge('shulian_build_info', 'The version that runs').set(1, { version, node: process.version })
  metrics
    .gauge('process_start_time_seconds', 'When the process began, in seconds since 1970')
    .set(Math.round(performance.timeOrigin / 1000))
  const cpu = metrics.counter('process_cpu_seconds_total', 'Time on processors, of users and system')
  const resident = metrics.gauge('process_resident_memory_bytes', 'Resident memory')
  const heap = metrics.gauge('nodejs_heap_size_used_bytes', 'Used of the heap of JavaScript')
  const busy = metrics.gauge(
    'nodejs_eventloop_utilization',
    'Share of time that the event loop was busy, since the last scrape',
  )
  let counted = 0
  let last = performance.eventLoopUtilization()
  metrics.beforeRender(() => {
    const { user, system } = process.cpuUsage()
    const seconds = (user + system) / 1_000_000
    cpu.add({}, seconds - counted)
    counted = seconds
    const { rss, heapUsed } = process.memoryUsage()
    resident.set(rss)
    heap.set(heapUsed)
    const now = performance.eventLoopUtilization()
    busy.set(performance.eventLoopUtilization(now, last).utilization)
    last = now
  })
}
