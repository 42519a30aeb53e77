import t from 'tap'
import { openServices, upstream } from './testing.js'

const json = (
  response: import('node:http').ServerResponse,
  body: unknown,
  headers: Record<string, string | string[]> = {},
) => {
  response.writeHead(200, { 'content-type': 'application/json', ...headers })
  response.end(JSON.stringify(body))
}

t.test('only listed headers pass either way', async (t) => {
  const { origin, declare, operator } = await openServices(t)
  const live = await upstream(t, (_request, response) =>
    json(
      response,
      {},
      {
        etag: '"1"',
        'set-cookie': ['a=b'],
        location: 'http://elsewhere.example/',
        'strict-transport-security': 'max-age=1',
        'access-control-allow-origin': '*',
        'cache-control': 'public, max-age=99',
        'content-security-policy': 'default-src *',
        'x-powered-by': 'PHP',
        server: 'old',
      },
    ),
  )
  await declare('one', live.url)
  const answer = await fetch(`${origin}/v1/services/one/live/x`, {
    headers: {
      authorization: `Bearer ${operator}`,
      cookie: 'session=1',
      'x-forwarded-for': '1.2.3.4',
      'x-forwarded-host': 'evil.example',
      forwarded: 'for=1.2.3.4',
      'x-real-ip': '1.2.3.4',
      'x-remote-user': 'admin',
      accept: 'application/json',
      'accept-language': 'zh',
      'if-none-match': '"0"',
    },
  })
  t.equal(answer.status, 200)
  const [{ headers } = { headers: {} }] = live.asked
  t.match(headers, {
    accept: 'application/json',
    'accept-language': 'zh',
    'if-none-match': '"0"',
    'user-agent': 'shulian',
  })
  t.same(Object.keys(headers).sort(), [
    'accept',
    'accept-language',
    'connection',
    'host',
    'if-none-match',
    'user-agent',
  ])
  t.equal(answer.headers.get('etag'), '"1"')
  for (const name of [
    'set-cookie',
    'location',
    'strict-transport-security',
    'access-control-allow-origin',
    'x-powered-by',
    'server',
  ]) {
    t.equal(answer.headers.get(name), null, name)
  }
  t.equal(answer.headers.get('cache-control'), 'no-store', 'who asked with a token is not kept by a cache')
  t.match(
    answer.headers.get('content-security-policy'),
    /default-src 'none'.*sandbox/,
    'a page of a member runs nothing here',
  )
})

t.test('connection headers of a client end at the gateway', async (t) => {
  const { raw, declare } = await openServices(t)
  const live = await upstream(t, (_request, response) => json(response, {}))
  await declare('one', live.url)
  for (const line of [
    'Keep-Alive: timeout=5',
    'Connection: x-secret',
    'Upgrade: h2c\r\nHTTP2-Settings: AAMAAABk',
    'TE: trailers',
    'Proxy-Connection: keep-alive',
    'Expect: 100-continue',
  ]) {
    const answer = await raw(
      `GET /v1/services/one/live/x HTTP/1.1\r\nHost: a\r\n${line}\r\nConnection: close\r\n\r\n`,
    )
    t.match(answer, /HTTP\/1\.1 200/, line)
  }
})

t.test('reading needs no token, anything else does', async (t) => {
  const { app, declare, operator } = await openServices(t)
  const live = await upstream(t, (_request, response) => json(response, {}))
  await declare('one', live.url)
  const url = '/v1/services/one/live/x'
  for (const method of ['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'] as const) {
    t.match((await app.inject({ method, url })).json(), { status: 401, code: 'TOKEN_MISSING' }, method)
  }
  t.equal(live.asked.length, 0)
  const headers = { authorization: `Bearer ${operator}` }
  t.equal((await app.inject({ method: 'DELETE', url, headers })).statusCode, 200)
})

t.test('a websocket is refused before anything leaves', async (t) => {
  const { raw, declare, operator } = await openServices(t)
  const live = await upstream(t, (_request, response) => json(response, {}))
  await declare('one', live.url)
  const upgrade = (more: string) =>
    raw(
      `GET /v1/services/one/live/x HTTP/1.1\r\nHost: a\r\nUpgrade: websocket\r\nConnection: Upgrade, close\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n${more}\r\n`,
    )
  t.match(await upgrade(''), /HTTP\/1\.1 401[\s\S]*TOKEN_MISSING/)
  t.match(await upgrade(`Authorization: Bearer ${operator}\r\n`), /HTTP\/1\.1 403[\s\S]*WEBSOCKET_OFF/)
  t.equal(live.asked.length, 0)
})

t.test('a path that two servers could read differently is refused, and nothing leaves', async (t) => {
  const { raw, declare } = await openServices(t)
  const live = await upstream(t, (_request, response) => json(response, {}))
  await declare('one', `${live.url}/public`)
  const paths = [
    '%252e%252e/admin',
    '%2e%2e/admin',
    '../admin',
    'a/../../admin',
    './x',
    'x/..',
    '..',
    '/x',
    'x//y',
    'x;y',
    'x%3by',
    'x\\y',
    'x%5cy',
    'x%2fy',
    'x#y',
    'x%00',
    'x%0d%0aHost:%20evil',
    'x%7f',
    '..%2fadmin',
    '%c0%ae%c0%ae/x',
    '.%2e/x',
  ]
  for (const path of paths) {
    const answer = await raw(
      `GET /v1/services/one/live/${path} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n`,
    )
    t.match(answer, /HTTP\/1\.1 400[\s\S]*PATH_INVALID/, path)
  }
  t.equal(live.asked.length, 0)
})

t.test('a service opens for active, certified members alone', async (t) => {
  const { app, services, certified, declare } = await openServices(t)
  const live = await upstream(t, (_request, response) => json(response, {}))
  await declare('one', live.url)
  const ask = async (url = '/v1/services/one/live/x') => (await app.inject({ url })).json()
  certified.clear()
  t.match(await ask(), { status: 403, code: 'CERTIFICATE_REQUIRED' })
  await services.members.setStage('one', 'trial')
  t.match(await ask(), { status: 403, code: 'MEMBER_NOT_ACTIVE' })
  t.match(await ask('/v1/services/one/other'), { status: 404, code: 'SERVICE_UNKNOWN' })
  t.match(await ask('/v1/services/nobody/live'), { status: 404, code: 'SERVICE_UNKNOWN' })
  t.equal(live.asked.length, 0)
})

t.test('that a service is open is known for a second; that it is not is asked each time', async (t) => {
  const clock = { at: Date.now() }
  const { app, services, certified, declare } = await openServices(t, { now: () => new Date(clock.at) })
  const live = await upstream(t, (_request, response) => json(response, {}))
  await declare('one', live.url)
  const ask = async () => (await app.inject({ url: '/v1/services/one/live/x' })).statusCode
  certified.clear()
  t.equal(await ask(), 403)
  certified.add('one')
  t.equal(await ask(), 200, 'what is opened answers at once')
  await services.members.setStage('one', 'trial')
  clock.at += 999
  t.equal(await ask(), 200)
  clock.at += 1
  t.equal(await ask(), 403, 'what is closed, a second later')
  await services.members.setStage('one', 'active')
  t.equal(await ask(), 200)
  t.equal(live.asked.length, 3)
})

t.test('an address that may not be reached is refused when declared, and again when called', async (t) => {
  const { app, services, gateway, declare } = await openServices(t, { egressAllow: [] })
  const live = await upstream(t, (_request, response) => json(response, {}))
  const close = gateway.egress.add(`127.0.0.1:${live.port}`)
  await declare('one', live.url)
  close()
  for (let time = 0; time < 4; time += 1) {
    const answer = await app.inject({ url: '/v1/services/one/live/x' })
    t.match(answer.json(), { status: 422, code: 'EGRESS_BLOCKED' }, 'the rule is told, never an outage')
    t.notMatch(answer.body, new RegExp(String(live.port)), 'a reader is not told where')
  }
  await t.rejects(services.services.save({ member: 'one', name: 'live', url: live.url }), {
    code: 'EGRESS_BLOCKED',
  })
  t.equal(await live.connections(), 0)
})

t.test('what is declared must be usable', async (t) => {
  const { services, declare } = await openServices(t)
  await declare('one', 'https://example.org')
  const save = (parts: object) =>
    services.services.save({ member: 'one', name: 'live', url: 'https://example.org', ...parts })
  await t.rejects(save({ member: 'nobody' }), { code: 'MEMBER_UNKNOWN' })
  await t.rejects(save({ adapter: 'nothing' }), { code: 'ADAPTER_UNKNOWN' })
  await t.rejects(save({ adapter: 'scripted' }), { code: 'CAPABILITY_MISSING' })
  await t.rejects(save({ url: 'https://example.org/?key=1' }), { code: 'URL_INVALID' })
  await t.rejects(save({ url: 'example' }), { code: 'URL_INVALID' })
})
