import { connect } from 'node:net'
import t from 'tap'
import { members } from '../plugins/members/index.js'
import { testKernel } from './testing.js'
import { newRequestId } from './unreadable.js'

type Test = { teardown(end: () => Promise<void>): void }

/** What bytes get for an answer; the socket must be closed by the other side. */
const open = async (t: Test) => {
  const kernel = await testKernel({ plugins: [members] })
  t.teardown(kernel.close)
  const origin = await kernel.app.listen({ host: '127.0.0.1', port: 0 })
  const raw = (text: string): Promise<string> =>
    new Promise((resolve, reject) => {
      let answer = ''
      const socket = connect(Number(new URL(origin).port), '127.0.0.1', () => socket.write(text))
      socket.setTimeout(5_000, () => socket.destroy(new Error('the socket stayed open')))
      socket.on('data', (chunk) => {
        answer += chunk
      })
      socket.on('error', reject)
      socket.on('close', () => resolve(answer))
    })
  return { ...kernel, origin, raw }
}

/** Status and problem of an answer as it came over the wire. */
const read = (answer: string) => {
  const [head = '', body = ''] = answer.split('\r\n\r\n')
  return { status: Number(head.split(' ')[1]), head: head.toLowerCase(), problem: JSON.parse(body) }
}

t.test('what two servers could read differently is refused, and the socket closed', async (t) => {
  const { raw } = await open(t)
  const requests = {
    'a length and chunks':
      'POST /v1/members HTTP/1.1\r\nHost: a\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /v1/members HTTP/1.1\r\nHost: a\r\n\r\n',
    'two lengths':
      'POST /v1/members HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\nContent-Length: 4\r\n\r\nabcd',
    'chunks that are not last':
      'POST /v1/members HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n',
    'a folded header': 'GET /v1/members HTTP/1.1\r\nHost: a\r\nX: b\r\n c: d\r\n\x00\r\n\r\n',
    'a blank before the colon': 'GET /v1/members HTTP/1.1\r\nHost : a\r\n\r\n',
    'no HTTP at all': '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n',
    'an unknown method': 'FETCH /v1/members HTTP/1.1\r\nHost: a\r\n\r\n',
  }
  for (const [name, request] of Object.entries(requests)) {
    const answer = await raw(request)
    const { status, head, problem } = read(answer)
    t.match(problem, { status: 400, code: 'HTTP_INVALID', requestId: /^q_/ }, name)
    t.equal(status, 400)
    t.match(head, /connection: close[\s\S]*application\/problem\+json/)
    t.equal(answer.match(/^HTTP\/1\.1 \d/gm)?.length, 1, 'nothing after it was read')
  }
})

t.test('too long an address, part of a path, or set of headers is told from the others', async (t) => {
  const { raw } = await open(t)
  const get = (path: string, headers = '') =>
    raw(`GET ${path} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n${headers}\r\n`)
  const cases: [string, Promise<string>, number, string][] = [
    ['a part of the path', get(`/v1/members/${'a'.repeat(600)}`), 414, 'PATH_TOO_LONG'],
    ['9 KiB of query', get(`/v1/members?q=${'a'.repeat(9_000)}`), 414, 'ADDRESS_TOO_LONG'],
    ['9 KiB of nowhere', get(`/${'a'.repeat(9_000)}`), 414, 'ADDRESS_TOO_LONG'],
    ['16 KiB of query', get(`/v1/members?q=${'a'.repeat(16_384)}`), 414, 'ADDRESS_TOO_LONG'],
    ['64 KiB of query', get(`/v1/members?q=${'a'.repeat(65_536)}`), 414, 'ADDRESS_TOO_LONG'],
    ['16 KiB of headers', get('/v1/members', `X: ${'a'.repeat(16_384)}\r\n`), 431, 'HEADERS_TOO_LARGE'],
  ]
  for (const [name, answer, status, code] of cases)
    t.match(read(await answer), { status, problem: { status, code } }, name)
})

t.test('a path that is not validly encoded is refused', async (t) => {
  const { raw } = await open(t)
  for (const path of ['/v1/members/%zz', '/v1/members/%', '/v1/members/%ff', '/v1/members/%c0%ae']) {
    const answer = read(await raw(`GET ${path} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n`))
    t.match(answer, { status: 400, problem: { code: 'PATH_INVALID' } }, path)
    t.match(answer.head, /x-content-type-options: nosniff[\s\S]*x-request-id: q_/)
  }
})

t.test('every answer has the headers that keep browsers safe, and its request’s id', async (t) => {
  const { app, operator } = await open(t)
  for (const url of ['/v1/members', '/healthz', '/v1/nothing', '/v1/members/nobody', '/openapi.json']) {
    const { headers } = await app.inject({ url })
    t.match(
      headers,
      {
        'x-content-type-options': 'nosniff',
        'content-security-policy': /default-src 'none'/,
        'x-request-id': /^q_[\w-]{12}$/,
      },
      url,
    )
  }
  const forged = await app.inject({ url: '/healthz', headers: { 'x-request-id': 'mine' } })
  t.not(forged.headers['x-request-id'], 'mine', 'a client does not choose the id that the log has')
  t.equal((await app.inject({ url: '/v1/members' })).headers['cache-control'], undefined)
  const known = await app.inject({ url: '/v1/members', headers: { authorization: `Bearer ${operator}` } })
  t.equal(known.headers['cache-control'], 'no-store')
})

t.test('no two requests have the same id', async (t) => {
  const ids = new Set(Array.from({ length: 3_000 }, newRequestId))
  t.equal(ids.size, 3_000)
  for (const id of ids) if (!/^q_[\w-]{12}$/.test(id)) t.fail(id)
})

t.test('HEAD answers as GET does, without the body', async (t) => {
  const { raw } = await open(t)
  const ask = (method: string, path: string) =>
    raw(`${method} ${path} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n`)
  for (const path of ['/v1/members', '/healthz', '/v1/nothing', '/v1/members/nobody']) {
    const [head = '', body] = (await ask('HEAD', path)).split('\r\n\r\n')
    t.equal(body, '', path)
    const status = head.slice(0, 12)
    t.equal((await ask('GET', path)).slice(0, 12), status)
    t.match(head.toLowerCase(), /content-type: application\//)
  }
})

t.test('alive, able to serve, and counted', async (t) => {
  const { app, gateway } = await open(t)
  t.same((await app.inject({ url: '/healthz' })).json(), { status: 'ok' })
  t.same((await app.inject({ url: '/readyz' })).json(), { ready: true, checks: { database: 'ok' } })
  const metrics = await app.inject({ url: '/metrics' })
  t.match(metrics, {
    statusCode: 200,
    headers: { 'content-type': /^text\/plain; version=0\.0\.4/ },
    body: /^# HELP shulian_build_info .+\n# TYPE shulian_build_info gauge\nshulian_build_info\{/,
  })
  const draining = await gateway.buildApp(() => ({ serving: 'draining' }))
  t.teardown(() => draining.close())
  const answer = await draining.inject({ url: '/readyz' })
  t.equal(answer.statusCode, 503)
  t.same(answer.json(), { ready: false, checks: { database: 'ok', serving: 'draining' } })
})
