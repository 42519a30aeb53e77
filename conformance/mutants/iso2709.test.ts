import t from 'tap'
import type { Outside } from '../../gateway/contracts/index.js'
import { requirementsOf } from '../requirements/registry.js'
import { runSuite } from '../runner.js'
import { iso2709 } from '../suites/iso2709.js'
import { buildRecord, goodRecord, type Parts } from './good-record.js'
import { recordMutants } from './iso2709.js'

/** A way out with one file behind it. */
const outsideWith = (bytes: Buffer): Outside => ({
  now: () => new Date(0),
  assertAllowed: async () => {},
  fetch: () => Promise.reject(new Error('A file is opened, not fetched.')),
  async *open() {
    yield bytes
  },
})

const run = (bytes: Buffer) =>
  runSuite(
    iso2709,
    { kind: 'file', location: '/data/records.mrc' },
    {
      outside: outsideWith(bytes),
      signal: new AbortController().signal,
      now: () => new Date('2026-01-01T00:00:00Z'),
    },
  )

const failedMusts = (results: Awaited<ReturnType<typeof run>>['results']) =>
  results.filter(({ keyword, outcome }) => keyword === 'MUST' && outcome === 'failed')

const cnmarc: Parts = {
  leader: '00000cam0 2200000   450 ',
  fields: [
    ['001', 'shulian-000002'],
    ['100', `  \x1fa20240301d2019    em y0chiy50      ea`],
    ['200', '1 \x1fa红楼梦\x1ff曹雪芹著'],
  ],
}

t.test('a good record of MARC 21 keeps every rule', async (t) => {
  const report = await run(buildRecord(goodRecord))
  t.same(
    report.results.filter(({ outcome }) => outcome !== 'passed'),
    [],
  )
  t.match(report, { verdict: 'conformant', level: { asked: 'L2', reached: 'L3' }, sample: { records: 1 } })
  t.equal(report.target.location, 'records.mrc', 'the folder stays private')
})

t.test('a good record of CNMARC keeps every rule, its profile told from its fields', async (t) => {
  const report = await run(buildRecord(cnmarc))
  t.same(
    report.results.filter(({ outcome }) => outcome !== 'passed'),
    [],
  )
})

t.test('every MUST has a mutant', async (t) => {
  const musts = requirementsOf('iso2709').filter(({ keyword }) => keyword === 'MUST')
  t.same(recordMutants.map(({ requirement }) => requirement).sort(), musts.map(({ id }) => id).sort())
})

for (const { requirement, describe, bytes, alsoFails = [] } of recordMutants) {
  t.test(`${requirement} alone is blamed: ${describe}`, async (t) => {
    const report = await run(bytes)
    const failed = failedMusts(report.results)
    const expected = [requirement, ...alsoFails.map(({ requirement }) => requirement)].sort()
    t.same(failed.map(({ requirement }) => requirement).sort(), expected)
    t.equal(report.verdict, 'not-conformant')
    t.ok(
      failed.every(({ party, request }) => party === 'adapter' && request),
      'the place in the file is told',
    )
  })
}

t.test('one bad record among good ones is found and told', async (t) => {
  const [first] = recordMutants
  const good = buildRecord(goodRecord)
  const report = await run(Buffer.concat([good, good, first?.bytes as Buffer]))
  const [result] = failedMusts(report.results)
  t.match(result?.request, `record 3, octet ${good.length * 2}`)
  t.match(result?.messages.en.came, '1 of 3 records')
})

t.test('an indicator in capitals is a warning, and no breach', async (t) => {
  const fields = goodRecord.fields.map((field) =>
    field[0] === '500' ? (['500', 'A \x1faNote'] as const) : field,
  )
  const report = await run(buildRecord({ ...goodRecord, fields }))
  t.match(
    report.results.find(({ outcome }) => outcome === 'failed'),
    { requirement: 'iso2709@2008#MARC-25', severity: 'warning' },
  )
  t.match(report, { verdict: 'conformant', level: { reached: 'L2' } })
})

t.test('an empty file proves nothing', async (t) => {
  const report = await run(Buffer.alloc(0))
  t.equal(report.verdict, 'incomplete')
  t.equal(report.level.reached, null)
  t.equal(report.coverage.must.untested, report.coverage.must.total)
})

t.test('a file of authorities leaves what is said of bibliographic records untested', async (t) => {
  const authority: Parts = {
    leader: '00000nz  a2200000n  4500',
    fields: goodRecord.fields.filter(([tag]) => tag !== '245'),
  }
  const report = await run(buildRecord(authority))
  t.equal(report.verdict, 'incomplete')
  t.equal(report.level.reached, 'L1')
  t.match(
    report.results.find(({ requirement }) => requirement.endsWith('MARC-27')),
    { outcome: 'untested' },
  )
})
