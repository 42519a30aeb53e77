import t from 'tap'
import { createMetrics } from './metrics.js'

t.test('each metric is rendered with its help, type and series', async (t) => {
  const metrics = createMetrics()
  const requests = metrics.counter('shulian_requests_total', 'Requests by\nstatus \\ route')
  requests.add({ status: '200', route: '/search' })
  requests.add({ route: '/search', status: '200' }, 2)
  requests.add({ route: 'a"b\\c\nd' })
  metrics.gauge('shulian_jobs', 'Jobs').set(7)
  t.equal(
    await metrics.render(),
    [
      '# HELP shulian_requests_total Requests by\\nstatus \\\\ route',
      '# TYPE shulian_requests_total counter',
      'shulian_requests_total{route="/search",status="200"} 3',
      'shulian_requests_total{route="a\\"b\\\\c\\nd"} 1',
      '# HELP shulian_jobs Jobs',
      '# TYPE shulian_jobs gauge',
      'shulian_jobs 7',
      '',
    ].join('\n'),
  )
})

t.test('a histogram counts into cumulative buckets', async (t) => {
  const metrics = createMetrics()
  const seconds = metrics.histogram('shulian_seconds', 'Time', [0.1, 1])
  for (const value of [0.05, 0.1, 0.5, 7]) seconds.observe(value, { route: '/' })
  t.equal(
    await metrics.render(),
    [
      '# HELP shulian_seconds Time',
      '# TYPE shulian_seconds histogram',
      'shulian_seconds_bucket{route="/",le="0.1"} 2',
      'shulian_seconds_bucket{route="/",le="1"} 3',
      'shulian_seconds_bucket{route="/",le="+Inf"} 4',
      'shulian_seconds_sum{route="/"} 7.65',
      'shulian_seconds_count{route="/"} 4',
      '',
    ].join('\n'),
  )
})

t.test('a name is taken once and made of allowed characters', async (t) => {
  const metrics = createMetrics()
  metrics.gauge('shulian_jobs', 'Jobs')
  t.throws(() => metrics.gauge('shulian_jobs', 'Jobs'))
  t.throws(() => metrics.counter('shulian jobs', 'Jobs'))
})

t.test(
  'what is asked for at the moment is asked for each time; what fails takes nothing else along',
  async (t) => {
    const metrics = createMetrics()
    const jobs = metrics.gauge('shulian_jobs', 'Jobs')
    let waiting = 0
    metrics.beforeRender(async () => {
      jobs.clear()
      jobs.set(++waiting)
    })
    metrics.beforeRender(() => {
      throw new Error('the database is away')
    })
    t.match(await metrics.render(), /^shulian_jobs 1$/m)
    t.match(await metrics.render(), /^shulian_jobs 2$/m)
  },
)
