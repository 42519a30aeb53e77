import t from 'tap'
import { ShulianError } from '../../gateway/contracts/index.js'
import type { Change } from '../../standards/record/change.js'
import { chineseOf } from './run-notes.js'
import { openCatalogue, put, type Script } from './testing.js'

t.test(
  'absent from a full list once is a suspicion, twice a deletion, and a shrunken list deletes nothing',
  async (t) => {
    const all = Array.from({ length: 10 }, (_, number) =>
      put({ id: String(number), title: `Title ${number}` }),
    )
    const script: Script = { pages: [all], asked: [] }
    const { catalogue } = await openCatalogue(t, { script })
    const harvest = () => catalogue.harvest('one', { signal: new AbortController().signal, full: true })
    const live = async () => (await catalogue.counts()).records
    await harvest()
    script.pages = [all.slice(1)]
    t.match(await harvest(), {
      missing: 1,
      deleted: 0,
      notes: [/^1 record was absent for the first time; absent once more, it is deleted\.$/],
    })
    t.equal(await live(), 10)
    t.match(await harvest(), { notes: [/^1 record was absent for the second time and is deleted\.$/] })
    t.equal(await live(), 9)
    script.pages = [all.slice(0, 2)]
    t.match((await harvest()).notes?.join(), /HARVEST_SHRINK/)
    await harvest()
    t.equal(await live(), 10, 'the record that came back is live again, and nothing else left')
    script.pages = [[]]
    t.match(await harvest(), { read: 0, missing: 10 })
    t.equal(await live(), 10)
  },
)

const titles = (from: number, to: number): Change[] =>
  Array.from({ length: to - from }, (_, index) =>
    put({ id: String(from + index), title: `Title ${from + index}` }),
  )

t.test('one record that is absent is told as one', async (t) => {
  const script: Script = { pages: [titles(0, 5)], asked: [] }
  const { harvest } = await openCatalogue(t, { script })
  await harvest({ full: true })
  script.pages = [titles(1, 5)]
  t.match((await harvest({ full: true })).notes?.[0], /^1 of 5 records is absent from this full list\.$/)
})

t.test('what another way in brought since the list began is not absent from it', async (t) => {
  const script: Script = { pages: [titles(0, 10)], asked: [] }
  const { harvest, push } = await openCatalogue(t, { script })
  await harvest({ full: true })
  script.pages = [titles(0, 5), titles(6, 9)]
  script.before = async (page) => {
    if (page === 1) await push('one/main', [put({ id: '0', title: 'Changed' }), ...titles(9, 10)])
  }
  t.match(
    await harvest({ full: true }),
    { missing: 1 },
    'only 5: 0 was in the list and changed since, 9 was seen by a push',
  )
})

t.test('a record that the list has, but not in a form that can be read, is not absent', async (t) => {
  const script: Script = { pages: [titles(0, 10)], asked: [] }
  const { harvest, catalogue } = await openCatalogue(t, { script })
  await harvest({ full: true })
  script.pages = [[...titles(0, 9), put({ id: '9' })]]
  for (const _ of [1, 2]) t.notOk((await harvest({ full: true })).missing)
  t.match(await catalogue.counts(), { records: 10 })
  const finding = { code: 'MARC_INVALID', detail: 'cut' }
  script.pages = [[...titles(0, 9), { op: 'broken', bytes: Buffer.from('x'), finding }]]
  for (const _ of [1, 2]) {
    const [note = ''] = (await harvest({ full: true })).notes ?? []
    t.match(note, /^1 of 10 records is absent .* could not be read/)
    t.match(chineseOf(note), /^此完整清单中缺少 10 条记录中的 1 条，但/)
  }
  script.pages = [[...titles(0, 8), { op: 'broken', bytes: Buffer.from('x'), finding }]]
  const [several = ''] = (await harvest({ full: true })).notes ?? []
  t.match(several, /^2 of 10 records are absent .* could not be read/)
  t.match(chineseOf(several), /^此完整清单中缺少 10 条记录中的 2 条，但/)
  t.match(
    await catalogue.counts(),
    { records: 10 },
    'which one is broken is not known: it may be that which is absent',
  )
})

t.test(
  'a run that is cut after its list was read never takes its own suspicions for the second time',
  async (t) => {
    const script: Script = { pages: [titles(0, 10)], asked: [] }
    const { harvest, catalogue, gateway } = await openCatalogue(t, { script })
    await harvest({ full: true })
    script.pages = [titles(0, 9)]
    const caughtUp = gateway.jobs.caughtUp
    gateway.jobs.caughtUp = async () => {
      throw new ShulianError('STORAGE_BUSY', 'held', { status: 503 })
    }
    const cut = await harvest({ full: true })
    t.match(cut, { state: 'failed', missing: 1, error: { code: 'STORAGE_BUSY' } })
    gateway.jobs.caughtUp = caughtUp
    const report = await harvest({ full: true })
    t.match(report, { run: cut.run, state: 'finished', missing: 1 })
    t.match(await catalogue.counts(), { records: 10 })
    await harvest({ full: true })
    t.match(await catalogue.counts(), { records: 9 })
  },
)

t.test('more absences than one statement can name are taken in, in steps', async (t) => {
  const script: Script = { pages: [titles(0, 6_000)], asked: [] }
  const { harvest, catalogue } = await openCatalogue(t, { script })
  await harvest({ full: true })
  script.pages = [titles(0, 5_000)]
  t.match(await harvest({ full: true }), { missing: 1_000 })
  t.match(await harvest({ full: true }), {
    missing: 1_000,
    notes: [/1000 of 6000/, /1000 records were absent for the second time/],
  })
  t.match(await catalogue.counts(), { records: 5_000, deleted: 1_000 })
})

t.test('a delta harvest that was cut is not gone on with as a full list', async (t) => {
  const script: Script = { pages: [titles(0, 10)], asked: [] }
  const { catalogue, harvest, database } = await openCatalogue(t, { script })
  await harvest()
  script.pages = [titles(0, 4), titles(4, 8), titles(8, 9)]
  const controller = new AbortController()
  await catalogue.harvest('one', { signal: controller.signal, onProgress: () => controller.abort() })
  await database.updateTable('source').set({ mode: 'full' }).where('member', '=', 'one').execute()
  script.pages = [titles(0, 10)]
  t.notOk((await harvest()).missing)
  t.same(script.asked.at(-1), null, 'read from its beginning')
})
