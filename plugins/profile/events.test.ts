import t from 'tap'
import { openProfile } from './testing.js'

const at = () => new Date().toISOString()
const minutesAhead = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString()
const view = (id: string, more: object = {}) => ({
  id,
  type: 'view',
  at: at(),
  purpose: 'personalisation',
  object: { record: 'r_learning' },
  ...more,
})
const allow = (call: Call, reader = 'lin', purpose = 'personalisation') =>
  call(reader, 'PUT', '/v1/me/consent', { purpose, granted: true, textVersion: '1' })
type Call = Awaited<ReturnType<typeof openProfile>>['call']
const send = (call: Call, events: unknown[], reader = 'lin') => call(reader, 'POST', '/v1/events', { events })

t.test('without consent an event is refused, unless it serves what was asked', async (t) => {
  const { call, kernel, close } = await openProfile()
  t.teardown(close)
  const { status, body } = await send(call, [view('event-01'), view('event-02', { purpose: 'service' })])
  t.equal(status, 200)
  t.same(body, { accepted: 1, duplicates: 0, refused: [{ index: 0, code: 'CONSENT_MISSING' }] })
  t.same(
    await kernel.gateway.database.kysely.selectFrom('profileEvent').selectAll().execute(),
    [],
    'and nothing is kept',
  )
})

t.test('an event counts once, however often and in whatever batch it comes', async (t) => {
  const { call, close } = await openProfile()
  t.teardown(close)
  await allow(call)
  t.same((await send(call, [view('event-01'), view('event-01'), view('event-02')])).body, {
    accepted: 2,
    duplicates: 1,
    refused: [],
  })
  t.same((await send(call, [view('event-02', { type: 'save' }), view('event-03')])).body, {
    accepted: 1,
    duplicates: 1,
    refused: [],
  })
  const batch = Array.from({ length: 100 }, (_, index) => view(`many-${1000 + index}`))
  const answers = await Promise.all([send(call, batch), send(call, batch), send(call, batch)])
  t.equal(
    answers.reduce((sum, { body }) => sum + body.accepted, 0),
    100,
    'also when batches come at once',
  )
})

t.test('the same id of another reader is another event', async (t) => {
  const { call, close } = await openProfile()
  t.teardown(close)
  await allow(call)
  await allow(call, 'wang')
  await send(call, [view('event-01')])
  t.equal((await send(call, [view('event-01')], 'wang')).body.accepted, 1)
})

t.test('what does not fit is refused alone, the others are accepted', async (t) => {
  const { call, close } = await openProfile()
  t.teardown(close)
  await allow(call)
  const bad: [unknown, string][] = [
    [null, 'EVENT_INVALID'],
    ['view', 'EVENT_INVALID'],
    [view('short'), 'EVENT_INVALID'],
    [view('has blanks'), 'EVENT_INVALID'],
    [view('event-10', { type: 'loan' }), 'EVENT_INVALID'],
    [view('event-11', { at: 'yesterday' }), 'EVENT_INVALID'],
    [view('event-12', { at: '2026-02-30T25:00:00Z' }), 'EVENT_INVALID'],
    [view('event-13', { subject: 'u_another' }), 'EVENT_INVALID'],
    [view('event-14', { object: { record: 'r_1', isbn: 'x' } }), 'EVENT_INVALID'],
    [view('event-15', { purpose: 'advertising' }), 'EVENT_INVALID'],
    [view('event-16', { purpose: 'research' }), 'CONSENT_MISSING'],
    [view('event-17', { at: minutesAhead(6) }), 'EVENT_IN_FUTURE'],
    [view('event-18', { at: minutesAhead(-181 * 24 * 60) }), 'EVENT_TOO_OLD'],
  ]
  const good = [
    view('event-01', { at: minutesAhead(4) }),
    view('event-02', { at: minutesAhead(-60 * 24) }),
    view('event-03', { object: { record: 'r_unknown' } }),
  ]
  const { body } = await send(call, [good[0], ...bad.map(([event]) => event), good[1], good[2]])
  t.equal(body.accepted, 3)
  t.same(
    body.refused,
    bad.map(([, code], index) => ({ index: index + 1, code })),
  )
})

t.test('a batch holds 1 to 100 events', async (t) => {
  const { call, close } = await openProfile()
  t.teardown(close)
  t.equal((await send(call, [])).status, 400)
  t.equal(
    (
      await send(
        call,
        Array.from({ length: 101 }, (_, index) => view(`event-${index}`)),
      )
    ).status,
    400,
  )
  t.match(await call('lin', 'POST', '/v1/events', { events: [view('event-01')], subject: 'u_1' }), {
    status: 400,
    body: { code: 'UNKNOWN_FIELD' },
  })
  t.match(await call(null, 'POST', '/v1/events', { events: [view('event-01')] }), { status: 401 })
})

t.test('an event shows in the profile of the very next request', async (t) => {
  const { call, close } = await openProfile()
  t.teardown(close)
  await allow(call)
  await send(call, [view('event-01')])
  const before = (await call('lin', 'GET', '/v1/me/profile')).body
  await send(call, [view('event-02', { type: 'save', object: { work: 'r_poems' } })])
  const after = (await call('lin', 'GET', '/v1/me/profile')).body
  const values = ({ weights }: { weights: { value: string }[] }) => weights.map(({ value }) => value)
  t.notOk(values(before).includes('唐诗'))
  t.ok(values(after).includes('唐诗'))
})
