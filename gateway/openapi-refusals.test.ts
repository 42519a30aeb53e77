import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import t from 'tap'
import { testIssuer } from './identity/testing.js'
import { openShulian } from './main.js'
import { type Call, createAsking, type Sent } from './openapi-testing.js'

type Test = {
  teardown(end: () => Promise<void> | void): void
  same(found: unknown, wanted: unknown, message: string): void
}

const open = async (t: Test) => {
  const dataDir = mkdtempSync(join(tmpdir(), 'shulian-refusals-'))
  t.teardown(() => rmSync(dataDir, { recursive: true, force: true }))
  const issuer = await testIssuer()
  t.teardown(issuer.close)
  const gateway = await openShulian({
    host: '127.0.0.1',
    port: 0,
    dataDir,
    egressAllow: ['127.0.0.0/8'],
    logLevel: 'silent',
    language: 'en',
    consortium: { name: 'Test', issuers: [issuer.settings] },
  })
  t.teardown(gateway.close)
  const app = await gateway.buildApp()
  t.teardown(() => app.close())
  const tokens = { reader: await issuer.token('reader-1'), operator: gateway.operatorToken }
  return { app, ...(await createAsking(t, { app, tokens })) }
}

const values = { id: 'one', number: '1', name: 'record', kind: 'subject', value: 'x' }
const isReaders = (path: string): boolean => /^\/v1\/(me\b|events$|feedback$)|\/withdraw$/.test(path)

t.test(
  'a parameter that is not told of is refused by every call, in the form of every problem',
  async (t) => {
    const { ask, calls } = await open(t)
    for (const [method, path] of calls) {
      const call: Call = [isReaders(path) ? 'reader' : 'operator', method, path]
      const answer = await ask(400, call, { values, query: '?nonsense=1' })
      t.match(answer.json(), { status: 400, requestId: answer.headers['x-request-id'] })
    }
  },
)

t.test('what does not fit is told of with its place', async (t) => {
  const { ask, app } = await open(t)
  const push: Call = ['operator', 'POST', '/v1/sources/{id}/changes']
  const search: Call = ['anyone', 'POST', '/v1/search']
  const pushed = (change: object) => ({ payload: { changes: [change] } })
  const cases: [Call, Sent, string, object][] = [
    [push, {}, 'INPUT_INVALID', { path: 'body', got: 'nothing' }],
    [
      push,
      pushed({ op: 'zap' }),
      'INPUT_INVALID',
      { path: 'body.changes.0.op', expected: 'one of put, delete', got: '"zap"' },
    ],
    [
      push,
      pushed({ op: 'put', format: 'marc21' }),
      'INPUT_INVALID',
      { path: 'body.changes.0.bytes', got: 'nothing' },
    ],
    [push, pushed({ op: 'delete' }), 'INPUT_INVALID', { path: 'body.changes.0.sourceId', got: 'nothing' }],
    [
      push,
      pushed({ op: 'delete', sourceId: 'a\u0000b' }),
      'INPUT_INVALID',
      { path: 'body.changes.0.sourceId', expected: /without NUL/ },
    ],
    [
      ['operator', 'POST', '/v1/members'],
      { payload: { id: 'A', type: 'other', name: 'A' } },
      'INPUT_INVALID',
      { path: 'body.id', expected: /^lower-case letters/ },
    ],
    [
      ['operator', 'POST', '/v1/members/{id}/sources'],
      { payload: { name: 'seldom', adapter: 'kbart', options: {}, everySeconds: 1e300 } },
      'INPUT_INVALID',
      { path: 'body.everySeconds' },
    ],
    [
      ['reader', 'DELETE', '/v1/me/profile/{kind}/{value}'],
      { values: { kind: 'subject', value: 'a\u0000b' } },
      'INPUT_INVALID',
      { path: 'params.value', expected: 'text without NUL' },
    ],
    [
      ['anyone', 'GET', '/v1/works/{id}'],
      { values: { id: 'w'.repeat(201) } },
      'INPUT_INVALID',
      { path: 'params.id', expected: 'at most 200 characters' },
    ],
    [['anyone', 'GET', '/v1/cases'], { query: '?cursor=mine' }, 'CURSOR_INVALID', { path: 'query.cursor' }],
    [
      ['anyone', 'GET', '/v1/conformance/runs'],
      { query: '?cursor=mine' },
      'CURSOR_INVALID',
      { path: 'query.cursor' },
    ],
    [
      ['anyone', 'GET', '/v1/search'],
      { query: '?facets=type,colour' },
      'INPUT_INVALID',
      { path: 'facets', got: 'colour' },
    ],
    [search, { payload: { filter: { a: [[]] } } }, 'FILTER_INVALID', { path: 'filter', got: '{"a":"…"}' }],
  ]
  for (const [call, sent, code, error] of cases) {
    const answer = await ask(400, call, { ...sent, values: { ...values, ...sent.values } })
    t.match(answer.json(), { code, errors: [error] })
  }
  const payload = `{"filter":{"a":${'['.repeat(100_000)}${']'.repeat(100_000)}}}`
  const headers = { 'content-type': 'application/json' }
  const bottomless = await app.inject({ method: 'POST', url: '/v1/search', headers, payload })
  t.match(bottomless.json(), { status: 400, code: 'FILTER_INVALID' }, 'deeper than the stack reaches')
})
