import t from 'tap'
import { openFeedback } from './testing.js'

const monday = new Date('2026-03-02T08:00:00.000Z')
const lin = { reader: 'lin' }
const wang = { reader: 'wang' }

t.test('a reader’s word becomes a case, private, with the time an answer is due', async (t) => {
  const { call, close } = await openFeedback({ now: () => monday })
  t.teardown(close)
  const input = {
    kind: 'fault',
    text: '扫描缺页 <b>第3页</b>',
    member: 'delft',
    work: 'w_1',
    record: 'r_1',
    language: 'zh-Hans',
  }
  const { status, body } = await call(lin, 'POST', '/v1/feedback', input)
  t.equal(status, 201)
  const { id, ...rest } = body.case
  t.match(id, /^c_[A-Za-z0-9_-]{20}$/)
  t.same(rest, {
    ...input,
    state: 'collected',
    stateZh: '需求收集',
    moderation: 'pending',
    createdAt: '2026-03-02T08:00:00.000Z',
    updatedAt: '2026-03-02T08:00:00.000Z',
    response: { workingDays: 3, dueAt: '2026-03-05T08:00:00.000Z' },
    replies: [],
    transitions: [],
  })
})

t.test('what does not fit is refused, each with its code', async (t) => {
  const { call, close } = await openFeedback()
  t.teardown(close)
  const good = { kind: 'question', text: 'Where?' }
  const refused: [object, number, string][] = [
    [{ ...good, text: '' }, 400, 'INPUT_INVALID'],
    [{ ...good, text: ' \n\t' }, 400, 'INPUT_INVALID'],
    [{ ...good, text: 'a\u0000b' }, 400, 'INPUT_INVALID'],
    [{ ...good, text: '字'.repeat(2001) }, 400, 'INPUT_INVALID'],
    [{ ...good, kind: 'praise' }, 400, 'INPUT_INVALID'],
    [{ ...good, moderation: 'passed' }, 400, 'UNKNOWN_FIELD'],
    [{ ...good, member: 'nowhere' }, 404, 'MEMBER_UNKNOWN'],
    [{ ...good, work: 'w_2' }, 404, 'WORK_UNKNOWN'],
    [{ ...good, record: 'r_2' }, 404, 'RECORD_UNKNOWN'],
  ]
  for (const [input, status, code] of refused)
    t.match(
      await call(lin, 'POST', '/v1/feedback', input),
      { status, body: { code } },
      JSON.stringify(input).slice(0, 60),
    )
  t.equal(
    (await call(lin, 'POST', '/v1/feedback', { ...good, text: '𠮷'.repeat(2000) })).status,
    201,
    'characters are counted, not bytes',
  )
})

t.test('the same idempotency key gives the same case again, also when both come at once', async (t) => {
  const { call, close } = await openFeedback()
  t.teardown(close)
  const send = (reader: { reader: string }, text: string) =>
    call(reader, 'POST', '/v1/feedback', { kind: 'question', text }, { 'idempotency-key': 'tap-1' })
  const answers = await Promise.all([
    send(lin, '几点开门？'),
    send(lin, '几点开门？'),
    send(lin, '几点开门？'),
  ])
  t.same(new Set(answers.map(({ status }) => status)), new Set([201]))
  t.equal(new Set(answers.map(({ body }) => body.case.id)).size, 1)
  t.equal((await call(lin, 'GET', '/v1/cases')).body.total, 1)
  t.match(await send(lin, 'Another text'), { status: 422, body: { code: 'IDEMPOTENCY_KEY_REUSED' } })
  t.not((await send(wang, '几点开门？')).body.case.id, answers[0].body.case.id, 'keys are each reader’s own')
})

t.test('until it passes moderation a case is its reporter’s and the operator’s alone', async (t) => {
  const { call, opened, close } = await openFeedback()
  t.teardown(close)
  const id = await opened('suggestion')
  const seenBy = async (caller: Parameters<typeof call>[0], query = '') => ({
    one: (await call(caller, 'GET', `/v1/cases/${id}`)).status,
    listed: (await call(caller, 'GET', `/v1/cases${query}`)).body.total,
  })
  t.same(await seenBy('anybody'), { one: 404, listed: 0 })
  t.same(await seenBy('anybody', '?moderation=pending'), { one: 404, listed: 0 }, 'no filter opens the door')
  t.same(await seenBy(wang), { one: 404, listed: 0 })
  t.same(await seenBy(wang, '?board=true'), { one: 404, listed: 0 })
  t.same(await seenBy(lin), { one: 200, listed: 1 })
  t.same(await seenBy('operator'), { one: 200, listed: 1 })

  await call('operator', 'POST', `/v1/cases/${id}/moderation`, { moderation: 'passed' })
  t.same(await seenBy('anybody'), { one: 200, listed: 1 })
  t.same(await seenBy(wang), { one: 200, listed: 0 }, 'a reader lists own cases')
  t.same(await seenBy(wang, '?board=true'), { one: 200, listed: 1 }, 'or the board')
})

t.test('who reported it stands in the operator’s view alone', async (t) => {
  const { call, opened, close } = await openFeedback()
  t.teardown(close)
  const id = await opened('question')
  await call('operator', 'POST', `/v1/cases/${id}/moderation`, { moderation: 'passed' })
  t.match((await call('operator', 'GET', `/v1/cases/${id}`)).body.case.reporter, /^u_[0-9a-f]{26}$/)
  for (const caller of ['anybody', lin, wang] as const)
    t.notMatch(JSON.stringify((await call(caller, 'GET', '/v1/cases?board=true')).body), /u_[0-9a-f]{26}/)
})

t.test('the list is filtered, and its cursor neither skips nor doubles while cases come in', async (t) => {
  const clock = { at: monday.getTime() }
  const { call, opened, close } = await openFeedback({ now: () => new Date(clock.at) })
  t.teardown(close)
  const expected: string[] = []
  for (let index = 0; index < 7; index += 1) {
    clock.at += index % 2
    expected.push(await opened(index < 4 ? 'fault' : 'question'))
  }
  const seen: string[] = []
  let cursor: string | undefined
  do {
    const { body } = await call('operator', 'GET', `/v1/cases?limit=2${cursor ? `&cursor=${cursor}` : ''}`)
    seen.push(...body.cases.map(({ id }: { id: string }) => id))
    cursor = body.cursor
    clock.at += 1
    await opened('privacy')
  } while (cursor)
  t.same(seen.toSorted(), expected.toSorted())
  const { body } = await call('operator', 'GET', '/v1/cases?kind=fault&state=collected&limit=0')
  t.same(body, { total: 4, cases: [] })
  t.match(await call('operator', 'GET', '/v1/cases?cursor=x'), {
    status: 400,
    body: { code: 'CURSOR_INVALID' },
  })
  t.equal((await call('operator', 'GET', '/v1/cases?limit=101')).status, 400)
})

t.test('each call is for whom it is', async (t) => {
  const { call, opened, close } = await openFeedback()
  t.teardown(close)
  const id = await opened('question')
  const post = { kind: 'question', text: 'Where?' }
  t.equal((await call('anybody', 'POST', '/v1/feedback', post)).status, 401)
  t.equal((await call('operator', 'POST', '/v1/feedback', post)).status, 403)
  t.equal((await call('anybody', 'GET', '/v1/me/inbox')).status, 401)
  for (const [path, body] of [
    ['reply', { text: 'x' }],
    ['state', { state: 'understood' }],
    ['moderation', { moderation: 'passed' }],
  ] as const) {
    t.equal((await call('anybody', 'POST', `/v1/cases/${id}/${path}`, body)).status, 401)
    t.equal((await call(lin, 'POST', `/v1/cases/${id}/${path}`, body)).status, 403)
    t.equal((await call('operator', 'POST', `/v1/cases/c_none/${path}`, body)).status, 404)
  }
  t.equal((await call('operator', 'POST', `/v1/cases/${id}/withdraw`)).status, 403)
  t.equal((await call(wang, 'POST', `/v1/cases/${id}/withdraw`)).status, 404)
})
