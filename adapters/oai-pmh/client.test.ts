import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import t, { type Test } from 'tap'
import type { Waiting } from '../../gateway/contracts/adapter.js'
import { createClient, pause } from './client.js'
import { connected, items, loopbackOutside, pagesOf, told } from './testing.js'

t.test('Retry-After in seconds is waited for', async (t) => {
  const side = await connected({ items: items(2), faults: { unavailableOnce: true, retryAfter: '7' } })
  t.teardown(side.close)
  t.same(told(await pagesOf(side.harvest(null))), ['put 01', 'put 02'])
  t.same(side.waits, [7000])
})

t.test('Retry-After as a date is waited for', async (t) => {
  const retryAfter = new Date(Date.now() + 30_000).toUTCString()
  const side = await connected({ items: items(1), faults: { unavailableOnce: true, retryAfter } })
  t.teardown(side.close)
  await pagesOf(side.harvest(null))
  t.ok(side.waits.length === 1 && (side.waits[0] ?? 0) > 20_000 && (side.waits[0] ?? 0) <= 31_000)
})

t.test('a wait longer than a harvest may take is refused, with the time', async (t) => {
  const side = await connected({ items: items(1), faults: { unavailableOnce: true, retryAfter: '86400' } })
  t.teardown(side.close)
  await t.rejects(pagesOf(side.harvest(null)), { code: 'UPSTREAM_BUSY', options: { retryAfter: 86_400 } })
})

t.test('a wait ends when the harvest is cancelled', async (t) => {
  const abort = new AbortController()
  const waiting = pause(60_000, abort.signal)
  abort.abort(new Error('cancelled'))
  await t.rejects(waiting, { message: 'cancelled' })
})

t.test('probe tells who is there', async (t) => {
  const side = await connected({ items: items(2), name: 'Old maps', adminEmail: 'maps@library.example' })
  t.teardown(side.close)
  t.same(await side.probe(), {
    name: 'Old maps',
    protocol: 'OAI-PMH 2.0',
    details: {
      earliestDatestamp: '2020-01-01T00:00:00Z',
      deletedRecord: 'persistent',
      granularity: 'YYYY-MM-DDThh:mm:ssZ',
      adminEmail: 'maps@library.example',
      metadataPrefixes: 'oai_dc',
    },
  })
})

const answering = async (t: Test, respond: (request: IncomingMessage, response: ServerResponse) => void) => {
  let requests = 0
  const server = createServer((request, response) => {
    requests++
    respond(request, response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { outside, close } = loopbackOutside()
  t.teardown(async () => {
    await close()
    server.close()
  })
  const { port } = server.address() as AddressInfo
  const url = `http://127.0.0.1:${port}/oai?db=1`
  const waits: (Waiting | null)[] = []
  const ask = createClient({ url, answerSeconds: 20 }, outside, async () => undefined)
  const asking = {
    signal: new AbortController().signal,
    onWait: (waiting: Waiting | null) => void waits.push(waiting),
  }
  return {
    ask: (query: Record<string, string> = { verb: 'Identify' }) => ask(query, asking),
    requests: () => requests,
    waits,
  }
}
const saying = (status: number, body: string) => (_: IncomingMessage, response: ServerResponse) =>
  void response.writeHead(status).end(body)
const empty = '<OAI-PMH><ListRecords/></OAI-PMH>'

t.test('a status that will not change is not asked for again', async (t) => {
  const { ask, requests } = await answering(t, saying(404, 'no such page'))
  await t.rejects(ask(), { code: 'UPSTREAM_STATUS', message: /404/ })
  t.equal(requests(), 1)
})

t.test('a server’s own trouble is tried three times', async (t) => {
  const { ask, requests } = await answering(t, saying(500, 'oops'))
  await t.rejects(ask(), { code: 'UPSTREAM_STATUS', message: /500/ })
  t.equal(requests(), 3)
})

t.test('an error of the protocol counts, whatever status it comes with', async (t) => {
  const { ask } = await answering(t, saying(422, '<OAI-PMH><error code="badArgument">no</error></OAI-PMH>'))
  t.match(await ask(), { errors: [{ code: 'badArgument', text: 'no' }] })
})

t.test('429, 502, 503 and 504 with a time are waited for, and the wait is told', async (t) => {
  for (const status of [429, 502, 503, 504]) {
    const side = await connected({ items: items(1), faults: { unavailableOnce: status, retryAfter: '120' } })
    t.teardown(side.close)
    t.same(told(await pagesOf(side.harvest(null))), ['put 01'])
    t.same(side.waits, [120_000], String(status))
  }
  let isFirst = true
  const { ask, waits } = await answering(t, (request, response) => {
    if (!isFirst) return saying(200, empty)(request, response)
    isFirst = false
    response.writeHead(503, { 'retry-after': '120' }).end()
  })
  await ask()
  t.match(waits, [{ seconds: 120, why: 'as the server asked (Retry-After)', until: /^\d{4}-.*Z$/ }, null])
})

t.test('a time of nothing, over and over, is no reason to ask for ever', async (t) => {
  const { ask, requests } = await answering(t, (_, response) => {
    response.writeHead(503, { 'retry-after': '0' }).end()
  })
  await t.rejects(ask(), { code: 'UPSTREAM_BUSY' })
  t.equal(requests(), 11)
})

t.test(
  'a token longer than an address may be goes by POST; a server that refuses that gets GET',
  async (t) => {
    const token = 'x'.repeat(5_000)
    const seen: string[] = []
    const { ask } = await answering(t, (request, response) => {
      let body = ''
      request.on('data', (chunk) => (body += chunk))
      request.on('end', () => {
        const params = new URLSearchParams(request.method === 'POST' ? body : request.url?.split('?')[1])
        seen.push(`${request.method} ${params.get('resumptionToken')?.length}`)
        saying(seen.length === 2 ? 405 : 200, empty)(request, response)
      })
    })
    await ask({ verb: 'ListRecords', resumptionToken: token })
    await ask({ verb: 'ListRecords', resumptionToken: token })
    t.same(seen, ['POST 5000', 'POST 5000', 'GET 5000'])
  },
)

t.test('an address that a proxy finds too long goes by POST', async (t) => {
  const { ask } = await answering(t, (request, response) =>
    saying(request.method === 'GET' ? 414 : 200, empty)(request, response),
  )
  t.match(await ask(), { records: [] })
})

t.test('redirects, compression and a wrong content type are no obstacle', async (t) => {
  const side = await connected({ items: items(3), faults: { gzip: true, contentType: 'text/html' } })
  t.teardown(side.close)
  t.same(told(await pagesOf(side.harvest(null))), ['put 01', 'put 02', 'put 03'])
  const { ask } = await answering(t, (request, response) => {
    if (request.url?.startsWith('/oai')) response.writeHead(301, { location: '/moved' }).end()
    else saying(200, empty)(request, response)
  })
  t.match(await ask(), { records: [] })
})

t.test(
  'decompression bomb, slow drip: an answer that drips is cut at its deadline, however it drips',
  async (t) => {
    const { outside, close } = loopbackOutside()
    const server = createServer((_, response) => {
      response.writeHead(200)
      const drip = setInterval(() => response.write(' '), 300)
      response.on('close', () => clearInterval(drip))
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    t.teardown(async () => {
      await close()
      server.close()
    })
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/oai`
    const ask = createClient({ url, answerSeconds: 1 }, outside, async () => undefined)
    await t.rejects(ask({ verb: 'Identify' }, { signal: new AbortController().signal }), {
      code: 'UPSTREAM_DEADLINE',
    })
  },
)
