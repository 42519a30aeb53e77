import t, { type Test } from 'tap'
import { Compile } from 'typebox/compile'
import { silentLog } from '../../gateway/contracts/log.js'
import type { Outside, OutsideRequest } from '../../gateway/contracts/outside.js'
import { createEgress } from '../../gateway/outbound/egress.js'
import { createOutbound } from '../../gateway/outbound/outbound.js'
import { type DaiaItem, startAvailabilityService } from '../../gateway/sample/availability-service.js'
import { Availability } from '../../standards/service/availability.js'
import { daia } from './index.js'

const call = (signal = new AbortController().signal) => ({ signal, log: silentLog, trace: 't_test' })

const connected = async (t: Test, items: Record<string, DaiaItem[]>) => {
  const now = () => new Date('2026-03-01T10:00:00Z')
  const service = await startAvailabilityService({ items, now, institution: { content: 'City library' } })
  const outbound = createOutbound({ egress: createEgress({ allow: ['127.0.0.0/8'] }), log: silentLog, now })
  t.teardown(async () => {
    await outbound.close()
    await service.close()
  })
  const adapter = daia.connect({ url: service.url }, outbound.outside('city'))
  return {
    service,
    ask: async (ids: string[], signal?: AbortSignal) =>
      (await adapter.availability?.(ids, call(signal))) ?? [],
    adapter,
  }
}

t.test('gives the copies of each record with their services', async (t) => {
  const { ask } = await connected(t, {
    'oai:x:1': [
      {
        id: 'b1',
        label: 'I242.4/7',
        department: { content: '总馆' },
        storage: { content: '书库' },
        available: [{ service: 'presentation' }, { service: 'http://purl.org/ontology/dso#Unknown' }],
        unavailable: [
          { service: 'loan', expected: '2026-03-20', queue: 2, href: 'https://city.example/hold?b1' },
        ],
      },
      {
        id: 'b2',
        available: [
          { service: 'loan', delay: 'PT2H' },
          { service: 'openaccess', href: 'https://city.example/b2' },
        ],
      },
    ],
  })
  const found = await ask(['oai:x:1', 'oai:x:404'])
  t.same(found, [
    {
      recordId: 'oai:x:1',
      asOf: '2026-03-01T10:00:00.000Z',
      items: [
        {
          id: 'b1',
          holding: '总馆 · 书库 · I242.4/7',
          services: {
            presentation: { available: true },
            loan: {
              available: false,
              expected: '2026-03-20',
              queue: 2,
              href: 'https://city.example/hold?b1',
            },
          },
        },
        {
          id: 'b2',
          services: {
            loan: { available: true, expected: 'PT2H' },
            remote: { available: true, href: 'https://city.example/b2' },
          },
        },
      ],
    },
  ])
  t.ok(
    found.every((answer) => Compile(Availability).Check(answer)),
    'in the shape of the standard',
  )
})

t.test('a state that changed is told at the next call', async (t) => {
  const { ask, service } = await connected(t, { a: [{ id: '1', available: [{ service: 'loan' }] }] })
  t.match(await ask(['a']), [{ items: [{ services: { loan: { available: true } } }] }])
  service.set('a', [{ id: '1', unavailable: [{ service: 'loan', expected: 'unknown' }] }])
  t.match(await ask(['a']), [{ items: [{ services: { loan: { available: false, expected: 'unknown' } } }] }])
})

t.test('many ids go in several requests, and come back together', async (t) => {
  const ids = Array.from({ length: 120 }, (_, i) => `id ${i}&`)
  const { ask, service } = await connected(t, Object.fromEntries(ids.map((id) => [id, []])))
  t.same(
    (await ask(ids)).map(({ recordId }) => recordId),
    ids,
  )
  t.same(
    service.requests.map((asked) => asked.length),
    [50, 50, 20],
  )
})

t.test('a service that is away is said to be', async (t) => {
  const { ask, service } = await connected(t, {})
  service.away = '503'
  await t.rejects(ask(['a']), { code: 'UPSTREAM_STATUS', status: 502, options: { retryAfter: 30 } })
  service.away = 'hangs'
  const reason = new Error('the reader left')
  const abort = new AbortController()
  const asking = ask(['a'], abort.signal)
  abort.abort(reason)
  await t.rejects(asking, reason)
})

t.test('probe tells who is there', async (t) => {
  const { adapter } = await connected(t, {})
  t.same(await adapter.probe(call()), { name: 'City library', protocol: 'DAIA 1.0.0' })
})

const answering = (body: string): Outside => ({
  now: () => new Date('2026-03-01T10:00:00Z'),
  assertAllowed: async () => undefined,
  open: () => {
    throw new Error('not used')
  },
  fetch: async ({ url }: OutsideRequest) => ({ status: 200, headers: {}, url, body: Buffer.from(body) }),
})

t.test('what is no DAIA is refused', async (t) => {
  for (const body of [
    '',
    '<html>',
    'null',
    '[]',
    '{}',
    '{"document":{}}',
    '{"document":[1]}',
    '{"document":[{}]}',
    '\u0000',
  ]) {
    const adapter = daia.connect({ url: 'http://x.example/daia' }, answering(body))
    await t.rejects(
      async () => adapter.availability?.(['a'], call()),
      { code: 'UPSTREAM_INVALID', status: 502 },
      body,
    )
  }
})

t.test('parts of the wrong kind are left out, and what was not asked for too', async (t) => {
  const body = JSON.stringify({
    timestamp: 'yesterday',
    document: [
      { id: 'b', item: [] },
      {
        id: 'urn:a',
        requested: 'a',
        item: [
          7,
          { available: [{ service: 'loan', href: 'javascript:x' }, {}], unavailable: 'no' },
          { unavailable: [{ service: 'loan', queue: -1, expected: 5 }] },
        ],
      },
    ],
  })
  const adapter = daia.connect({ url: 'http://x.example/daia?lang=zh' }, answering(body))
  t.same(await adapter.availability?.(['a'], call()), [
    {
      recordId: 'a',
      asOf: '2026-03-01T10:00:00.000Z',
      items: [
        { id: 'a#1', services: { loan: { available: true } } },
        { id: 'a#2', services: { loan: { available: false } } },
      ],
    },
  ])
})
