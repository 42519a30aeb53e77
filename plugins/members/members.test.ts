import t from 'tap'
import { Type } from 'typebox'
import type { AdapterKind, NewSource } from '../../gateway/contracts/index.js'
import { testKernel } from '../../gateway/testing.js'
import { members as plugin } from './index.js'

type Test = { teardown(end: () => Promise<void>): void }

const adapter: AdapterKind = {
  kind: 'list',
  summary: 'A list at an address',
  capabilities: ['harvest'],
  options: Type.Object(
    {
      url: Type.String({ pattern: '^\\s*https?://' }),
      pages: Type.Optional(Type.Integer({ minimum: 1 })),
      password: Type.Optional(Type.String({ maxLength: 3 })),
      mirrors: Type.Optional(Type.Array(Type.Object({ at: Type.String() }))),
    },
    { additionalProperties: false },
  ),
  connect: () => ({ probe: async () => ({ name: 'list', protocol: 'list' }) }),
}

const open = async (t: Test, parts: { egressAllow?: string[]; now?: () => Date } = {}) => {
  const kernel = await testKernel({ plugins: [plugin], adapters: [adapter], ...parts })
  t.teardown(kernel.close)
  const headers = { authorization: `Bearer ${kernel.operator}` }
  const post = (url: string, payload: object) => kernel.app.inject({ method: 'POST', url, payload, headers })
  const get = async (url: string) => (await kernel.app.inject({ url })).json()
  return { ...kernel, members: kernel.services.members, post, get }
}

const one = { id: 'one', type: 'library', name: 'One' } as const
const main: NewSource = {
  member: 'one',
  name: 'main',
  adapter: 'list',
  options: { url: 'https://list.example' },
}

t.test('a member is added on trial, is listed, and shows no contact to anybody', async (t) => {
  const { post, get, members } = await open(t)
  const contacts = [{ name: 'Wang', email: 'wang@one.example' }]
  const branches = [{ code: 'M', name: 'Main', locations: [{ code: 'S', name: 'Stacks' }] }]
  const added = await post('/v1/members', { ...one, nameZh: '一', contacts, branches })
  t.equal(added.statusCode, 201)
  const shown = { ...one, nameZh: '一', stage: 'trial', branches }
  t.same(added.json(), shown)
  t.same((await get('/v1/members')).members, [shown])
  t.same(await get('/v1/members/one'), { ...shown, sources: [] })
  t.same((await members.get('one')).contacts, contacts, 'the operator’s command has them')
})

t.test('an id is taken once, by whoever comes first', async (t) => {
  const { post, members } = await open(t)
  const answers = await Promise.all([
    post('/v1/members', one),
    post('/v1/members', { ...one, name: 'Another' }),
  ])
  t.same(answers.map(({ statusCode }) => statusCode).sort(), [201, 409])
  t.match((await post('/v1/members', one)).json(), { status: 409, code: 'MEMBER_EXISTS' })
  const sources = await Promise.allSettled([
    members.addSource(main),
    members.addSource({ ...main, share: 'public' }),
  ])
  t.same(sources.map(({ status }) => status).sort(), ['fulfilled', 'rejected'])
  await t.rejects(members.addSource(main), { code: 'SOURCE_EXISTS' })
})

t.test('what is not a member is refused, with the field that is wrong', async (t) => {
  const { post, members } = await open(t)
  const wrong: [object, string, string][] = [
    [{ ...one, id: 'One' }, 'INPUT_INVALID', 'body.id'],
    [{ ...one, id: '-one' }, 'INPUT_INVALID', 'body.id'],
    [{ ...one, id: 'a/b' }, 'INPUT_INVALID', 'body.id'],
    [{ ...one, name: ' ' }, 'INPUT_INVALID', 'body.name'],
    [{ ...one, name: 'a\u0000b' }, 'INPUT_INVALID', 'body.name'],
    [{ ...one, type: 'museum' }, 'INPUT_INVALID', 'body.type'],
    [{ type: 'library', name: 'One' }, 'INPUT_INVALID', 'body.id'],
    [{ ...one, stage: 'active' }, 'UNKNOWN_FIELD', 'body.stage'],
    [{ ...one, contacts: [{ phone: '1' }] }, 'UNKNOWN_FIELD', 'body.contacts.0.phone'],
  ]
  for (const [body, code, path] of wrong) {
    t.match(
      (await post('/v1/members', body)).json(),
      { status: 400, code, errors: [{ path }] },
      `${code} ${path}`,
    )
  }
  await t.rejects(members.add({ ...one, type: 'museum' as 'other' }), {
    code: 'INPUT_INVALID',
    message: /library, publisher/,
  })
  t.same(await members.list(), [])
})

t.test('a member that is not there is said to be unknown', async (t) => {
  const { post, get, members } = await open(t)
  const unknown = { status: 404, code: 'MEMBER_UNKNOWN' }
  t.match(await get('/v1/members/nobody'), unknown)
  t.match(await get('/v1/members/constructor'), unknown)
  const { member: _, ...source } = main
  t.match((await post('/v1/members/nobody/sources', source)).json(), unknown)
  await t.rejects(members.source('nobody'), { code: 'MEMBER_UNKNOWN' })
  await t.rejects(members.setStage('nobody', 'active'), { code: 'MEMBER_UNKNOWN' })
})

t.test('a source is added with its defaults, and shows its options to nobody', async (t) => {
  const { post, get, members } = await open(t)
  await post('/v1/members', one)
  const added = await post('/v1/members/one/sources', {
    name: 'main',
    adapter: 'list',
    options: { url: 'https://list.example', password: 'abc' },
  })
  const shown = {
    id: 'one/main',
    member: 'one',
    name: 'main',
    adapter: 'list',
    mode: 'delta',
    share: 'members',
    everySeconds: null,
  }
  t.equal(added.statusCode, 201)
  t.same(added.json(), shown)
  t.same((await get('/v1/members/one')).sources, [shown])
  t.match(
    await members.source('one'),
    { options: { password: 'abc' } },
    'a member’s name alone means its main source',
  )
  await t.rejects(members.source('one/other'), { code: 'SOURCE_UNKNOWN', status: 404 })
  await t.rejects(members.addSource({ ...main, name: 'Über' }), { code: 'INPUT_INVALID' })
})

t.test('options that an adapter does not take are refused by name, without their values', async (t) => {
  const { post } = await open(t)
  await post('/v1/members', one)
  const url = 'https://list.example'
  const cases: [Record<string, unknown>, string, string][] = [
    [{}, 'options.url', 'nothing'],
    [{ url: 'ftp://list.example' }, 'options.url', 'string'],
    [{ url, page: 1 }, 'options.page', 'an unknown option'],
    [{ url, pages: 'many' }, 'options.pages', 'string'],
    [{ url, pages: 0 }, 'options.pages', 'number'],
    [{ url, password: 'secret' }, 'options.password', 'string'],
    [{ url, mirrors: [{ at: 3 }] }, 'options.mirrors.0.at', 'number'],
  ]
  const noAddress = { name: 'main', adapter: 'list', options: { url: 'list.example' } }
  t.match((await post('/v1/members/one/sources', noAddress)).json(), {
    detail: /expected an address that begins with http:\/\/ or https:\/\/\./,
  })
  for (const [options, path, got] of cases) {
    const answer = await post('/v1/members/one/sources', { name: 'main', adapter: 'list', options })
    t.match(
      answer.json(),
      { status: 422, code: 'OPTIONS_INVALID', errors: [{ path, got }], detail: new RegExp(path) },
      path,
    )
    t.equal(answer.json().errors.length, 1)
    t.notMatch(answer.body, /secret/)
  }
  const answer = await post('/v1/members/one/sources', { name: 'main', adapter: 'nothing', options: {} })
  t.match(answer.json(), { status: 422, code: 'ADAPTER_UNKNOWN', detail: /There are: list/ })
})

t.test('adapter or JWKS URL: SSRF, DNS rebinding: 422 when a source is registered', async (t) => {
  const { post, members } = await open(t, { egressAllow: [] })
  await post('/v1/members', one)
  const urls = [
    'http://127.0.0.1/',
    'http://localhost:9200',
    ' http://10.0.0.1/oai',
    'HTTP://[::1]/',
    'http://169.254.169.254/latest',
    'http://0x7f.1/',
    'http://2130706433/',
    'http://0177.0.0.1/',
    'http://127.1/',
    'http://0/',
    'http://①②⑦.0.0.1/',
    'http://127。0。0。1/',
    'http://oai.localhost/',
    'http://[::ffff:127.0.0.1]/',
    'http://[::ffff:7f00:1]/',
    'http://[64:ff9b::127.0.0.1]/',
    'http://[2002:7f00:1::]/',
    'http://[fd00::1]/',
    'http://[fe80::1]/',
    'http://172.16.0.1/',
    'http://192.168.1.1/',
    'http://100.64.0.1/',
  ]
  for (const address of urls) {
    const answer = await post('/v1/members/one/sources', {
      name: 'main',
      adapter: 'list',
      options: { url: address.toLowerCase() },
    })
    t.match(answer.json(), { status: 422, code: 'EGRESS_BLOCKED' }, address)
  }
  const nested = {
    url: 'https://1.1.1.1',
    mirrors: [{ at: 'https://1.1.1.1' }, { at: 'http://192.168.0.1' }],
  }
  await t.rejects(members.addSource({ ...main, options: nested }), { code: 'EGRESS_BLOCKED' })
  t.same(await members.sources(), [])
})

t.test('the consortium file adds and changes, and leaves the stage as it is', async (t) => {
  const { members } = await open(t)
  await members.save(one)
  await members.setStage('one', 'active')
  t.match(await members.save({ ...one, name: 'Renamed' }), { name: 'Renamed', stage: 'active' })
  await members.saveSource(main)
  t.match(await members.saveSource({ ...main, mode: 'full', everySeconds: 3600 }), {
    mode: 'full',
    everySeconds: 3600,
  })
  t.equal((await members.sources('one')).length, 1)
  await t.rejects(members.setStage('one', 'retired' as 'left'), { code: 'INPUT_INVALID' })
  t.match(await members.setStage('one', 'left'), { stage: 'left' })
})
