import { request as httpRequest } from 'node:http'
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

t.test('a service answers behind the gateway, below its own path, with the query as it came', async (t) => {
  const { app, declare } = await openServices(t)
  const live = await upstream(t, (request, response) => json(response, { url: request.url }))
  await declare('one', `${live.url}/api`)
  const paths: [string, string][] = [
    ['/v1/services/one/live', '/api'],
    ['/v1/services/one/live/items/7?a=1&a=2&q=%E5%9B%BE%2F', '/api/items/7?a=1&a=2&q=%E5%9B%BE%2F'],
    ['/v1/services/one/live/%E5%9B%BE', '/api/%E5%9B%BE'],
  ]
  for (const [url, expected] of paths) {
    const answer = await app.inject({ url })
    t.match(answer, { statusCode: 200, headers: { 'x-shulian-member': 'one' } })
    t.equal(answer.json().url, expected)
  }
})

t.test('a service that fails is asked once, and its words are not repeated', async (t) => {
  const { app, declare } = await openServices(t)
  const live = await upstream(t, (_request, response) => {
    response.writeHead(503, {
      'content-type': 'text/html',
      'content-encoding': 'identity',
      etag: '"e"',
      'retry-after': '0',
    })
    response.end('<h1>Stack trace of SecretDB</h1>')
  })
  await declare('one', live.url)
  const answer = await app.inject({ url: '/v1/services/one/live/x' })
  t.match(answer.json(), { status: 503, code: 'SERVICE_AWAY' })
  t.match(answer.headers, { 'content-type': /problem\+json/, 'retry-after': '5' })
  t.notMatch(answer.headers, { etag: /./ })
  t.notMatch(answer.body, /Secret/)
  t.equal(live.asked.length, 1)
})

t.test(
  'what a member refuses or does not have is the member’s to say; a redirect leads nowhere',
  async (t) => {
    const { app, declare } = await openServices(t)
    const live = await upstream(t, (request, response) => {
      response.writeHead(Number(request.url?.slice(1)), {
        location: 'http://127.0.0.1/',
        'content-type': 'text/plain',
      })
      response.end()
    })
    await declare('one', live.url)
    for (const status of [304, 404, 410, 422])
      t.equal((await app.inject({ url: `/v1/services/one/live/${status}` })).statusCode, status)
    t.match((await app.inject({ url: '/v1/services/one/live/302' })).json(), {
      status: 502,
      code: 'UPSTREAM_REDIRECT',
    })
  },
)

t.test('HEAD answers without a body, and a GET that brings one hurts nobody', async (t) => {
  const { app, raw, declare } = await openServices(t)
  const live = await upstream(t, (request, response) =>
    json(response, {}, request.url === '/long' ? { 'content-length': '16' } : {}),
  )
  await declare('one', live.url)
  const head = (path: string) => app.inject({ method: 'HEAD', url: `/v1/services/one/live/${path}` })
  t.match(await head('long'), { statusCode: 200, body: '', headers: { 'content-length': '16' } })
  t.equal((await head('unknown')).headers['content-length'], undefined)
  const odd = await raw(
    'GET /v1/services/one/live/x HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\nConnection: close\r\n\r\nabc',
  )
  t.match(odd, /HTTP\/1\.1 200/)
})

t.test('long bodies stream, both ways, whatever their type', async (t) => {
  const { origin, declare, operator } = await openServices(t)
  const live = await upstream(t, (request, response) => {
    response.writeHead(201, { 'content-type': request.headers['content-type'] })
    request.pipe(response)
  })
  await declare('one', live.url)
  const body = Buffer.alloc(5 * 1024 ** 2, 'shulian ')
  for (const type of [
    'application/json',
    'text/plain',
    'application/octet-stream',
    'application/x-www-form-urlencoded',
  ]) {
    const answer = await fetch(`${origin}/v1/services/one/live/x`, {
      method: 'POST',
      headers: { authorization: `Bearer ${operator}`, 'content-type': type },
      body,
    })
    t.equal(answer.status, 201)
    t.ok(Buffer.from(await answer.arrayBuffer()).equals(body), type)
  }
})

t.test('a client that leaves frees the member’s connection', async (t) => {
  const { origin, declare, app } = await openServices(t)
  let arrived = () => {}
  const asked = new Promise<void>((resolve) => {
    arrived = resolve
  })
  let left = () => {}
  const freed = new Promise<void>((resolve) => {
    left = resolve
  })
  const live = await upstream(t, (_request, response) => {
    response.on('close', left)
    arrived()
  })
  await declare('one', live.url)
  const client = httpRequest(`${origin}/v1/services/one/live/x`).end()
  client.on('error', () => undefined)
  await asked
  client.destroy()
  await freed
  t.match(
    (await app.inject({ url: '/v1/services' })).json().services,
    [{ member: 'one', state: 'unknown' }],
    'that says nothing about the member',
  )
})
