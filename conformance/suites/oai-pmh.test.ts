import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import t, { type Test } from 'tap'
import { silentLog } from '../../gateway/contracts/index.js'
import { createEgress } from '../../gateway/outbound/egress.js'
import { createOutbound } from '../../gateway/outbound/outbound.js'
import { startOaiProvider } from '../../gateway/sample/oai-provider.js'
import { goodAddress, goodRepository, readRequest } from '../mutants/good-repository.js'
import type { ConformanceReport } from '../report.js'
import { runSuite } from '../runner.js'
import { oaiPmh } from './oai-pmh.js'

const now = () => new Date('2026-01-01T00:00:00Z')

/** Runs the suite through the real way out, against a real server. */
const runAgainst = async (
  t: Test,
  listener: (base: string) => RequestListener,
  signal = new AbortController().signal,
) => {
  const server = createServer((request, response) => listener(base)(request, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}/oai`
  const outbound = createOutbound({ egress: createEgress({ allow: ['127.0.0.0/8'] }), log: silentLog, now })
  t.teardown(async () => {
    await outbound.close()
    server.closeAllConnections()
    server.close()
  })
  return runSuite(
    oaiPmh,
    { kind: 'url', location: base },
    { outside: outbound.outside('example'), signal, now },
  )
}

/** The good repository, moved to the server's own address. */
const good =
  (base: string): RequestListener =>
  async (request, response) => {
    const asked = readRequest(`${new URL(base).origin}${request.url}`, request.method, await text(request))
    const { status, headers, body } = goodRepository(asked)
    response.writeHead(status, headers).end(String(body).replaceAll(goodAddress, base))
  }

const outcomeOf = (report: ConformanceReport, number: string) =>
  report.results.find(({ requirement }) => requirement === `oai-pmh@2.0#OAI-${number}`)

t.test('a good repository behind real HTTP is conformant', async (t) => {
  const report = await runAgainst(t, good)
  t.equal(report.verdict, 'conformant')
})

for (const granularity of ['day', 'second'] as const) {
  t.test(`the sample repository is conformant, its datestamps to the ${granularity}`, async (t) => {
    const datestamp = granularity === 'day' ? '2024-03-01' : '2024-03-01T08:00:00Z'
    const metadata = { oai_dc: '<dc xmlns="http://www.openarchives.org/OAI/2.0/oai_dc/"/>' }
    const items = ['1', '2', '3', '4'].map((n) => ({
      identifier: `oai:library.example:${n}`,
      datestamp,
      sets: ['books'],
      metadata,
    }))
    const provider = await startOaiProvider({ items, granularity, pageSize: 2 })
    provider.delete('oai:library.example:2')
    const outbound = createOutbound({ egress: createEgress({ allow: ['127.0.0.0/8'] }), log: silentLog, now })
    t.teardown(async () => {
      await outbound.close()
      await provider.close()
    })
    const signal = new AbortController().signal
    const report = await runSuite(
      oaiPmh,
      { kind: 'url', location: provider.url },
      { outside: outbound.outside('example'), signal, now },
    )
    const open = report.results.filter(({ outcome }) => outcome !== 'passed' && outcome !== 'inapplicable')
    t.same(
      open
        .filter(({ keyword, testability }) => keyword === 'MUST' && testability === 'auto')
        .map(({ requirement, messages }) => [requirement, messages.en.came]),
      [],
    )
    t.equal(report.verdict, 'conformant')
  })
}

t.test('a repository that asks to come back later is asked again', async (t) => {
  let isBusy = true
  const report = await runAgainst(t, (base) => (request, response) => {
    if (!isBusy) return good(base)(request, response)
    isBusy = false
    response.writeHead(503, { 'retry-after': '0' }).end('busy')
  })
  t.equal(report.verdict, 'conformant')
  t.equal(outcomeOf(report, '06a')?.outcome, 'passed')
})

t.test('a 503 that does not say when is a warning, and no verdict on the rest', async (t) => {
  const report = await runAgainst(t, () => (_, response) => response.writeHead(503).end('busy'))
  t.match(outcomeOf(report, '06a'), { outcome: 'failed', severity: 'warning' })
  t.match(outcomeOf(report, '07a'), { outcome: 'cantTell', party: 'infrastructure' })
  t.equal(report.verdict, 'infrastructure')
})

t.test('a connection that is cut blames the network', async (t) => {
  const report = await runAgainst(t, () => (request) => request.socket.destroy())
  t.equal(report.verdict, 'infrastructure')
  t.ok(report.results.every(({ outcome }) => outcome !== 'failed' && outcome !== 'passed'))
})

t.test('a web page in place of a repository is not conformant', async (t) => {
  const report = await runAgainst(
    t,
    () => (_, response) => response.end('<html><body><h1>It works<br></body></html>'),
  )
  t.match(outcomeOf(report, '02a'), { outcome: 'failed', party: 'adapter' })
  t.equal(report.verdict, 'not-conformant')
})

t.test('a 404 is the repository’s own fault', async (t) => {
  const report = await runAgainst(t, () => (_, response) => response.writeHead(404).end('nothing here'))
  t.match(outcomeOf(report, '01'), { outcome: 'failed', party: 'adapter' })
  t.equal(report.verdict, 'not-conformant')
})

t.test('an empty repository leaves its records untested, and no certificate to earn', async (t) => {
  const report = await runAgainst(t, (base) => async (request, response) => {
    const asked = readRequest(`${new URL(base).origin}${request.url}`, request.method, await text(request))
    const body = String(goodRepository(asked).body)
      .replace(/<List(Records|Identifiers)>.*<\/List\1>/, '<error code="noRecordsMatch">none</error>')
      .replaceAll(goodAddress, base)
    response.end(body)
  })
  for (const number of ['12', '13a', '13b', '14', '15a'])
    t.equal(outcomeOf(report, number)?.outcome, 'untested', number)
  t.equal(report.verdict, 'incomplete')
})

t.test('a run can be cancelled while it waits', async (t) => {
  const controller = new AbortController()
  const run = runAgainst(
    t,
    () => (_, response) => {
      response.writeHead(503, { 'retry-after': '20' }).end('busy')
      setImmediate(() => controller.abort(new Error('cancelled')))
    },
    controller.signal,
  )
  await t.rejects(run)
})

t.test('a token that leads in circles does not hold the run', async (t) => {
  const report = await runAgainst(t, (base) => async (request, response) => {
    const asked = readRequest(`${new URL(base).origin}${request.url}`, request.method, await text(request))
    const place = Number(asked.arg('resumptionToken').split('~')[0])
    const body = String(goodRepository(asked).body).replaceAll(goodAddress, base)
    response.end(place > 0 ? body.replace(/<resumptionToken>.*?</, '<resumptionToken>3~~~<') : body)
  })
  t.equal(report.verdict, 'conformant', 'full walks are a requirement of their own')
})
