import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance, RouteOptions } from 'fastify'
import t from 'tap'
import { Type } from 'typebox'
import type { AccessRule, Plugin } from './contracts/plugin.js'
import { testIssuer } from './identity/testing.js'
import { openShulian } from './main.js'
import { testKernel } from './testing.js'

type Test = { teardown(end: () => Promise<void> | void): void }

/** The whole product, the routes it registers as it is built, and a token of each kind. */
const openWhole = async (t: Test) => {
  const routes: RouteOptions[] = []
  const collect = (message: unknown) =>
    (message as { fastify: FastifyInstance }).fastify.addHook('onRoute', (route) => void routes.push(route))
  const dataDir = mkdtempSync(join(tmpdir(), 'shulian-access-'))
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
  subscribe('fastify.initialization', collect)
  const app = await gateway.buildApp()
  unsubscribe('fastify.initialization', collect)
  await app.ready()
  t.teardown(() => app.close())
  return { app, routes, operator: gateway.operatorToken, reader: await issuer.token('reader-1') }
}

const kinds = ['anonymous', 'reader', 'operator'] as const
const allowed: Record<AccessRule, readonly string[]> = {
  anyone: ['anonymous', 'reader', 'operator'],
  reader: ['reader'],
  operator: ['operator'],
  'reader-or-operator': ['reader', 'operator'],
}

/** A live service is read by anyone; what may change something there needs a token. */
const isWriteThroughProxy = (method: string, url: string) =>
  url.startsWith('/v1/services/') && method !== 'GET' && method !== 'HEAD'

t.test('every route lets in exactly those whom it says', async (t) => {
  const { app, routes, operator, reader } = await openWhole(t)
  const tokens = { anonymous: null, reader, operator }
  const calls = routes.flatMap(({ method, url, config }) =>
    [method].flat().map((one) => ({ method: one, url, access: config?.access as AccessRule })),
  )
  t.ok(calls.length > 40, `${calls.length} calls`)
  for (const { method, url, access } of calls) {
    for (const kind of kinds) {
      const token = tokens[kind]
      const answer = await app.inject({
        method: method as 'GET',
        url: url.replace(/:\w+/g, 'x').replace('*', 'x'),
        headers: token === null ? {} : { authorization: `Bearer ${token}` },
      })
      const isAllowed =
        allowed[access].includes(kind) && !(kind === 'anonymous' && isWriteThroughProxy(method, url))
      const name = `${method} ${url} (${access}) by ${kind}: ${answer.statusCode}`
      if (isAllowed) t.notOk([401, 403].includes(answer.statusCode), name)
      else t.equal(answer.statusCode, kind === 'anonymous' ? 401 : 403, name)
    }
  }
})

t.test('a token that is missing, wrong or of another kind is told apart', async (t) => {
  const { app, reader } = await openWhole(t)
  const post = (authorization?: string) =>
    app.inject({
      method: 'POST',
      url: '/v1/members',
      payload: {},
      headers: authorization === undefined ? {} : { authorization },
    })
  const missing = await post()
  t.match(missing.json(), { status: 401, code: 'TOKEN_MISSING', title: 'Not signed in' })
  t.equal(missing.headers['www-authenticate'], 'Bearer', 'RFC 6750 §3.1: no error where nothing was tried')
  for (const wrong of [
    'Bearer nonsense',
    'Basic b3BlcmF0b3I6',
    'Bearer',
    `Bearer ${reader.slice(0, -3)}abc`,
  ]) {
    const answer = await post(wrong)
    t.match(answer.json(), { status: 401, code: 'TOKEN_INVALID' })
    t.match(answer.headers, {
      'www-authenticate': 'Bearer error="invalid_token"',
      'cache-control': 'no-store',
    })
  }
  const other = await post(`Bearer ${reader}`)
  t.match(other.json(), { status: 403, code: 'FORBIDDEN', detail: /for the operator/ })
  const open = await app.inject({ url: '/v1/members', headers: { authorization: 'Bearer nonsense' } })
  t.equal(open.statusCode, 401, 'a wrong token is told, even where none is needed')
})

const silent = (config?: object): Plugin => ({
  name: 'silent',
  place: { stage: 'before', dimension: 'technology' },
  options: Type.Object({}),
  setup: () => ({ routes: (app) => void app.get('/v1/silent', { config: config as never }, () => ({})) }),
})

t.test('a route that does not say who may call it, or says it wrongly, stops the start', async (t) => {
  for (const config of [undefined, {}, { access: 'everybody' }, { access: 'toString' }]) {
    await t.rejects(testKernel({ plugins: [silent(config)] }), {
      code: 'ROUTE_WITHOUT_ACCESS',
      message: /GET \/v1\/silent/,
    })
  }
})
