import t from 'tap'
import { Type } from 'typebox'
import { ShulianError } from './contracts/errors.js'
import type { Plugin } from './contracts/plugin.js'
import { testKernel } from './testing.js'

type Test = { teardown(end: () => Promise<void>): void }

const closed = { additionalProperties: false } as const
const Body = Type.Object(
  {
    name: Type.String({ minLength: 2 }),
    size: Type.Optional(Type.Integer()),
    tags: Type.Optional(Type.Array(Type.Object({ is: Type.String() }, closed))),
  },
  closed,
)
const Change = Type.Union([
  Type.Object(
    {
      op: Type.Literal('put'),
      bytes: Type.String(),
      from: Type.Optional(Type.Union([Type.Literal('first'), Type.Literal('second')])),
      note: Type.Optional(Type.Union([Type.String(), Type.Null()])),
    },
    closed,
  ),
  Type.Object({ op: Type.Literal('delete'), id: Type.String() }, closed),
])
const Query = Type.Object(
  {
    limit: Type.Integer({ minimum: 0, maximum: 100, default: 20 }),
    sort: Type.Optional(Type.Enum(['title', 'year'])),
    tag: Type.Optional(Type.Array(Type.String())),
  },
  closed,
)

const thrown: Record<string, () => unknown> = {
  error: () => new Error('the password is hunter2'),
  text: () => 'the password is hunter2',
  nothing: () => undefined,
  full: () => Object.assign(new Error('database or disk is full'), { code: 'SQLITE_FULL' }),
  wrapped: () => new Error('not stored', { cause: Object.assign(new Error('no space'), { code: 'ENOSPC' }) }),
  busy: () => Object.assign(new Error('database is locked'), { code: 'SQLITE_BUSY' }),
  ours: () => new ShulianError('MEMBER_UNKNOWN', 'There is no such member. Add it.', { status: 404 }),
}

/** Routes that take input, and one that throws what its address says. */
const trying: Plugin = {
  name: 'trying',
  place: { stage: 'before', dimension: 'technology' },
  options: Type.Object({}),
  setup: () => ({
    routes: (app) => {
      const config = { access: 'anyone' } as const
      app.get('/v1/list', { config, schema: { querystring: Query } }, (request) => request.query as object)
      app.get('/v1/bare', { config, schema: { summary: 'No parameters' } }, () => ({}))
      app.get(
        '/v1/things/:id',
        { config, schema: { params: Type.Object({ id: Type.Integer() }, closed) } },
        (request) => request.params as object,
      )
      app.post(
        '/v1/things',
        { config, bodyLimit: 1000, schema: { body: Body } },
        (request) => request.body as object,
      )
      app.post(
        '/v1/changes',
        { config, schema: { body: Type.Object({ changes: Type.Array(Change) }, closed) } },
        () => ({}),
      )
      app.get<{ Params: { what: string } }>('/v1/throws/:what', { config }, ({ params }) => {
        throw thrown[params.what]?.()
      })
      app.get('/v1/seldom', { config: { ...config, rateLimit: { max: 2, timeWindow: 60_000 } } }, () => ({}))
    },
  }),
}

const open = async (t: Test) => {
  const kernel = await testKernel({ plugins: [trying] })
  t.teardown(kernel.close)
  const post = (payload: unknown, headers: Record<string, string> = {}) =>
    kernel.app.inject({
      method: 'POST',
      url: '/v1/things',
      payload: payload as string,
      headers: { 'content-type': 'application/json', ...headers },
    })
  return { ...kernel, post, get: (url: string, headers = {}) => kernel.app.inject({ url, headers }) }
}

t.test('a refusal is a problem: what, where, which request', async (t) => {
  const { get } = await open(t)
  const answer = await get('/v1/nothing')
  t.same(answer.json(), {
    type: 'urn:shulian:problem:NOT_FOUND',
    title: 'Not found',
    status: 404,
    detail: 'There is nothing at this address; /docs lists every call.',
    code: 'NOT_FOUND',
    requestId: answer.headers['x-request-id'],
  })
  t.match(answer, {
    statusCode: 404,
    headers: { 'content-type': /^application\/problem\+json/, 'cache-control': 'no-store' },
  })
})

t.test('a body that is not good JSON is refused before it is looked at', async (t) => {
  const { post } = await open(t)
  const bodies = [
    '{',
    '',
    '{"name":"ab","__proto__":{"admin":true}}',
    '{"name":"ab","constructor":{"prototype":{"admin":true}}}',
  ]
  for (const body of bodies) t.match((await post(body)).json(), { status: 400, code: 'INVALID_JSON' }, body)
  for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'application/xml', 'nonsense']) {
    t.match(
      (await post('{"name":"ab"}', { 'content-type': type })).json(),
      { status: 415, code: 'MEDIA_TYPE_UNSUPPORTED' },
      type,
    )
  }
  t.match((await post(JSON.stringify({ name: 'a'.repeat(2000) }))).json(), {
    status: 413,
    code: 'BODY_TOO_LARGE',
  })
  t.equal(({} as { admin?: boolean }).admin, undefined)
})

t.test('input that does not fit is refused with its place, what was expected and what came', async (t) => {
  const { post, get } = await open(t)
  const bodies: [object | string, string, object][] = [
    [{ name: 'ab', role: 'admin' }, 'UNKNOWN_FIELD', { path: 'body.role', got: 'an unknown field' }],
    [{ name: 'ab', tags: [{ is: 'a', id: 1 }] }, 'UNKNOWN_FIELD', { path: 'body.tags.0.id' }],
    [{}, 'INPUT_INVALID', { path: 'body.name', expected: 'a value', got: 'nothing' }],
    [{ name: 'a' }, 'INPUT_INVALID', { path: 'body.name', got: '"a"' }],
    [{ name: 7 }, 'INPUT_INVALID', { path: 'body.name', expected: 'string', got: '7' }],
    [{ name: 'ab', size: '7' }, 'INPUT_INVALID', { path: 'body.size', expected: 'integer', got: '"7"' }],
    [{ name: 'ab', tags: {} }, 'INPUT_INVALID', { path: 'body.tags', expected: 'array', got: 'an object' }],
    ['[]', 'INPUT_INVALID', { path: 'body', expected: 'object', got: 'a list of 0' }],
    ['null', 'INPUT_INVALID', { path: 'body' }],
  ]
  for (const [body, code, error] of bodies) {
    const answer = await post(typeof body === 'string' ? body : JSON.stringify(body))
    t.match(answer.json(), { status: 400, code, errors: [error] }, JSON.stringify(body))
  }
  const addresses: [string, string, object][] = [
    ['/v1/list?limt=3', 'UNKNOWN_FIELD', { path: 'query.limt' }],
    ['/v1/list?__proto__=3', 'UNKNOWN_FIELD', { path: 'query.__proto__' }],
    ['/v1/bare?limit=3', 'UNKNOWN_FIELD', { path: 'query.limit' }],
    ['/v1/list?limit=many', 'INPUT_INVALID', { path: 'query.limit', expected: 'integer', got: '"many"' }],
    ['/v1/list?limit=101', 'INPUT_INVALID', { path: 'query.limit' }],
    ['/v1/list?limit=1&limit=2', 'INPUT_INVALID', { path: 'query.limit' }],
    [
      '/v1/list?sort=age',
      'INPUT_INVALID',
      { path: 'query.sort', expected: 'one of title, year', got: '"age"' },
    ],
    ['/v1/things/seven', 'INPUT_INVALID', { path: 'params.id' }],
  ]
  for (const [url, code, error] of addresses)
    t.match((await get(url)).json(), { status: 400, code, errors: [error] }, url)
  t.same((await get('/v1/list?limit=7&tag=a')).json(), { limit: 7, tag: ['a'] })
})

t.test('of alternatives, the one that was meant is told of', async (t) => {
  const { app } = await open(t)
  const cases: [object, string, object][] = [
    [{ op: 'put', bytes: '', member: 'two' }, 'UNKNOWN_FIELD', { path: 'body.changes.0.member' }],
    [{ op: 'delete' }, 'INPUT_INVALID', { path: 'body.changes.0.id', got: 'nothing' }],
    [{ op: 'delete', id: 3 }, 'INPUT_INVALID', { path: 'body.changes.0.id', expected: 'string', got: '3' }],
    [{ op: 'change' }, 'INPUT_INVALID', { path: 'body.changes.0' }],
    [{}, 'INPUT_INVALID', { path: 'body.changes.0.op', got: 'nothing' }],
    [
      { op: 'put', bytes: '', from: 'last' },
      'INPUT_INVALID',
      { path: 'body.changes.0.from', expected: 'one of first, second', got: '"last"' },
    ],
    [
      { op: 'put', bytes: '', note: 3 },
      'INPUT_INVALID',
      { path: 'body.changes.0.note', expected: 'one of string, null', got: '3' },
    ],
  ]
  for (const [change, code, error] of cases) {
    const answer = await app.inject({ method: 'POST', url: '/v1/changes', payload: { changes: [change] } })
    t.match(answer.json(), { status: 400, code, errors: [error] })
    t.equal(answer.json().errors.length, 1)
  }
})

t.test('an error of ours tells nothing but where to look', async (t) => {
  const { get } = await open(t)
  for (const what of ['error', 'text', 'nothing']) {
    const answer = await get(`/v1/throws/${what}`)
    t.match(answer.json(), { status: 500, code: 'INTERNAL', requestId: answer.headers['x-request-id'] }, what)
    t.notMatch(answer.body, /hunter2|stack|\.ts|node_modules/)
  }
  t.match((await get('/v1/throws/ours')).json(), {
    status: 404,
    code: 'MEMBER_UNKNOWN',
    detail: 'There is no such member. Add it.',
  })
})

t.test('a full disk and a busy database are told as such, with when to try again', async (t) => {
  const { get } = await open(t)
  for (const what of ['full', 'wrapped']) {
    const answer = await get(`/v1/throws/${what}`)
    t.match(answer, { statusCode: 503, headers: { 'retry-after': '60' } })
    t.match(answer.json(), { code: 'STORAGE_FULL', detail: /Free some space/ })
  }
  t.match((await get('/v1/throws/busy')).json(), { status: 503, code: 'STORAGE_BUSY' })
})

t.test('whoever asks too often waits, whatever a header says of the address', async (t) => {
  const { app, get, operator } = await open(t)
  const ask = (forwarded: string) =>
    get('/v1/seldom', { 'x-forwarded-for': forwarded, forwarded: `for=${forwarded}`, 'x-real-ip': forwarded })
  t.equal((await ask('1.1.1.1')).statusCode, 200)
  t.equal((await ask('2.2.2.2')).statusCode, 200)
  const refused = await ask('3.3.3.3')
  t.match(refused, { statusCode: 429, headers: { 'content-type': /problem\+json/ } })
  t.match(refused.json(), { code: 'RATE_LIMITED', title: 'Too many requests' })
  const wait = Number(refused.headers['retry-after'])
  t.ok(wait > 0 && wait <= 60, `Retry-After: ${wait}`)
  const elsewhere = await app.inject({ url: '/v1/seldom', remoteAddress: '2001:db8::1' })
  t.equal(elsewhere.statusCode, 200)
  for (const last of ['2', '3']) await app.inject({ url: '/v1/seldom', remoteAddress: `2001:db8::${last}` })
  t.equal(
    (await app.inject({ url: '/v1/seldom', remoteAddress: '2001:db8::4' })).statusCode,
    429,
    'a subnet is one client',
  )
  t.equal(
    (await get('/v1/seldom', { authorization: `Bearer ${operator}` })).statusCode,
    200,
    'who has a token is counted alone',
  )
})

t.test(
  'twenty thousand requests a minute are the limit elsewhere, wrong tokens and wrong addresses included',
  async (t) => {
    const { get } = await open(t)
    const left = async (url: string, headers = {}) =>
      Number((await get(url, headers)).headers['x-ratelimit-remaining'])
    t.equal(await left('/v1/bare'), 19_999)
    t.equal(await left('/v1/nothing'), 19_998)
    t.equal(await left('/v1/bare', { authorization: 'Bearer wrong' }), 19_997)
    t.equal(
      (await get('/healthz')).headers['x-ratelimit-remaining'],
      undefined,
      'whoever watches is not limited',
    )
  },
)
