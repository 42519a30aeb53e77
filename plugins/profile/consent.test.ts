import t from 'tap'
import { openProfile } from './testing.js'

type Call = Awaited<ReturnType<typeof openProfile>>['call']
const put = (call: Call, change: object) =>
  call('lin', 'PUT', '/v1/me/consent', {
    purpose: 'personalisation',
    granted: true,
    textVersion: '1',
    ...change,
  })
const event = (id: string, purpose = 'personalisation') => ({
  id,
  type: 'view',
  at: new Date().toISOString(),
  purpose,
  object: { record: 'r_poems' },
})

t.test('everything is off until the reader grants it', async (t) => {
  const { call, close } = await openProfile()
  t.teardown(close)
  t.same((await call('lin', 'GET', '/v1/me/consent')).body, {
    consents: ['personalisation', 'statistics', 'research'].map((purpose) => ({
      purpose,
      granted: false,
      controller: 'Test consortium',
    })),
  })
})

t.test(
  'a consent keeps its purpose, controller, text, and whether it was separate or a guardian’s',
  async (t) => {
    const { call, close } = await openProfile({ now: () => new Date('2026-03-02T08:00:00Z') })
    t.teardown(close)
    const { body } = await put(call, { separate: true, guardian: true })
    t.same(body.consents[0], {
      purpose: 'personalisation',
      granted: true,
      controller: 'Test consortium',
      textVersion: '1',
      separate: true,
      guardian: true,
      at: '2026-03-02T08:00:00.000Z',
    })
    t.equal(body.consents[1].granted, false, 'for one purpose and no other')
  },
)

t.test('what does not fit is refused', async (t) => {
  const { call, close } = await openProfile()
  t.teardown(close)
  t.equal((await put(call, { purpose: 'service' })).status, 400, 'service needs no consent')
  t.equal((await put(call, { granted: 'yes' })).status, 400)
  t.equal((await put(call, { textVersion: undefined })).status, 400)
  t.match(await put(call, { subject: 'u_1' }), { status: 400, body: { code: 'UNKNOWN_FIELD' } })
})

t.test('a withdrawal acts at once: the events of its purpose are deleted, the others stay', async (t) => {
  const { call, kernel, close } = await openProfile()
  t.teardown(close)
  await put(call, {})
  await put(call, { purpose: 'statistics' })
  await call('lin', 'POST', '/v1/events', { events: [event('event-01'), event('event-02', 'statistics')] })
  await call('lin', 'DELETE', '/v1/me/profile/agent')
  const { body } = await put(call, { granted: false })
  t.match(body.consents[0], { granted: false, textVersion: '1', withdrawnAt: /Z$/ })
  t.match((await call('lin', 'GET', '/v1/me/profile')).body, { personalised: false, weights: [] })
  t.match((await call('lin', 'POST', '/v1/events', { events: [event('event-03')] })).body, {
    refused: [{ code: 'CONSENT_MISSING' }],
  })
  const kept = await kernel.gateway.database.kysely.selectFrom('profileEvent').select('id').execute()
  t.same(kept, [{ id: 'event-02' }])

  await put(call, {})
  t.match(
    (await call('lin', 'GET', '/v1/me/profile')).body,
    { personalised: true, weights: [], hidden: [] },
    'a new consent begins anew',
  )
})

t.test(
  'granting the same text again changes nothing; a new text begins a new consent and keeps the events',
  async (t) => {
    const { call, close } = await openProfile()
    t.teardown(close)
    const first = (await put(call, {})).body.consents[0]
    await call('lin', 'POST', '/v1/events', { events: [event('event-01')] })
    t.same((await put(call, {})).body.consents[0], first)
    t.match((await put(call, { textVersion: '2' })).body.consents[0], { granted: true, textVersion: '2' })
    t.equal((await call('lin', 'GET', '/v1/me/profile')).body.weights.length, 4)
    const { consents } = (await call('lin', 'GET', '/v1/me/export')).body
    t.same(
      consents.map(({ granted }: { granted: boolean }) => granted).toSorted(),
      [false, true],
      'the history is kept as proof',
    )
  },
)
