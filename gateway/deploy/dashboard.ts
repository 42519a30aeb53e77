/** The dashboard as code: what an operator looks at first stands on top. */

interface Panel {
  title: string
  /** In Grafana’s names. */
  unit: string
  /** PromQL, each with what its line is called. */
  lines: Record<string, string>
}

const rate = (metric: string, by: string) => `sum by (${by}) (rate(${metric}[5m]))`
const quantile = (part: number, metric: string, by = '') =>
  `histogram_quantile(${part}, sum by (le${by && `, ${by}`}) (rate(${metric}_bucket[5m])))`

const panels: Panel[] = [
  {
    title: 'Answers by status',
    unit: 'reqps',
    lines: { '{{status}}': rate('shulian_http_request_duration_seconds_count', 'status') },
  },
  {
    title: 'Answers: p95 by route',
    unit: 's',
    lines: { '{{route}}': quantile(0.95, 'shulian_http_request_duration_seconds', 'route') },
  },
  {
    title: 'Searches in the engine',
    unit: 's',
    lines: {
      p50: quantile(0.5, 'shulian_search_duration_seconds'),
      p95: quantile(0.95, 'shulian_search_duration_seconds'),
    },
  },
  {
    title: 'Backlog of jobs',
    unit: 'short',
    lines: {
      due: 'max(shulian_outbox_backlog)',
      '{{topic}} {{state}}': 'max by (topic, state) (shulian_jobs)',
    },
  },
  {
    title: 'Age of the oldest job (work.changed: how far the index is behind)',
    unit: 's',
    lines: { '{{topic}}': 'max by (topic) (shulian_job_oldest_seconds)' },
  },
  {
    title: 'Tries of jobs',
    unit: 'ops',
    lines: { '{{topic}} {{outcome}}': rate('shulian_job_tries_total', 'topic, outcome') },
  },
  {
    title: 'Jobs: p95 by topic',
    unit: 's',
    lines: { '{{topic}}': quantile(0.95, 'shulian_job_duration_seconds', 'topic') },
  },
  {
    title: 'Records read, by member and outcome',
    unit: 'ops',
    lines: { '{{member}} {{outcome}}': rate('shulian_run_records_total', 'member, outcome') },
  },
  {
    title: 'Runs that failed in a day, by member',
    unit: 'short',
    lines: { '{{member}}': 'sum by (member) (increase(shulian_runs_total{state="failed"}[1d]))' },
  },
  {
    title: 'Calls to members, by outcome',
    unit: 'reqps',
    lines: { '{{member}} {{outcome}}': rate('shulian_outbound_duration_seconds_count', 'member, outcome') },
  },
  {
    title: 'Calls to members: p95',
    unit: 's',
    lines: { '{{member}}': quantile(0.95, 'shulian_outbound_duration_seconds', 'member') },
  },
  { title: 'Works in the index', unit: 'short', lines: { works: 'max(shulian_index_documents)' } },
  {
    title: 'Connections to the database',
    unit: 'short',
    lines: { '{{instance}} {{state}}': 'shulian_database_connections' },
  },
  { title: 'Memory', unit: 'bytes', lines: { '{{instance}}': 'process_resident_memory_bytes' } },
  {
    title: 'Event loop: share of time busy',
    unit: 'percentunit',
    lines: { '{{instance}}': 'nodejs_eventloop_utilization' },
  },
  { title: 'Processors', unit: 'short', lines: { '{{instance}}': 'rate(process_cpu_seconds_total[5m])' } },
]

const source = { type: 'prometheus', uid: '$source' }

/** For Grafana 10 or later: import the file, choose the Prometheus. */
export const dashboard = (): object => ({
  uid: 'shulian',
  title: 'Shulian 书联',
  schemaVersion: 39,
  refresh: '30s',
  time: { from: 'now-6h', to: 'now' },
  templating: { list: [{ name: 'source', type: 'datasource', query: 'prometheus', label: 'Prometheus' }] },
  panels: panels.map(({ title, unit, lines }, at) => ({
    id: at + 1,
    type: 'timeseries',
    title,
    datasource: source,
    gridPos: { x: (at % 3) * 8, y: Math.floor(at / 3) * 8, w: 8, h: 8 },
    fieldConfig: { defaults: { unit, min: 0 }, overrides: [] },
    targets: Object.entries(lines).map(([legendFormat, expr], line) => ({
      refId: String.fromCharCode(65 + line),
      expr,
      legendFormat,
    })),
  })),
})
