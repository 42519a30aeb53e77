import t from 'tap'
import type { Kernel } from '../../gateway/contracts/index.js'
import { createErasure } from './forget.js'
import { openFeedback } from './testing.js'

const tables = ['feedbackCase', 'feedbackMessage', 'feedbackTransition', 'feedbackInbox'] as const
const lin = { reader: 'lin' }
type Opened = Awaited<ReturnType<typeof openFeedback>>

const counts = async ({ kernel }: Opened) => {
  const found: Record<string, number> = {}
  for (const table of tables)
    found[table] = (await kernel.gateway.database.kysely.selectFrom(table).selectAll().execute()).length
  return found
}
const reporterOf = async ({ call }: Opened, id: string): Promise<string> =>
  (await call('operator', 'GET', `/v1/cases/${id}`)).body.case.reporter
const answered = async ({ call, opened }: Opened, reader: string): Promise<string> => {
  const id = await opened('question', { reader })
  await call('operator', 'POST', `/v1/cases/${id}/reply`, { text: '八点。' })
  return id
}
const erasureAt = ({ kernel }: Opened, at: Date) =>
  createErasure({ database: kernel.gateway.database.kysely, now: () => at } as unknown as Kernel)

t.test('everything of a reader can be had and be forgotten; others keep theirs', async (t) => {
  const gateway = await openFeedback()
  t.teardown(gateway.close)
  const [mine] = [await answered(gateway, 'lin'), await answered(gateway, 'wang')]
  const subject = await reporterOf(gateway, mine)
  const { feedback } = gateway.kernel.services
  t.match(await feedback.of(subject), {
    cases: [
      { id: mine, text: '书脊破损', messages: [{ text: '八点。' }], transitions: [{ toState: 'answered' }] },
    ],
    inbox: [{ text: '八点。' }],
  })
  await feedback.forget(subject)
  t.same(await feedback.of(subject), { cases: [], inbox: [] })
  t.same(await counts(gateway), {
    feedbackCase: 1,
    feedbackMessage: 1,
    feedbackTransition: 1,
    feedbackInbox: 1,
  })
  t.equal((await gateway.call(lin, 'GET', '/v1/cases')).body.total, 0)
})

t.test('what a restored backup brings back goes again, what came later stays', async (t) => {
  const clock = { at: Date.parse('2026-03-02T08:00:00Z') }
  const gateway = await openFeedback({ now: () => new Date(clock.at) })
  t.teardown(gateway.close)
  const before = await answered(gateway, 'lin')
  const subject = await reporterOf(gateway, before)
  const { kysely } = gateway.kernel.gateway.database
  const kept = await kysely.selectFrom('feedbackCase').selectAll().execute()
  clock.at += 1000
  await gateway.kernel.services.feedback.forget(subject)
  clock.at += 1000
  const after = await answered(gateway, 'lin')
  await kysely.insertInto('feedbackCase').values(kept).execute()
  t.equal(await erasureAt(gateway, new Date(clock.at)).replayTombstones(), 1)
  t.same(
    (await gateway.call(lin, 'GET', '/v1/cases')).body.cases.map(({ id }: { id: string }) => id),
    [after],
  )
})

t.test('messages go after a year, closed cases after three', async (t) => {
  const gateway = await openFeedback({ now: () => new Date('2026-03-02T08:00:00Z') })
  t.teardown(gateway.close)
  await answered(gateway, 'lin')
  await gateway.opened('suggestion')
  await erasureAt(gateway, new Date('2027-03-03T08:00:00Z')).expire()
  t.same(await counts(gateway), {
    feedbackCase: 2,
    feedbackMessage: 1,
    feedbackTransition: 1,
    feedbackInbox: 0,
  })
  await erasureAt(gateway, new Date('2029-03-03T08:00:00Z')).expire()
  t.same(
    await counts(gateway),
    { feedbackCase: 1, feedbackMessage: 0, feedbackTransition: 0, feedbackInbox: 0 },
    'an open case stays',
  )
})
