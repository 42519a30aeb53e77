import t from 'tap'
import { openFeedback } from './testing.js'

const lin = { reader: 'lin' }

t.test('the inbox is paged, and what was read stays read', async (t) => {
  const { call, opened, close } = await openFeedback()
  t.teardown(close)
  const id = await opened('question')
  for (const text of ['一', '二', '三']) await call('operator', 'POST', `/v1/cases/${id}/reply`, { text })
  const first = (await call(lin, 'GET', '/v1/me/inbox?limit=2')).body
  const rest = (await call(lin, 'GET', `/v1/me/inbox?limit=2&cursor=${first.cursor}`)).body
  t.equal(rest.cursor, undefined)
  const texts = [...first.messages, ...rest.messages].map(({ text }: { text: string }) => text)
  t.same(texts.toSorted(), ['一', '三', '二'].toSorted())

  const message = first.messages[0].id
  const read = await call(lin, 'POST', `/v1/me/inbox/${message}/read`)
  t.match(read, { status: 200, body: { message: { id: message, readAt: /Z$/ } } })
  t.same((await call(lin, 'POST', `/v1/me/inbox/${message}/read`)).body, read.body)
  t.match((await call(lin, 'GET', '/v1/me/inbox?unread=true')).body, { total: 2, unread: 2 })
  t.same((await call(lin, 'GET', '/v1/me/inbox?limit=0')).body, { total: 3, unread: 2, messages: [] })
})

t.test('another reader’s message is not there', async (t) => {
  const { call, opened, close } = await openFeedback()
  t.teardown(close)
  await call('operator', 'POST', `/v1/cases/${await opened('question')}/reply`, { text: 'x' })
  const [{ id }] = (await call(lin, 'GET', '/v1/me/inbox')).body.messages
  const other = await call({ reader: 'wang' }, 'POST', `/v1/me/inbox/${id}/read`)
  t.match(other, { status: 404, body: { code: 'MESSAGE_UNKNOWN' } })
  t.equal((await call(lin, 'GET', '/v1/me/inbox')).body.unread, 1)
})
