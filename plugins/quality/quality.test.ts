import t from 'tap'
import type { QualityReport } from '../../standards/record/quality-report.js'
import { put, remove } from '../catalogue/testing.js'
import { openQuality } from './testing.js'

const good = (id: string) =>
  put({ id, title: `Title ${id}`, author: `Author ${id}`, year: '1985', subject: 'Examples' })
const field = (report: QualityReport, name: string) => report.completeness.find((one) => one.field === name)
const mend = (report: QualityReport, rule: string) => report.mend.find((one) => one.rule === rule)

t.test(
  'after a run the report says how complete the records are, and by which rules they fail',
  async (t) => {
    const { push, report } = await openQuality(t)
    await push([
      good('1'),
      put({ id: '2', title: 'No subject', isbn: '978-7-02-000220-0' }),
      put({ id: '3', title: 'Nor this' }),
      put({ id: '4' }),
    ])
    const found: QualityReport = await report()
    t.match(found, { source: 'city/main', records: { bib: 3, authority: 0, setAside: 1 } })
    t.match(found.changes, { added: 3, changed: 0, deleted: 0 })
    t.match(field(found, 'subjects'), { present: 1, of: 3, share: 0.3333 })
    t.match(
      found.rules.find(({ rule }) => rule === 'ISBN_CHECK_DIGIT'),
      { records: 1, code: 'ISBN_CHECK_DIGIT', title: { zh: 'ISBN 有误' } },
    )
    t.match(found.identifiers, { wrong: 1, numbered: 0 })
    t.same(found.languages, [{ value: 'eng', count: 3 }])
    t.same(found.years, [{ value: '1980', count: 3 }])
  },
)

t.test('the most useful things to mend come first, each with its records and what to do', async (t) => {
  const { push, report, app } = await openQuality(t)
  await push([
    good('1'),
    put({ id: '2', title: 'A', isbn: '978-7-02-000220-0' }),
    put({ id: '3', title: 'B', isbn: '978-7-02-000220-1' }),
    put({ id: '4' }),
  ])
  const found: QualityReport = await report()
  t.same(
    found.mend.map(({ cost }) => cost),
    found.mend.map(({ cost }) => cost).sort((one, other) => other - one),
  )
  t.match(mend(found, 'RECORD_TITLE_MISSING'), { records: 1, cost: 10, isSetAside: true })
  t.match(mend(found, 'ISBN_CHECK_DIGIT'), {
    records: 2,
    cost: 10,
    remedy: { en: /Compare it with the item/, zh: /实物/ },
    examples: [
      { sourceId: '2', got: '978-7-02-000220-0' },
      { sourceId: '3', got: '978-7-02-000220-1' },
    ],
  })
  const { body } = await app.inject('/v1/sources/city%2Fmain/quality.csv?rule=ISBN_CHECK_DIGIT')
  t.same(
    body
      .split('\r\n')
      .map((row) => row.split(',')[0])
      .sort(),
    ['', '2', '3', '\ufeffid'],
  )
  const missing = await app.inject('/v1/sources/city%2Fmain/quality.csv?rule=SUBJECT_MISSING')
  t.equal(missing.body.split('\r\n').length, 4)
  for (const rule of [...found.rules, ...found.mend].map(({ rule }) => rule))
    t.equal((await app.inject(`/v1/sources/city%2Fmain/quality.csv?rule=${rule}`)).statusCode, 200, rule)
  const none = await app.inject('/v1/sources/city%2Fmain/quality.csv?rule=ISBN_DIGIT')
  t.match(none.json(), { status: 404, code: 'QUALITY_RULE_UNKNOWN' })
})

t.test('records that share a number or describe the same are found along the index', async (t) => {
  const { push, report, app } = await openQuality(t)
  const isbn = '978-7-02-000220-7'
  const same = { title: 'The same', author: 'One author', year: '1985' }
  await push([
    put({ id: '1', title: 'A', isbn }),
    put({ id: '2', title: 'B', isbn }),
    put({ id: '3', ...same }),
    put({ id: '4', ...same }),
    put({ id: '5', ...same, title: 'Another' }),
  ])
  const found: QualityReport = await report()
  t.match(found.identifiers.shared, { values: 1, records: 2 })
  t.match(found.duplicates, { values: 1, records: 2 })
  t.same(found.duplicates.examples[0]?.map(({ sourceId }) => sourceId).sort(), ['3', '4'])
  const { body } = await app.inject('/v1/sources/city%2Fmain/quality.csv?rule=IDENTIFIER_SHARED')
  t.same(
    body
      .split('\r\n')
      .slice(1, 3)
      .map((row) => row.split(',')[0])
      .sort(),
    ['1', '2'],
  )
})

t.test('only what changed is looked at again, and the difference from the last run is told', async (t) => {
  const { push, report, get, database } = await openQuality(t)
  await push([good('1'), good('2'), put({ id: '3', title: 'Bare' }), put({ id: '4' })])
  const first: QualityReport = await report()
  // A count that only a new look at a record would set right again.
  await database.updateTable('qualityFacts').set({ type: 'untouched' }).execute()
  await push([
    put({ id: '3', title: 'Bare', subject: 'Now with one' }),
    good('5'),
    remove('2'),
    put({ id: '4', title: 'Mended' }),
  ])
  const second: QualityReport = await report()
  t.same(second.changes, { added: 2, changed: 1, deleted: 1 })
  t.match(field(second, 'subjects'), { present: 3, of: 4, share: 0.75, before: 0.6667 })
  t.ok(second.better.includes('subjects'))
  t.same(second.quarantine, { open: 0, new: 0, resolved: 1 })
  t.same(
    (await database.selectFrom('qualityFacts').select('recordId').where('type', '=', 'untouched').execute())
      .length,
    1,
  )
  const { reports } = await get('/v1/sources/city%2Fmain/quality/history')
  t.same(
    reports.map(({ run }: QualityReport) => run),
    [second.run, first.run],
  )
  t.equal((await get(`/v1/sources/city%2Fmain/quality?run=${first.run}`)).report.run, first.run)
  t.equal((await get('/v1/sources/city%2Fmain/quality?run=run_none')).code, 'QUALITY_UNKNOWN')
})

t.test('counted step by step is the same as counted at once', async (t) => {
  const apart = await openQuality(t)
  const records = [good('1'), good('2'), put({ id: '3', title: 'Bare', isbn: '978-7-02-000220-0' })]
  for (const record of records) {
    await apart.push([put({ id: '1', title: 'First words' }), record])
    await apart.report()
  }
  await apart.push(records)
  const together = await openQuality(t)
  await together.push(records)
  const [one, other]: QualityReport[] = [await apart.report(), await together.report()]
  for (const part of ['records', 'types', 'languages', 'years', 'duplicates'] as const)
    t.same(one?.[part], other?.[part], part)
  t.same(
    one?.rules.filter(({ records }) => records > 0).map(({ rule, records }) => [rule, records]),
    other?.rules.map(({ rule, records }) => [rule, records]),
  )
  t.same(
    one?.completeness.map(({ field, present, of }) => [field, present, of]),
    other?.completeness.map(({ field, present, of }) => [field, present, of]),
  )
})

t.test(
  'before the first run there is none; while it is computed that is said, with the last there is',
  async (t) => {
    const { push, get, gateway, services } = await openQuality(t)
    t.same(await get('/v1/sources/city%2Fmain/quality'), { state: 'none' })
    t.equal((await get('/v1/sources/city%2Fmain/quality.csv')).code, 'QUALITY_UNKNOWN')
    await gateway.jobs.close()
    await push([good('1')]).catch(() => undefined)
    t.match(await get('/v1/sources/city%2Fmain/quality'), { state: 'computing', done: 0 })
    await services.quality.compute('city/main', new AbortController().signal)
    t.match(await get('/v1/sources/city%2Fmain/quality'), { state: 'ready', report: { records: { bib: 1 } } })
  },
)

t.test('cut in the middle it goes on there, and counts nothing twice', async (t) => {
  const { push, services, get, database, gateway } = await openQuality(t)
  await gateway.jobs.close()
  await push(Array.from({ length: 450 }, (_, at) => good(String(at)))).catch(() => undefined)
  const { signal } = new AbortController()
  await services.quality.compute('city/main', signal)
  // As if none had been made yet.
  for (const table of ['qualityFacts', 'qualitySource', 'qualityReport'])
    await database.deleteFrom(table).execute()
  await t.rejects(services.quality.compute('city/main', cutAfter(20)), { message: 'cut' })
  const looked = await database.selectFrom('qualityFacts').select('recordId').execute()
  t.ok(looked.length > 0 && looked.length < 450, `cut after ${looked.length}`)
  t.match(await get('/v1/sources/city%2Fmain/quality'), { state: 'computing', done: looked.length })
  await services.quality.compute('city/main', signal)
  t.match(await get('/v1/sources/city%2Fmain/quality'), {
    state: 'ready',
    report: { records: { bib: 450 }, changes: { added: 450 } },
  })
})

/** Aborted when it was asked about so often. */
const cutAfter = (times: number): AbortSignal => {
  const controller = new AbortController()
  let asked = 0
  const { signal } = controller
  signal.throwIfAborted = () => {
    if (++asked > times) throw new Error('cut')
  }
  return signal
}

t.test('of two processes at one source one gives way', async (t) => {
  const { push, services, gateway, get } = await openQuality(t)
  await gateway.jobs.close()
  await push(Array.from({ length: 250 }, (_, at) => good(String(at)))).catch(() => undefined)
  const { signal } = new AbortController()
  const ends = await Promise.allSettled([1, 2].map(() => services.quality.compute('city/main', signal)))
  t.ok(ends.some(({ status }) => status === 'fulfilled'))
  for (const end of ends)
    if (end.status === 'rejected') t.match(end.reason, { code: 'QUALITY_TAKEN', status: 409 })
  t.match(await get('/v1/sources/city%2Fmain/quality'), { report: { records: { bib: 250 } } })
})

t.test('the report of a source that is shared with nobody is the operator’s', async (t) => {
  const { push, get, asOperator, gateway } = await openQuality(t, { share: 'none' })
  await push([good('1')])
  await gateway.jobs.caughtUp('run.ended')
  for (const url of ['quality', 'quality/history', 'quality.csv'])
    t.equal((await get(`/v1/sources/city%2Fmain/${url}`)).code, 'SOURCE_UNKNOWN', url)
  t.equal((await asOperator('/v1/sources/city%2Fmain/quality')).json().report.records.bib, 1)
})

t.test('the table has every figure', async (t) => {
  const { push, report, app } = await openQuality(t)
  await push([good('1'), put({ id: '2', title: 'Bare' })])
  const found: QualityReport = await report()
  const { body, headers } = await app.inject('/v1/sources/city%2Fmain/quality.csv')
  t.match(headers['content-type'], /text\/csv/)
  for (const { field, share } of found.completeness)
    t.match(body, new RegExp(`completeness,${field},.*${share}`))
  for (const { rule } of found.mend) t.ok(body.includes(`mend,${rule},`), rule)
  const widths = body
    .trimEnd()
    .split('\r\n')
    .map((line) => line.replace(/"(?:[^"]|"")*"/g, '').split(',').length)
  t.same([...new Set(widths)], [10], 'each row has a cell for each column')
})
