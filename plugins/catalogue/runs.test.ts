import t from 'tap'
import type { Change } from '../../standards/record/change.js'
import { marc, openCatalogue, put, remove, type Script } from './testing.js'

const signal = new AbortController().signal

t.test('a run balances: everything read is accepted, set aside, deleted, unchanged or empty', async (t) => {
  const { push } = await openCatalogue(t)
  const first = await push('one/main', [
    put({ id: '1', title: 'A history of reading' }),
    put({ id: '2' }),
    put({ title: 'Without an identifier' }),
    { op: 'empty' },
    remove('9'),
    { op: 'broken', bytes: Buffer.from('00024xx'), finding: { code: 'MARC_INVALID', detail: 'cut' } },
  ])
  t.match(first, {
    state: 'finished',
    read: 6,
    accepted: 2,
    quarantined: 2,
    empty: 1,
    deleted: 1,
    unchanged: 0,
    indexed: 2,
  })
  t.ok(first.warned >= 1, 'a record without an identifier is warned of')
  const second = await push('one/main', [
    put({ id: '1', title: 'A history of reading' }),
    put({ id: '1', title: 'A history of writing' }),
  ])
  t.match(second, { read: 2, accepted: 1, unchanged: 1, quarantined: 0 })
})

t.test('what another record of the same run replaces is counted and told', async (t) => {
  const one = (title: string) => put({ id: '1', title })
  const script: Script = {
    pages: [[one('A history of reading'), put({ id: '2', title: 'Silence' })], [one('A history of writing')]],
    asked: [],
  }
  const { harvest, push, database } = await openCatalogue(t, { script })
  const report = await harvest()
  t.match(report, { read: 3, accepted: 3, replaced: 1 })
  t.match(report.notes?.join(), /RECORD_REPLACED: .*of each the last one stands. The first: 1\./)
  const { live } = await database
    .selectFrom('catalogueRecord')
    .select(({ fn }) => fn.countAll<number>().as('live'))
    .executeTakeFirstOrThrow()
  t.equal(live, report.accepted - (report.replaced ?? 0), 'accepted = standing + replaced')
  t.match(await push('two/main', [one('First'), one('Second'), one('Second')]), { replaced: 1, unchanged: 1 })
  t.notOk(
    (await push('two/main', [one('Third')])).replaced,
    'a later run that changes a record replaces none',
  )
})

t.test('a run without one success is a failure that says so', async (t) => {
  const { push } = await openCatalogue(t)
  const report = await push('one/main', [put({ id: '1' }), put({ id: '2' })])
  t.match(report, {
    state: 'failed',
    error: {
      code: 'RUN_WITHOUT_SUCCESS',
      detail: /: shulian quarantine groups --source one\/main$/,
      detailZh: /^读取的 2 条记录均未被接收.*quarantine groups --source one\/main$/,
    },
    quarantined: 2,
  })
})

t.test('a harvest that is cut goes on at the page it was at, as the same run', async (t) => {
  const script: Script = {
    pages: [
      [put({ id: '1', title: 'One' })],
      [put({ id: '2', title: 'Two' })],
      [put({ id: '3', title: 'Three' })],
    ],
    asked: [],
  }
  const { catalogue, database } = await openCatalogue(t, { script })
  const controller = new AbortController()
  const cut = await catalogue.harvest('one', {
    signal: controller.signal,
    onProgress: () => controller.abort(new Error('cancelled')),
  })
  t.match(cut, { state: 'cancelled', read: 1, error: { code: 'RUN_CANCELLED' } })
  const report = await catalogue.harvest('one', { signal })
  t.match(report, { run: cut.run, state: 'finished', read: 3, accepted: 3 })
  t.same(script.asked, [null, { page: 1 }])
  await catalogue.harvest('one', { signal })
  t.same(
    script.asked[2],
    { page: 0, from: 'later' },
    'the next harvest starts from the bookmark of the clean end',
  )
  t.equal(
    await database
      .selectFrom('catalogueRecord')
      .select('id')
      .execute()
      .then((rows) => rows.length),
    3,
  )
})

t.test('a harvest that fails leaves its bookmark where it was and says what happened', async (t) => {
  const script: Script = {
    pages: [[put({ id: '1', title: 'One' })], [put({ id: '2', title: 'Two' })]],
    failBefore: 1,
    asked: [],
  }
  const { catalogue } = await openCatalogue(t, { script })
  t.match(await catalogue.harvest('one', { signal }), {
    state: 'failed',
    read: 1,
    accepted: 1,
    error: { code: 'INTERNAL' },
  })
  delete script.failBefore
  await catalogue.harvest('one', { signal })
  t.same(script.asked, [null, null], 'no bookmark was kept')
})

const one = (id: string, title: string): Change => put({ id, title })
const liveTitles = async ({
  database,
  catalogue,
}: Awaited<ReturnType<typeof openCatalogue>>): Promise<string[]> => {
  const rows = await database.selectFrom('catalogueRecord').select('id').where('state', '=', 'live').execute()
  const records = await Promise.all(rows.map(({ id }) => catalogue.record(id)))
  return records.map(({ sourceId, description }) => `${sourceId} ${description.titles[0]?.value}`).sort()
}

t.test(
  'of several changes of one record in one page the last stands, as if each had come alone',
  async (t) => {
    const cases: [string, Change[], string[]][] = [
      ['deleted, then sent again', [remove('1'), one('1', 'Walden')], ['1 Walden']],
      ['sent, then deleted', [one('1', 'Emma'), remove('1')], []],
      ['changed, then changed back', [one('1', 'Emma'), one('1', 'Walden')], ['1 Walden']],
      ['the same, then changed', [one('1', 'Walden'), one('1', 'Emma')], ['1 Emma']],
      ['changed, then a broken one', [one('1', 'Emma'), put({ id: '1' })], ['1 Emma']],
    ]
    for (const [name, changes, wanted] of cases) {
      const together = await openCatalogue(t)
      const alone = await openCatalogue(t)
      for (const { push } of [together, alone]) await push('one/main', [one('1', 'Walden')])
      const report = await together.push('one/main', changes)
      for (const change of changes) await alone.push('one/main', [change])
      t.same(await liveTitles(together), wanted, name)
      t.same(await liveTitles(alone), wanted, `${name}, one by one`)
      t.equal(
        report.read,
        report.accepted + report.quarantined + report.deleted + report.unchanged + report.empty,
      )
    }
  },
)

t.test('two records with the same bytes and identifiers of their own are two records', async (t) => {
  const open = await openCatalogue(t)
  const bytes = marc({ title: 'Proceedings' })
  const named = (sourceId: string): Change => ({ kind: 'bib', op: 'put', format: 'marc21', sourceId, bytes })
  t.match(await open.push('one/main', [named('a')]), { accepted: 1 })
  t.match(await open.push('one/main', [named('b'), named('a')]), { accepted: 1, unchanged: 1 })
  t.same(await liveTitles(open), ['a Proceedings', 'b Proceedings'])
})

t.test(
  'bytes that were taken for another format, or described by an older crosswalk, are described anew',
  async (t) => {
    const open = await openCatalogue(t)
    const bytes = marc({ id: '1', title: 'Walden' })
    const as = (format: 'marc21' | 'cnmarc'): Change => ({ kind: 'bib', op: 'put', format, bytes })
    await open.push('one/main', [as('marc21')])
    t.match(await open.push('one/main', [as('cnmarc')]), { unchanged: 0 })
    t.match(await open.push('one/main', [as('marc21')]), { unchanged: 1 })
    await open.database.updateTable('catalogueRecord').set({ crosswalk: 'marc21@0' }).execute()
    t.match(await open.push('one/main', [as('marc21')]), { accepted: 1, unchanged: 0 })
  },
)

t.test('a page as wide as a source likes is stored whole', async (t) => {
  const { push, harvest, catalogue } = await openCatalogue(t, {
    script: {
      pages: [Array.from({ length: 3_000 }, (_, number) => one(String(number), `Title ${number}`))],
      asked: [],
    },
  })
  t.match(await harvest(), { state: 'finished', accepted: 3_000, indexed: 3_000 })
  t.match(await harvest(), { unchanged: 3_000 })
  const emptied = await push(
    'one/main',
    Array.from({ length: 3_000 }, (_, number) => remove(String(number))),
  )
  t.match(emptied, { deleted: 3_000, held: 3_000 })
  t.match(await catalogue.accept(emptied.run, { signal }), { done: 3_000, left: 0 })
  t.match(await catalogue.counts(), { records: 0, works: 0, deleted: 3_000 })
})

t.test('indexed counts each work once, however many pages changed it, and none that is gone', async (t) => {
  const script: Script = {
    pages: [
      [put({ id: '1', title: 'Walden', isbn: '9780691096124' })],
      [put({ id: '2', title: 'Walden', isbn: '9780691096124' }), put({ id: '3', title: 'Emma' })],
      [remove('3')],
    ],
    asked: [],
  }
  const { harvest } = await openCatalogue(t, { script })
  t.match(await harvest(), { accepted: 3, deleted: 1, indexed: 1 })
})

t.test('a source whose adapter is not there, or stops at once, fails with a report', async (t) => {
  const script: Script = { pages: [[one('1', 'One')]], failBefore: 0, asked: [] }
  const { harvest, catalogue, database } = await openCatalogue(t, { script })
  t.match(await harvest(), { state: 'failed', read: 0, error: { code: 'INTERNAL' } })
  await database.updateTable('source').set({ adapter: 'nowhere' }).execute()
  t.match(await harvest(), { state: 'failed', error: { code: 'ADAPTER_UNKNOWN' } })
  t.equal((await catalogue.runs({ limit: 10 })).length, 2)
})

t.test('a record over which a crosswalk fails is set aside, and costs nobody else', async (t) => {
  const { push, get } = await openCatalogue(t)
  const strange = {
    kind: 'bib',
    op: 'put',
    format: 'rda',
    bytes: marc({ id: '2', title: 'Two' }),
  } as unknown as Change
  t.match(await push('one/main', [one('1', 'One'), strange]), {
    state: 'finished',
    accepted: 1,
    quarantined: 1,
  })
  t.match((await get('/v1/quarantine')).quarantine, [{ finding: { code: 'RECORD_NOT_DESCRIBABLE' } }])
})

t.test('a record that says it is deleted and not which it is, is not taken for a live one', async (t) => {
  const open = await openCatalogue(t)
  t.match(await open.push('one/main', [one('1', 'One'), put({ title: 'Walden', deleted: true })]), {
    accepted: 1,
    quarantined: 1,
  })
  t.same(await liveTitles(open), ['1 One'])
})

t.test('the last progress that is told is that of the end', async (t) => {
  const { services } = await openCatalogue(t)
  const changes = Array.from({ length: 450 }, (_, number) => one(String(number), `Title ${number}`))
  const told: number[] = []
  await services.catalogue.push('one/main', changes, { signal, onProgress: ({ read }) => told.push(read) })
  t.equal(told.at(-1), 450)
})
