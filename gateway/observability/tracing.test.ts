import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import t from 'tap'
import { inFolder } from '../bench/faults/in-folder.js'
import { openLetters, working } from '../bench/faults/letters.js'
import { listening, type Started, startShulianAt } from '../command-testing.js'
import { missingRedis, startRedis } from '../job-queue/redis-testing.js'
import { createEgress } from '../outbound/egress.js'
import { createOutbound } from '../outbound/outbound.js'
import { listen } from '../sample/listen.js'
import { createLog } from './log.js'
import { openTracing } from './open-tracing.js'
import { startCollector } from './otlp-testing.js'
import { inSpan } from './tracing.js'

t.setTimeout(300_000)
const skip = missingRedis()
const log = createLog({ level: 'silent' })
const traceId = '4bf92f3577b34da6a3ce929d0e0e4736'
const from = (flags: '00' | '01') => `00-${traceId}-00f067aa0ba902b7-${flags}`

const ended = async ({ child, finished }: Started) => {
  child.kill('SIGTERM')
  return finished
}

t.test(
  'one trace leads from a caller through the request to the job in another process',
  { skip },
  async (t) =>
    inFolder(async (folder) => {
      const [redis, collector] = await Promise.all([startRedis(), startCollector()])
      t.teardown(() => Promise.all([redis.close(), collector.close()]))
      const traced = { SHULIAN_REDIS_URL: redis.url, OTEL_EXPORTER_OTLP_ENDPOINT: collector.origin }
      const letters = openLetters(folder, traced)
      letters.cure()
      const served = letters.start()
      const url = await listening(served)
      const worker = openLetters(folder, { ...traced, OTEL_SERVICE_NAME: 'work' }).work()
      await working(worker)

      const answer = await letters.call(url, '/v1/letters', { letters: ['a'] }, { traceparent: from('01') })
      t.equal(answer.status, 200)
      t.equal((await fetch(`${url}/v1/search?q=canary`)).status, 200)
      await letters.settled(url)
      for (const started of [served, worker]) t.match(await ended(started), { code: 0 })

      const spanOf = (name: string) => collector.spans.find((span) => span.name === name)
      const request = spanOf('POST /v1/letters')
      const appended = spanOf('enqueue letter')
      const job = spanOf('job letter')
      t.match(request, {
        traceId,
        parentSpanId: '00f067aa0ba902b7',
        kind: 2,
        service: 'shulian',
        attributes: { 'http.route': '/v1/letters', 'http.response.status_code': 200 },
      })
      t.match(appended, { traceId, parentSpanId: request?.spanId, kind: 4, service: 'shulian' })
      t.match(job, {
        traceId,
        parentSpanId: appended?.spanId,
        kind: 5,
        service: 'work',
        attributes: { 'shulian.topic': 'letter', 'shulian.attempt': 1 },
      })
      t.not(spanOf('GET /v1/search')?.traceId, traceId, 'another request is another trace')
      const token = readFileSync(join(folder, 'data', 'operator.token'), 'utf8').trim()
      for (const secret of ['canary', token])
        t.notOk(collector.texts.join().includes(secret), 'nothing of what was asked, or by whom')
    }),
)

t.test('a collector that is away, or silent, costs spans and nothing else', async (t) =>
  inFolder(async (folder) => {
    const silent = await listen(() => {})
    t.teardown(() => silent.close())
    for (const endpoint of ['http://127.0.0.1:9', silent.origin]) {
      const letters = openLetters(folder, { OTEL_EXPORTER_OTLP_ENDPOINT: endpoint })
      const served = letters.start()
      const url = await listening(served)
      await letters.send(url, [endpoint])
      await letters.settled(url)
      t.ok(letters.done().includes(endpoint))
      t.match(await ended(served), { code: 0 })
    }
  }),
)

t.test('an address that is none is said at the start', async (t) =>
  inFolder(async (dataDir) => {
    const settings = { OTEL_EXPORTER_OTLP_ENDPOINT: 'collector' }
    t.match(await startShulianAt({ dataDir, settings }, 'serve').finished, {
      code: 1,
      stderr: /OTEL_EXPORTER_OTLP_ENDPOINT: expected the address of a collector/,
    })
  }),
)

t.test('a call to a member is a span, and tells the member which', async (t) => {
  const collector = await startCollector()
  const given: unknown[] = []
  const member = await listen((request, response) => {
    given.push(request.headers['traceparent'])
    response.end('ok')
  })
  t.teardown(() => Promise.all([collector.close(), member.close()]))
  const egress = createEgress({ allow: [`127.0.0.1:${member.port}`] })
  const tracing = await openTracing(collector.origin, { log, version: '1' })
  const outbound = createOutbound({ egress, log, now: () => new Date(), tracing })
  const { signal } = new AbortController()
  const call = () => outbound.outside('city').fetch({ url: `${member.origin}/oai?q=canary`, signal })

  await inSpan(tracing, ['harvest', 'consumer', {}, from('01')], call)
  await inSpan(tracing, ['harvest', 'consumer', {}, from('00')], call)
  const proxied = { origin: member.origin, path: '/opac', method: 'GET' as const }
  await inSpan(tracing, ['request', 'server', {}, from('00')], async () =>
    (await outbound.dispatcher.request(proxied)).body.dump(),
  )
  t.match(given[2], new RegExp(`^00-${traceId}-`), 'and so does what is proxied')
  const refused = outbound.outside('city').fetch({ url: 'http://127.0.0.1:9/', signal })
  await t.rejects(refused, { code: 'EGRESS_BLOCKED' })
  await Promise.all([outbound.close(), tracing.close()])

  const [harvest, called, blocked] = ['harvest', 'GET city', 'GET city'].map((name, at) =>
    collector.spans.filter((span) => span.name === name).at(at === 2 ? 1 : 0),
  )
  t.match(called, { traceId, parentSpanId: harvest?.spanId, kind: 3, isError: false })
  t.equal(given[0], `00-${traceId}-${called?.spanId}-01`)
  t.match(
    given[1],
    new RegExp(`^00-${traceId}-[0-9a-f]{16}-00$`),
    'what a caller does not keep is not kept here',
  )
  t.match(blocked, { isError: true, attributes: { 'error.type': 'EGRESS_BLOCKED' } })
  t.equal(collector.spans.length, 3)
  t.notMatch(collector.texts.join(), /canary/)
})

t.test('without a collector nothing is kept or passed on', async (t) => {
  const tracing = await openTracing(undefined, { log, version: '1' })
  await inSpan(tracing, ['harvest', 'consumer', {}, from('01')], () => sleep(0))
  t.equal(tracing.isOn, false)
  t.equal(tracing.current(), undefined)
})
