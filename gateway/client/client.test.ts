import t from 'tap'
import { members } from '../../plugins/members/index.js'
import { testKernel } from '../testing.js'
import { createClient } from './index.js'

t.test('the typed client calls a gateway, as anyone and as the operator', async (t) => {
  const kernel = await testKernel({ plugins: [members] })
  t.teardown(kernel.close)
  const url = await kernel.app.listen({ host: '127.0.0.1', port: 0 })
  const anyone = createClient({ url })
  const operator = createClient({ url, token: kernel.operator })
  const body = { id: 'city', type: 'library' as const, name: 'City Library' }
  const refused = await anyone.POST('/v1/members', { body })
  t.match(refused.error, { status: 401, code: 'TOKEN_MISSING' })
  const added = await operator.POST('/v1/members', { body })
  t.match(added.data, { id: 'city', stage: 'trial' })
  const listed = await anyone.GET('/v1/members')
  t.same(
    listed.data?.members.map(({ id }) => id),
    ['city'],
  )
})

t.test('the keys that certificates are signed with are public', async (t) => {
  const kernel = await testKernel({ plugins: [members] })
  t.teardown(kernel.close)
  const { keys } = (await kernel.app.inject({ url: '/.well-known/jwks.json' })).json()
  t.match(keys, [{ kty: 'EC', crv: 'P-256', kid: /./ }])
  t.notOk('d' in keys[0], 'the private part never leaves')
})
