import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import t from 'tap'
import { type Kernel, silentLog } from '../../gateway/contracts/index.js'
import { createErasure } from './erase.js'
import { openProfile } from './testing.js'

type Opened = Awaited<ReturnType<typeof openProfile>>
const tables = ['profileEvent', 'profileConsent', 'profileHidden'] as const

const event = (id: string, at = new Date(), session = 'canary-7f3a') => ({
  id,
  type: 'save',
  at: at.toISOString(),
  session,
  purpose: 'personalisation',
  object: { record: 'r_poems' },
})
const filled = async ({ call }: Opened, reader: string, at?: Date) => {
  await call(reader, 'PUT', '/v1/me/consent', { purpose: 'personalisation', granted: true, textVersion: '1' })
  await call(reader, 'POST', '/v1/events', {
    events: [event('event-01', at, reader === 'lin' ? 'canary-7f3a' : 'another')],
  })
  await call(reader, 'DELETE', '/v1/me/profile/language/chi')
}
const counts = async ({ kernel }: Opened) => {
  const found: number[] = []
  for (const table of tables)
    found.push((await kernel.gateway.database.kysely.selectFrom(table).selectAll().execute()).length)
  return found
}
const erasureAt = ({ kernel }: Opened, at: Date) =>
  createErasure({
    database: kernel.gateway.database.kysely,
    now: () => at,
    log: silentLog,
  } as unknown as Kernel)

t.test('a reader takes everything along', async (t) => {
  const gateway = await openProfile()
  t.teardown(gateway.close)
  await filled(gateway, 'lin')
  const { status, body } = await gateway.call('lin', 'GET', '/v1/me/export')
  t.equal(status, 200)
  t.match(body, {
    subject: /^u_/,
    consents: [{ purpose: 'personalisation', granted: true, textVersion: '1' }],
    events: [{ id: 'event-01', session: 'canary-7f3a', object: { record: 'r_poems' } }],
    profile: {
      weights: [{ evidence: [{ event: 'event-01' }] }, {}, {}],
      hidden: [{ kind: 'language', value: 'chi' }],
    },
    feedback: { cases: [`case of ${body.subject}`] },
    fields: { profileEvent: { at: { purpose: /evidence/ } } },
  })
})

t.test('a reader is erased everywhere with a receipt; others keep theirs', async (t) => {
  const gateway = await openProfile()
  t.teardown(gateway.close)
  await filled(gateway, 'lin')
  await filled(gateway, 'wang')
  const { subject } = (await gateway.call('lin', 'GET', '/v1/me/export')).body
  const { status, body } = await gateway.call('lin', 'DELETE', '/v1/me')
  t.equal(status, 202)
  t.match(body, { id: /^x_/, at: /Z$/ })
  t.same(await counts(gateway), [1, 1, 1])
  t.same(gateway.forgotten, [subject])
  t.match((await gateway.call('lin', 'GET', '/v1/me/export')).body, {
    consents: [],
    events: [],
    profile: { weights: [], hidden: [] },
  })
  const tombstones = await gateway.kernel.gateway.database.kysely
    .selectFrom('profileTombstone')
    .selectAll()
    .execute()
  t.match(tombstones, [{ subjectHash: /^[0-9a-f]{64}$/, at: body.at }])
  t.notMatch(JSON.stringify(tombstones), subject)
  t.equal((await gateway.call('lin', 'DELETE', '/v1/me')).status, 202, 'again is no error')
})

t.test('after an erasure no byte of the data folder names the reader', async (t) => {
  const dataDir = mkdtempSync(join(tmpdir(), 'shulian-'))
  const gateway = await openProfile({ dataDir })
  t.teardown(async () => {
    await gateway.close()
    rmSync(dataDir, { recursive: true, force: true })
  })
  for (const reader of ['lin', 'wang', 'zhao']) await filled(gateway, reader)
  for (let batch = 0; batch < 30; batch += 1) {
    for (const reader of ['lin', 'wang', 'zhao']) {
      const session = reader === 'lin' ? 'canary-7f3a' : 'another'
      const events = Array.from({ length: 33 }, (_, index) =>
        event(`${(index * 7919) % 97}-${batch}-${index}-event`, new Date(), session),
      )
      await gateway.call(reader, 'POST', '/v1/events', { events })
    }
  }
  await gateway.call('wang', 'DELETE', '/v1/me')
  const { subject } = (await gateway.call('lin', 'GET', '/v1/me/export')).body
  const holding = (needle: string) =>
    readdirSync(dataDir).filter((name) => readFileSync(join(dataDir, name)).includes(needle))
  t.not(holding('canary-7f3a').length, 0, 'it was there')
  await gateway.call('lin', 'DELETE', '/v1/me')
  t.same(holding('canary-7f3a'), [])
  t.same(holding(subject), [])
  t.not(holding('another').length, 0, 'and others’ rows are still there')
})

t.test('what a restored backup brings back goes again, what came later stays', async (t) => {
  const clock = { at: Date.now() }
  const gateway = await openProfile({ now: () => new Date(clock.at) })
  t.teardown(gateway.close)
  const { kysely } = gateway.kernel.gateway.database
  await filled(gateway, 'lin')
  const kept = await kysely.selectFrom('profileEvent').selectAll().execute()
  clock.at += 1000
  await gateway.call('lin', 'DELETE', '/v1/me')
  clock.at += 1000
  await gateway.call('lin', 'PUT', '/v1/me/consent', {
    purpose: 'personalisation',
    granted: true,
    textVersion: '2',
  })
  await gateway.call('lin', 'POST', '/v1/events', { events: [event('event-02')] })
  await kysely.insertInto('profileEvent').values(kept).execute()
  t.equal(await erasureAt(gateway, new Date(clock.at)).replayTombstones(), 1)
  t.same(await kysely.selectFrom('profileEvent').select('id').execute(), [{ id: 'event-02' }])
  t.same(await counts(gateway), [1, 1, 0])
})

t.test('an event is gone 180 days after it happened, a withdrawn consent after three years', async (t) => {
  const at = new Date('2026-03-02T08:00:00Z')
  const gateway = await openProfile({ now: () => at })
  t.teardown(gateway.close)
  const later = (days: number) => erasureAt(gateway, new Date(at.getTime() + days * 86_400_000))
  await filled(gateway, 'lin', at)
  await later(179).expire()
  t.same(await counts(gateway), [1, 1, 1])
  await later(181).expire()
  t.same(await counts(gateway), [0, 1, 1])
  await gateway.call('lin', 'PUT', '/v1/me/consent', {
    purpose: 'personalisation',
    granted: false,
    textVersion: '1',
  })
  await later(1094).expire()
  t.same(await counts(gateway), [0, 1, 0])
  await later(1096).expire()
  t.same(await counts(gateway), [0, 0, 0])
})
