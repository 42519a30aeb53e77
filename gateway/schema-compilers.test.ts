import fastify from 'fastify'
import t from 'tap'
import { Type } from 'typebox'
import { useSchemaCompilers } from './schema-compilers.js'

const open = (t: { teardown(end: () => Promise<unknown>): void }) => {
  const app = fastify()
  t.teardown(() => app.close())
  useSchemaCompilers(app)
  return app
}

t.test('a route whose schemas are not usable fails by itself, and the others start and answer', async (t) => {
  const app = open(t)
  const broken = { type: 'object', properties: { a: { type: 'no such type' } } }
  app.get('/query', { schema: { querystring: broken } }, () => ({}))
  app.get('/answer', { schema: { response: { 200: { $ref: 'nowhere#' } } } }, () => ({}))
  app.get('/whole', { schema: { response: { 200: Type.Object({ a: Type.Integer() }) } } }, () => ({ a: 1 }))
  await app.ready()
  t.equal((await app.inject('/query?a=1')).statusCode, 500)
  t.equal((await app.inject('/answer')).statusCode, 500)
  t.same((await app.inject('/whole')).json(), { a: 1 })
})

t.test('an answer holds what its schema lists and nothing else, under HEAD as under GET', async (t) => {
  const app = open(t)
  app.addSchema(Type.Object({ name: Type.String() }, { $id: 'Member' }))
  const schema = { response: { 200: { $ref: 'Member#' } } }
  app.get('/member', { schema }, () => ({ name: 'public', secret: 'key' }))
  t.equal((await app.inject('/member')).body, '{"name":"public"}')
  const head = await app.inject({ method: 'HEAD', url: '/member' })
  t.equal(head.headers['content-length'], String('{"name":"public"}'.length))
})

t.test('text is read as the type its schema asks for, JSON is taken as it is', async (t) => {
  const app = open(t)
  const Limit = Type.Object({ limit: Type.Integer({ default: 20 }) }, { additionalProperties: false })
  app.get('/list', { schema: { querystring: Limit } }, ({ query }) => query)
  app.post('/list', { schema: { body: Limit } }, ({ body }) => body)
  t.same((await app.inject('/list?limit=5')).json(), { limit: 5 })
  t.same((await app.inject('/list')).json(), { limit: 20 })
  t.equal((await app.inject('/list?limit=five')).statusCode, 400)
  t.match((await app.inject('/list?limits=5')).json(), { message: /additional properties/ })
  const posted = await app.inject({ method: 'POST', url: '/list', payload: { limit: '5' } })
  t.match(posted.json(), { statusCode: 400, message: /limit must be integer/ })
})
