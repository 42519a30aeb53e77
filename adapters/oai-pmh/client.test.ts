import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import t, { type Test } from 'tap'
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
    },
  })
})

const answering = async (t: Test, status: number, body: string) => {
  let requests = 0
  const server = createServer((_, response) => {
    requests++
    response.writeHead(status).end(body)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { outside, close } = loopbackOutside()
  t.teardown(async () => {
    await close()
    server.close()
  })
  const { port } = server.address() as AddressInfo
  const ask = createClient(`http://127.0.0.1:${port}/oai?db=1`, outside, async () => undefined)
  return { ask: () => ask({ verb: 'Identify' }, new AbortController().signal), requests: () => requests }
}

t.test('a status that will not change is not asked for again', async (t) => {
  const { ask, requests } = await answering(t, 404, 'no such page')
  await t.rejects(ask(), { code: 'UPSTREAM_STATUS', message: /404/ })
  t.equal(requests(), 1)
})

t.test('a server’s own trouble is tried three times', async (t) => {
  const { ask, requests } = await answering(t, 500, 'oops')
  await t.rejects(ask(), { code: 'UPSTREAM_STATUS', message: /500/ })
  t.equal(requests(), 3)
})

t.test('an error of the protocol counts, whatever status it comes with', async (t) => {
  const { ask } = await answering(t, 422, '<OAI-PMH><error code="badArgument">no</error></OAI-PMH>')
  t.match(await ask(), { errors: [{ code: 'badArgument', text: 'no' }] })
})
