import t from 'tap'
import { ShulianError } from '../../gateway/contracts/index.js'
import type { Change } from '../../standards/record/change.js'
import { openCatalogue, put, remove, type Script, standing } from './testing.js'

const signal = new AbortController().signal
const titles = (from: number, to: number): Change[] =>
  Array.from({ length: to - from }, (_, index) =>
    put({ id: String(from + index), title: `Title ${from + index}` }),
  )
const removals = (from: number, to: number): Change[] =>
  Array.from({ length: to - from }, (_, index) => remove(String(from + index)))

t.test('deletions that a source states apply in the run that reads them', async (t) => {
  const { push, catalogue } = await openCatalogue(t)
  await push('one/main', titles(0, 20))
  const report = await push('one/main', removals(0, 4))
  t.match(report, { state: 'finished', deleted: 4, notes: ['The source deleted 4 of 20 records.'] })
  t.notOk(report.held)
  t.match(await catalogue.counts(), { records: 16, deleted: 4 })
  await push('one/main', removals(4, 5))
  t.match(await catalogue.counts(), { records: 15 })
})

t.test('a small source may delete its few records', async (t) => {
  const { push, catalogue } = await openCatalogue(t)
  await push('one/main', titles(0, 3))
  await push('one/main', removals(0, 3))
  t.match(await catalogue.counts(), { records: 0, deleted: 3 })
})

t.test('deletions over the brake wait for a person, who carries them out', async (t) => {
  const { push, catalogue } = await openCatalogue(t)
  await push('one/main', titles(0, 10))
  const report = await push('one/main', [...removals(0, 4), ...titles(20, 21)])
  t.match(report, { state: 'finished', read: 5, accepted: 1, deleted: 4, held: 4, undeleted: 4 })
  t.match(report.notes, [/^HARVEST_SHRINK: The source deleted 4 of 10 records/])
  t.match(await catalogue.counts(), { records: 11, deleted: 0 })
  t.match(await catalogue.runs({ limit: 10, isHeld: true }), [{ run: report.run }])
  t.match(await catalogue.deletions({ run: report.run, limit: 10, state: 'held' }), { length: 4 })
  t.match(await catalogue.runs({ limit: 1 }), [{ held: 4, undeleted: 4 }])
  t.match(await catalogue.accept(report.run, { signal }), { done: 4, left: 0 })
  t.match(await catalogue.counts(), { records: 7, deleted: 4 })
  t.match(await catalogue.runs({ limit: 1 }), [{ deleted: 4, held: undefined, undeleted: undefined }])
  t.same(await catalogue.runs({ limit: 10, isHeld: true }), [])
  await t.rejects(catalogue.accept(report.run, { signal }), { code: 'NOTHING_HELD' })
})

t.test('a refused deletion leaves every record', async (t) => {
  const { push, catalogue } = await openCatalogue(t)
  await push('one/main', titles(0, 10))
  const { run } = await push('one/main', removals(0, 5))
  t.match(await catalogue.refuse(run, { signal }), { done: 5 })
  t.match(await catalogue.counts(), { records: 10 })
  t.match(await catalogue.run(run), { deletions: { refused: 5 }, deleted: 5, undeleted: 5, held: undefined })
})

t.test('a record that comes again while its deletion waits is left when that is accepted', async (t) => {
  const { push, catalogue } = await openCatalogue(t)
  await push('one/main', titles(0, 10))
  const { run } = await push('one/main', removals(0, 5))
  const { run: later } = await push('one/main', [put({ id: '0', title: 'Changed' }), ...titles(1, 2)])
  const verdict = await catalogue.accept(run, { signal })
  t.match(verdict, { done: 3, left: 2 })
  t.match(
    verdict.leftRecords.find(({ sourceId }) => sourceId === '0'),
    { why: 'came-again', run: later },
  )
  t.match(await catalogue.counts(), { records: 7 })
})

t.test('a record that is deleted on one page and comes on a later one stays', async (t) => {
  const script: Script = { pages: [titles(0, 3)], asked: [] }
  const { harvest, catalogue } = await openCatalogue(t, { script })
  await harvest()
  script.pages = [removals(0, 2), titles(0, 1)]
  t.match(await harvest(), { deleted: 2, unchanged: 1 })
  t.match(await catalogue.counts(), { records: 2 })
})

t.test('what a run was told before its list went wrong is deleted all the same', async (t) => {
  const script: Script = { pages: [titles(0, 3)], asked: [] }
  const { harvest, catalogue } = await openCatalogue(t, { script })
  await harvest()
  script.pages = [removals(0, 1), []]
  script.before = (page) => {
    if (page === 1) throw new ShulianError('HARVEST_LOOP', 'it does not end', { status: 502 })
  }
  t.match(await harvest(), { state: 'failed', error: { code: 'HARVEST_LOOP' } })
  t.match(await catalogue.counts(), { records: 2 })
})

const shared = '9780691096124'

t.test('an undone deletion gives back records, works, holdings and documents as they were', async (t) => {
  const open = await openCatalogue(t)
  const { push, catalogue } = open
  await push('two/main', [put({ id: 'b', title: 'Walden', isbn: shared, author: 'Thoreau, H.' })])
  await push('one/main', [...titles(0, 20), put({ id: 'a', title: 'Walden', isbn: shared, year: '1854' })])
  const before = await standing(open)
  const { run } = await push('one/main', [remove('a'), ...removals(0, 3)])
  t.notSame(await standing(open), before)
  t.match(await catalogue.run(run), { deletions: { deleted: 4 }, undoUntil: /^\d{4}-/ })
  t.match(await catalogue.undo(run, { signal }), { done: 4, left: 0 })
  t.same(await standing(open), before)
  t.match(await catalogue.run(run), { deletions: { undone: 4 } })
  await t.rejects(catalogue.undo(run, { signal }), { code: 'NOTHING_DELETED' })
  t.match(await push('one/main', [put({ id: 'a', title: 'Walden', isbn: shared, year: '1854' })]), {
    unchanged: 1,
  })
})

t.test('later runs over other records do not stand in the way of an undoing', async (t) => {
  const [one, other] = [await openCatalogue(t), await openCatalogue(t)]
  for (const { push } of [one, other]) await push('one/main', titles(0, 20))
  const { run } = await one.push('one/main', removals(0, 3))
  for (const { push } of [one, other]) {
    await push('one/main', [put({ id: '7', title: 'Changed', isbn: shared }), ...titles(30, 32)])
    await push('two/main', [put({ id: 'b', title: 'Changed', isbn: shared })])
  }
  await one.catalogue.undo(run, { signal })
  t.same(await standing(one), await standing(other), 'as if the deletion had never been')
})

t.test('an undoing names what came again or was deleted anew since', async (t) => {
  const { push, catalogue } = await openCatalogue(t)
  await push('one/main', titles(0, 20))
  const { run } = await push('one/main', removals(0, 3))
  const { run: changed } = await push('one/main', [put({ id: '0', title: 'New' }), ...titles(1, 2)])
  const { run: again } = await push('one/main', removals(1, 2))
  const verdict = await catalogue.undo(run, { signal })
  t.match(verdict, { done: 1, left: 2 })
  t.same(verdict.leftRecords.map(({ sourceId, why, run }) => [sourceId, why, run]).sort(), [
    ['0', 'came-again', changed],
    ['1', 'deleted-since', again],
  ])
  t.match(await catalogue.counts(), { records: 19 })
  t.match(await catalogue.undo(again, { signal }), { done: 1 })
})

t.test('after thirty days a deletion is no longer undone', async (t) => {
  const clock = { at: Date.parse('2026-01-01T00:00:00Z') }
  const { push, catalogue } = await openCatalogue(t, { now: () => new Date(clock.at) })
  await push('one/main', titles(0, 20))
  const { run } = await push('one/main', removals(0, 1))
  clock.at += 31 * 86_400_000
  await t.rejects(catalogue.undo(run, { signal }), { code: 'UNDO_EXPIRED', status: 409 })
})

t.test('empty or shrunken full list: deletions are held, HARVEST_SHRINK', async (t) => {
  const script: Script = { pages: [titles(0, 10)], asked: [] }
  const { harvest, catalogue } = await openCatalogue(t, { script })
  await harvest({ full: true })
  for (const [pages, absent] of [
    [[[]], 10],
    [[titles(0, 6)], 4],
  ] as [Change[][], number][]) {
    script.pages = pages
    for (const _ of [1, 2, 3]) {
      const report = await harvest({ full: true })
      t.match(report, { state: 'finished', missing: absent, held: absent })
      t.match(report.notes?.join(), /HARVEST_SHRINK/)
    }
    t.match(await catalogue.counts(), { records: 10 }, 'however often the list comes')
    t.match(await catalogue.runs({ limit: 10, isHeld: true }), { length: 1 }, 'only the last one waits')
  }
  const [held] = await catalogue.runs({ limit: 1, isHeld: true })
  t.match(await catalogue.accept(held?.run ?? '', { signal }), { done: 4, left: 0 })
  t.match(await catalogue.counts(), { records: 6 })
  t.match(await catalogue.undo(held?.run ?? '', { signal }), { done: 4 })
  t.match(await catalogue.counts(), { records: 10 })
})

t.test('what the source deletes and what it leaves out count together for the brake', async (t) => {
  const script: Script = { pages: [titles(0, 20)], asked: [] }
  const { harvest, catalogue } = await openCatalogue(t, { script })
  await harvest({ full: true })
  script.pages = [[...titles(7, 20), ...removals(0, 4)]]
  t.match(await harvest({ full: true }), { deleted: 4, missing: 3, held: 3 })
  t.match(await catalogue.counts(), { records: 16 })
})

t.test('an operator stops a run by its id, and the next harvest goes on there', async (t) => {
  const script: Script = { pages: [titles(0, 1), titles(1, 2), titles(2, 3)], asked: [] }
  const { harvest, catalogue, app, operator } = await openCatalogue(t, { script })
  script.before = async (page) => {
    if (page !== 2) return
    const [run] = await catalogue.runs({ limit: 1 })
    t.match(run, { state: 'running', pages: 1 }, 'one page is kept; the second is in hand')
    const { statusCode } = await app.inject({
      method: 'POST',
      url: `/v1/runs/${run?.run}/cancel`,
      headers: { authorization: `Bearer ${operator}` },
    })
    t.equal(statusCode, 202)
  }
  const stopped = await harvest()
  t.match(stopped, { state: 'cancelled', error: { code: 'RUN_STOPPED' } })
  await t.rejects(catalogue.cancel(stopped.run), { code: 'RUN_NOT_RUNNING' })
  delete script.before
  t.match(await harvest(), { run: stopped.run, state: 'finished', read: 3, pages: 3 })
})
