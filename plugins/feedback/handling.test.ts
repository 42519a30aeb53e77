import t from 'tap'
import { openFeedback } from './testing.js'

const lin = { reader: 'lin' }
const wang = { reader: 'wang' }

t.test('a question closes when it is answered, and the answer reaches the reporter', async (t) => {
  const clock = { at: Date.parse('2026-03-02T08:00:00Z') }
  const { call, opened, close } = await openFeedback({ now: () => new Date(clock.at) })
  t.teardown(close)
  const id = await opened('question')
  clock.at += 3_600_000
  const { body } = await call('operator', 'POST', `/v1/cases/${id}/reply`, {
    text: '八点。<script>alert(1)</script>',
  })
  t.match(body.case, {
    state: 'answered',
    closedAt: '2026-03-02T09:00:00.000Z',
    response: { firstAt: '2026-03-02T09:00:00.000Z' },
    replies: [{ author: 'operator', text: '八点。<script>alert(1)</script>' }],
    transitions: [{ from: 'open', to: 'answered' }],
  })
  clock.at += 3_600_000
  const second = await call('operator', 'POST', `/v1/cases/${id}/reply`, { text: '周末九点。' })
  t.equal(second.body.case.response.firstAt, '2026-03-02T09:00:00.000Z', 'the first response time stays')
  const inbox = (await call(lin, 'GET', '/v1/me/inbox')).body
  t.match(inbox, {
    total: 2,
    unread: 2,
    messages: [{ kind: 'reply', case: id, text: '周末九点。' }, { text: /^八点/ }],
  })
  t.equal((await call(wang, 'GET', '/v1/me/inbox')).body.total, 0)
})

t.test('a need passes the five states in order, each told to the reporter', async (t) => {
  const { call, opened, close } = await openFeedback()
  t.teardown(close)
  for (const kind of ['suggestion', 'fault']) {
    const id = await opened(kind)
    const move = (state: string) => call('operator', 'POST', `/v1/cases/${id}/state`, { state })
    t.match(await move('decided'), {
      status: 409,
      body: { code: 'CASE_STATE_ORDER', detail: /next comes 'understood' \(信息洞察\)/ },
    })
    for (const state of ['understood', 'decided', 'carried-out', 'reported'])
      t.match(await move(state), { status: 200, body: { case: { state } } })
    t.match(await move('collected'), { status: 409, body: { code: 'CASE_STATE_ORDER' } })
    const { case: ended } = (await call('operator', 'GET', `/v1/cases/${id}`)).body
    t.same(ended.transitions.map(({ to }: { to: string }) => to).toSorted(), [
      'carried-out',
      'decided',
      'reported',
      'understood',
    ])
    t.ok(ended.closedAt)
    const told = (await call(lin, 'GET', '/v1/me/inbox')).body.messages.filter(
      (one: { case: string }) => one.case === id,
    )
    t.equal(told.length, 4)
    t.match(told.map(({ text }: { text: string }) => text).join(), /信息洞察/)
  }
})

t.test('an answer to a need does not skip a state', async (t) => {
  const { call, opened, close } = await openFeedback()
  t.teardown(close)
  const id = await opened('fault')
  const { body } = await call('operator', 'POST', `/v1/cases/${id}/reply`, { text: 'We look into it.' })
  t.match(body.case, { state: 'collected', transitions: [] })
  t.ok(body.case.response.firstAt)
})

t.test('two operators at once make one step', async (t) => {
  const { call, opened, close } = await openFeedback()
  t.teardown(close)
  const id = await opened('suggestion')
  const move = () => call('operator', 'POST', `/v1/cases/${id}/state`, { state: 'understood' })
  const answers = await Promise.all([move(), move()])
  t.same(answers.map(({ status }) => status).toSorted(), [200, 409])
})

t.test('a question has no steps', async (t) => {
  const { call, opened, close } = await openFeedback()
  t.teardown(close)
  for (const kind of ['question', 'takedown', 'privacy']) {
    const answer = await call('operator', 'POST', `/v1/cases/${await opened(kind)}/state`, {
      state: 'answered',
    })
    t.match(answer, { status: 409, body: { code: 'CASE_STATE_ORDER', detail: /reply/ } })
  }
})

t.test('a refusal has a reason, which its reporter reads and nobody else', async (t) => {
  const { call, opened, close } = await openFeedback()
  t.teardown(close)
  const id = await opened('suggestion')
  const decide = (body: object) => call('operator', 'POST', `/v1/cases/${id}/moderation`, body)
  t.match(await decide({ moderation: 'refused' }), { status: 400, body: { code: 'REASON_MISSING' } })
  t.equal((await decide({ moderation: 'refused', reason: '含有个人信息' })).status, 200)
  t.match((await call(lin, 'GET', `/v1/cases/${id}`)).body.case, {
    moderation: 'refused',
    moderationReason: '含有个人信息',
  })
  t.match((await call(lin, 'GET', '/v1/me/inbox')).body.messages[0], {
    kind: 'moderation',
    text: /含有个人信息/,
  })
  t.equal((await call('anybody', 'GET', `/v1/cases/${id}`)).status, 404)
})

t.test('what concerns personal data or a takedown never becomes public', async (t) => {
  const { call, opened, close } = await openFeedback()
  t.teardown(close)
  for (const kind of ['privacy', 'takedown']) {
    const answer = await call('operator', 'POST', `/v1/cases/${await opened(kind)}/moderation`, {
      moderation: 'passed',
    })
    t.match(answer, { status: 409, body: { code: 'CASE_NOT_PUBLISHABLE' } })
  }
})

t.test('a reporter takes a case back, also from the board', async (t) => {
  const { call, opened, close } = await openFeedback()
  t.teardown(close)
  const id = await opened('suggestion')
  await call('operator', 'POST', `/v1/cases/${id}/moderation`, { moderation: 'passed' })
  t.match(await call(lin, 'POST', `/v1/cases/${id}/withdraw`), {
    status: 200,
    body: { case: { state: 'withdrawn', stateZh: '已撤回' } },
  })
  t.equal((await call(lin, 'POST', `/v1/cases/${id}/withdraw`)).status, 200, 'twice is once')
  t.equal((await call('anybody', 'GET', `/v1/cases/${id}`)).status, 404)
  t.equal((await call('anybody', 'GET', '/v1/cases')).body.total, 0)
  t.match(await call('operator', 'POST', `/v1/cases/${id}/reply`, { text: 'x' }), {
    status: 409,
    body: { code: 'CASE_WITHDRAWN' },
  })
  t.match(await call('operator', 'POST', `/v1/cases/${id}/state`, { state: 'understood' }), { status: 409 })
})
