import t from 'tap'
import { Type } from 'typebox'
import { daia } from '../../adapters/daia/index.js'
import type { AdapterKind, Change } from '../../gateway/contracts/index.js'
import { put } from '../catalogue/testing.js'
import { type OpenServices, openServices, upstream } from './testing.js'

/** Asks its service for one copy after the other, as a member's protocol might. */
const plain: AdapterKind = {
  kind: 'plain',
  summary: 'Availability for tests',
  capabilities: ['availability'],
  options: Type.Object({ url: Type.String() }),
  connect: (options, outside) => ({
    probe: async () => ({ name: 'plain', protocol: 'plain' }),
    availability: async (ids, { signal }) => {
      const { url } = options as { url: string }
      const { status, body } = await outside.fetch({ url: `${url}/copies?id=${ids.join('|')}`, signal })
      if (status === 404) return []
      return JSON.parse(Buffer.from(body).toString())
    },
  }),
}

const forgetful: AdapterKind = {
  ...plain,
  kind: 'forgetful',
  connect: () => ({
    probe: async () => ({ name: '', protocol: '' }),
    availability: () => new Promise(() => undefined),
  }),
}
const straying: AdapterKind = {
  ...plain,
  kind: 'straying',
  connect: (options, outside) => ({
    probe: async () => ({ name: '', protocol: '' }),
    availability: async (_ids, { signal }) => {
      await outside.fetch({
        url: new URL('/v1/services/two/availability', (options as { url: string }).url).href,
        signal,
      })
      return []
    },
  }),
}

const asOf = '2026-03-01T08:00:00Z'
const copy = (recordId: string) => ({
  recordId,
  asOf,
  items: [{ id: 'c1', status: '在架', services: { loan: { available: true } } }],
})

/** A work that members one, two and three hold, each under its own identifier. */
const workOf = async ({ services, gateway }: OpenServices, members: string[]): Promise<string> => {
  const signal = new AbortController().signal
  for (const member of members) {
    await services.members.addSource({
      member,
      name: 'main',
      adapter: 'scripted',
      options: {},
      share: 'public',
    })
    const changes: Change[] = [put({ id: `${member}-1`, title: 'Walden', isbn: '9780691096124' })]
    await services.catalogue.push(`${member}/main`, changes, { signal })
  }
  const rows = await gateway.database.kysely
    .selectFrom('catalogueRecord')
    .select('workId')
    .distinct()
    .execute()
  t.equal(rows.length, 1)
  return String(rows[0]?.workId)
}

t.test('each member of a work is asked for its own copies, and one that is away delays nobody', async (t) => {
  const open = await openServices(t, { adapters: [plain], deadline: 500 })
  const up = await upstream(t, (request, response) => {
    const ids = decodeURIComponent(request.url?.split('id=')[1] ?? '').split('|')
    response.end(JSON.stringify(ids.map(copy)))
  })
  const silent = await upstream(t, () => undefined)
  const broken = await upstream(t, (_request, response) => response.writeHead(500).end('Oops at line 7'))
  const availability = { name: 'availability', adapter: 'plain' }
  await open.declare('one', up.url, availability)
  await open.declare('two', silent.url, availability)
  await open.declare('three', broken.url, availability)
  const id = await workOf(open, ['one', 'two', 'three'])
  const started = performance.now()
  const answer = (await open.app.inject({ url: `/v1/works/${id}/availability` })).json()
  t.ok(performance.now() - started < 2_000)
  t.same(answer.availability, [{ member: 'one', ...copy('one-1') }])
  t.same(answer.partial, [
    { member: 'three', reason: 'SERVICE_AWAY' },
    { member: 'two', reason: 'UPSTREAM_DEADLINE' },
  ])
  t.equal(up.asked[0]?.url, '/copies?id=one-1')
  t.notMatch(up.asked[0]?.headers, { authorization: /./ })
})

t.test('what a member answers that is no availability is its own fault alone', async (t) => {
  const open = await openServices(t, { adapters: [plain, forgetful, straying], deadline: 1_000 })
  const wrong = await upstream(t, (_request, response) => response.end('[{"copies": 3}]'))
  const empty = await upstream(t, (_request, response) =>
    response.writeHead(404, { 'content-type': 'text/html' }).end('<p>no'),
  )
  const huge = await upstream(t, (_request, response) => response.end(Buffer.alloc(5 * 1024 ** 2, ' ')))
  const cutAfter = (bytes: number) =>
    upstream(t, (_request, response) => {
      response.writeHead(200, { 'content-length': 1_000_000 }).write(Buffer.alloc(bytes, ' '))
      setTimeout(() => response.destroy(), 50)
    })
  const [cut, cutLate] = [await cutAfter(3), await cutAfter(200_000)]
  await open.declare('one', wrong.url, { name: 'availability', adapter: 'plain' })
  await open.declare('seven', cut.url, { name: 'availability', adapter: 'plain' })
  await open.declare('eight', cutLate.url, { name: 'availability', adapter: 'plain' })
  await open.declare('two', empty.url, { name: 'availability', adapter: 'plain' })
  await open.declare('three', huge.url, { name: 'availability', adapter: 'plain' })
  await open.declare('four', empty.url, { name: 'availability', adapter: 'forgetful' })
  await open.declare('five', empty.url, { name: 'availability', adapter: 'straying' })
  await open.declare('six', empty.url, { name: 'availability', adapter: 'plain' })
  const id = await workOf(open, ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight'])
  open.certified.delete('six')
  const started = performance.now()
  const answer = (await open.app.inject({ url: `/v1/works/${id}/availability` })).json()
  t.ok(performance.now() - started < 4_000, 'an adapter that forgets the signal holds up nobody')
  t.same(answer.availability, [])
  const reasons = Object.fromEntries(
    answer.partial.map(({ member, reason }: { member: string; reason: string }) => [member, reason]),
  )
  t.same(reasons, {
    one: 'UPSTREAM_INVALID',
    three: 'UPSTREAM_TOO_LARGE',
    four: 'UPSTREAM_DEADLINE',
    five: 'EGRESS_BLOCKED',
    six: 'CERTIFICATE_REQUIRED',
    seven: 'SERVICE_AWAY',
    eight: 'SERVICE_AWAY',
  })
})

t.test('a work nobody has a service for has no availability, and an unknown work is not found', async (t) => {
  const open = await openServices(t, { adapters: [plain] })
  await open.services.members.add({ id: 'one', name: 'one', type: 'library' })
  const id = await workOf(open, ['one'])
  t.same((await open.app.inject({ url: `/v1/works/${id}/availability` })).json(), {
    availability: [],
    partial: [],
  })
  t.equal((await open.app.inject({ url: '/v1/works/nothing/availability' })).statusCode, 404)
})

t.test('a member that speaks DAIA is asked for its copies in that protocol', async (t) => {
  const open = await openServices(t, { adapters: [daia as AdapterKind] })
  const live = await upstream(t, (request, response) => {
    const id = new URL(request.url ?? '', 'http://daia').searchParams.get('id') ?? ''
    const item = {
      id: 'c1',
      label: 'I247',
      department: { content: '总馆' },
      available: [{ service: 'loan' }],
    }
    response.setHeader('content-type', 'application/json')
    response.end(JSON.stringify({ document: [{ id, requested: id, item: [item] }], timestamp: asOf }))
  })
  await open.declare('one', `${live.url}/daia`, { name: 'availability', adapter: 'daia' })
  const id = await workOf(open, ['one'])
  const answer = (await open.app.inject({ url: `/v1/works/${id}/availability` })).json()
  t.match(answer, {
    availability: [
      { member: 'one', recordId: 'one-1', items: [{ id: 'c1', services: { loan: { available: true } } }] },
    ],
    partial: [],
  })
  t.equal(live.asked[0]?.url, '/daia?id=one-1&format=json')
})
