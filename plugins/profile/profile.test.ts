import t from 'tap'
import { openProfile } from './testing.js'

type Call = Awaited<ReturnType<typeof openProfile>>['call']
type Weights = { weights: { kind: string; value: string; weight: number; evidence: object[] }[] }

const event = (id: string, record: string, more: object = {}) => ({
  id,
  type: 'view',
  at: new Date().toISOString(),
  purpose: 'personalisation',
  object: { record },
  ...more,
})
const consent = (call: Call, granted: boolean, reader = 'lin', purpose = 'personalisation') =>
  call(reader, 'PUT', '/v1/me/consent', { purpose, granted, textVersion: '2026-01' })
const tagsIn = ({ weights }: Weights) => weights.map(({ kind, value }) => `${kind} ${value}`).toSorted()
const read = async (call: Call, reader = 'lin') => (await call(reader, 'GET', '/v1/me/profile')).body

t.test('without consent there is no profile, and it says so', async (t) => {
  const { call, close } = await openProfile()
  t.teardown(close)
  t.match(await read(call), {
    personalised: false,
    weights: [],
    explanation: /not consented/,
    explanationZh: /尚未同意/,
  })
})

t.test('the profile says what is known and why', async (t) => {
  const { call, close } = await openProfile()
  t.teardown(close)
  await consent(call, true)
  await call('lin', 'POST', '/v1/events', {
    events: [event('event-01', 'r_learning', { type: 'save' }), event('event-02', 'r_poems')],
  })
  const body = await read(call)
  t.equal(body.personalised, true)
  t.same(tagsIn(body), [
    'agent 周志华',
    'agent 李白',
    'class I222',
    'class TP181',
    'language chi',
    'subject 唐诗',
    'subject 机器学习',
  ])
  t.match(body.weights[0], {
    kind: 'language',
    value: 'chi',
    weight: 5,
    evidence: [{ purpose: 'personalisation' }, {}],
  })
  t.match(
    body.weights.find(({ value }: { value: string }) => value === '机器学习'),
    {
      weight: 4,
      reason: /saved/,
      evidence: [{ event: 'event-01', type: 'save', record: 'r_learning' }],
    },
  )
})

t.test('a reader sees the own profile alone', async (t) => {
  const { call, close } = await openProfile()
  t.teardown(close)
  await consent(call, true)
  await consent(call, true, 'wang')
  await call('lin', 'POST', '/v1/events', { events: [event('event-01', 'r_poems')] })
  t.same((await read(call, 'wang')).weights, [])
})

t.test('events of other purposes do not make a profile', async (t) => {
  const { call, close } = await openProfile()
  t.teardown(close)
  await consent(call, true)
  await consent(call, true, 'lin', 'statistics')
  const { body } = await call('lin', 'POST', '/v1/events', {
    events: [event('event-01', 'r_poems', { purpose: 'statistics' })],
  })
  t.equal(body.accepted, 1)
  t.same((await read(call)).weights, [])
})

t.test('a record that is not in the catalogue weighs nothing', async (t) => {
  const { call, close } = await openProfile()
  t.teardown(close)
  await consent(call, true)
  await call('lin', 'POST', '/v1/events', {
    events: [event('event-01', 'r_gone'), event('event-02', 'r_poems')],
  })
  t.equal((await read(call)).weights.length, 4)
})

t.test('a deleted tag is gone at once and stays away, until the reader allows it again', async (t) => {
  const { call, close } = await openProfile()
  t.teardown(close)
  await consent(call, true)
  await call('lin', 'POST', '/v1/events', { events: [event('event-01', 'r_poems')] })
  const path = `/v1/me/profile/subject/${encodeURIComponent('唐诗')}`
  t.match(await call('lin', 'DELETE', path), {
    status: 200,
    body: { hidden: [{ kind: 'subject', value: '唐诗' }] },
  })
  await call('lin', 'POST', '/v1/events', { events: [event('event-02', 'r_poems')] })
  t.same(tagsIn(await read(call)), ['agent 李白', 'class I222', 'language chi'])
  t.same((await call('lin', 'DELETE', path)).body.hidden.length, 1, 'twice is once')
  t.ok(tagsIn((await call('lin', 'PUT', path)).body).includes('subject 唐诗'))
})

t.test('a whole kind is deleted in one call', async (t) => {
  const { call, close } = await openProfile()
  t.teardown(close)
  await consent(call, true)
  await call('lin', 'POST', '/v1/events', { events: [event('event-01', 'r_poems')] })
  t.same(tagsIn((await call('lin', 'DELETE', '/v1/me/profile/agent')).body), [
    'class I222',
    'language chi',
    'subject 唐诗',
  ])
  t.equal((await call('lin', 'PUT', '/v1/me/profile/agent')).body.weights.length, 4)
  t.equal((await call('lin', 'DELETE', '/v1/me/profile/mood')).status, 400)
})

t.test('a profile answers within a request even with 2,000 events', async (t) => {
  const { call, close } = await openProfile()
  t.teardown(close)
  await consent(call, true)
  for (let batch = 0; batch < 21; batch += 1) {
    const events = Array.from({ length: 100 }, (_, index) => event(`event-${batch}-${index}`, 'r_poems'))
    await call('lin', 'POST', '/v1/events', { events })
  }
  const { weights } = await read(call)
  t.equal(weights.length, 4)
  t.equal(weights[0].evidence.length, 20, 'the newest pieces stand for the others')
})

t.test('each call is for a reader alone', async (t) => {
  const { call, kernel, close } = await openProfile()
  t.teardown(close)
  const calls = [
    ['GET', '/v1/me/profile'],
    ['DELETE', '/v1/me/profile/agent'],
    ['DELETE', '/v1/me/profile/agent/x'],
    ['GET', '/v1/me/consent'],
    ['PUT', '/v1/me/consent'],
    ['GET', '/v1/me/export'],
    ['DELETE', '/v1/me'],
  ] as const
  for (const [method, url] of calls) {
    t.equal((await call(null, method, url)).status, 401, `${method} ${url}`)
    const asOperator = await kernel.app.inject({
      method,
      url,
      headers: { authorization: `Bearer ${kernel.operator}` },
    })
    t.equal(asOperator.statusCode, 403)
  }
})
