import t from 'tap'
import { Compile } from 'typebox/compile'
import { type Outside, ShulianError } from '../gateway/contracts/index.js'
import { ConformanceReport, exitCodeOf } from './report.js'
import { requirementsOf } from './requirements/registry.js'
import { type RunOptions, runSuite } from './runner.js'
import { failed, type Observation, passed, type Suite, type Test, untested } from './suite.js'

const ids = requirementsOf('iso2709').map(({ id }) => id)
const musts = requirementsOf('iso2709')
  .filter(({ keyword }) => keyword === 'MUST')
  .map(({ id }) => id)
const [first = '', second = ''] = musts
const should = 'iso2709@2008#MARC-25'
const words = { en: 'Something else.', zh: '其他内容。' }

const outside = {} as Outside
const options = (more: Partial<RunOptions> = {}): RunOptions => ({
  outside,
  signal: new AbortController().signal,
  now: () => new Date('2026-01-01T00:00:00Z'),
  ...more,
})

const test = (verifies: string[], run: Test<null>['run'], more: Partial<Test<null>> = {}): Test<null> => ({
  name: 'a test',
  verifies,
  leastSample: 0,
  run,
  ...more,
})

/** Every requirement passes but those that the given tests speak of. */
const suiteOf = (tests: Test<null>[], records = 1): Suite<null> => ({
  id: 'iso2709',
  version: '1.0.0',
  standard: { id: 'iso2709', version: '2008', title: words, url: 'https://example.org' },
  maxRecords: 10,
  open: async () => ({ context: null, records: () => records }),
  tests: [
    test(
      ids.filter((id) => !tests.some(({ verifies }) => verifies.includes(id))),
      () => ids.filter((id) => !tests.some(({ verifies }) => verifies.includes(id))).map(passed),
    ),
    ...tests,
  ],
})

const target = { kind: 'file' as const, location: '/somewhere/records.mrc' }
const run = (tests: Test<null>[], more: Partial<RunOptions> = {}, lacks: string[] = [], records = 1) =>
  runSuite(suiteOf(tests, records), { ...target, lacks }, options(more))
const outcomeOf = (report: ConformanceReport, id: string) =>
  report.results.find(({ requirement }) => requirement === id)

t.test('a report keeps its schema and tells nothing private', async (t) => {
  const report = await run([])
  t.ok(Compile(ConformanceReport).Check(report), 'schema')
  t.equal(report.target.location, 'records.mrc')
  const url = 'https://user:secret@example.org/oai?key=secret'
  const other = await runSuite(suiteOf([]), { kind: 'url', location: url }, options())
  t.equal(other.target.location, 'https://example.org/oai')
  t.equal(exitCodeOf(report), 0)
})

t.test('the same run has the same report, octet for octet', async (t) => {
  t.same(await run([]), await run([]))
})

t.test('a MUST that fails: not conformant, exit code 1', async (t) => {
  const report = await run([test([first], () => [failed(first, words, 'GET …')])])
  t.match(outcomeOf(report, first), {
    outcome: 'failed',
    severity: 'failed',
    party: 'adapter',
    request: 'GET …',
  })
  t.equal(exitCodeOf(report), 1)
  t.equal(report.level.reached, null)
})

t.test('a SHOULD that fails is a warning: conformant', async (t) => {
  const report = await run([test([should], () => [failed(should, words)])])
  t.match(outcomeOf(report, should), { outcome: 'failed', severity: 'warning' })
  t.match(report, { verdict: 'conformant', level: { reached: 'L2' } })
})

t.test('one pass does not mend a doubt or a gap', async (t) => {
  const seen = (outcome: Observation['outcome']) => [
    passed(first),
    { requirement: first, outcome, came: words },
  ]
  for (const outcome of ['failed', 'cantTell', 'untested'] as const) {
    const report = await run([test([first], () => seen(outcome))])
    t.equal(outcomeOf(report, first)?.outcome, outcome)
    t.not(report.verdict, 'conformant')
  }
})

t.test('a requirement that no test looked at is untested, and the run incomplete: exit code 2', async (t) => {
  const report = await run([test([first], () => [])])
  t.match(outcomeOf(report, first), { outcome: 'untested', party: 'suite' })
  t.equal(exitCodeOf(report), 2)
  t.equal(report.coverage.must.untested, 1)
  t.equal(report.coverage.must.total, musts.length, 'what was not tried is counted')
})

t.test('too small a sample is untested, not passed', async (t) => {
  const report = await run([test([first], () => [passed(first)], { leastSample: 5 })], {}, [], 4)
  t.equal(outcomeOf(report, first)?.outcome, 'untested')
  t.equal(report.verdict, 'incomplete')
})

t.test('a fault of the network is cantTell, the infrastructure’s: exit code 3', async (t) => {
  const away = () => Promise.reject(new ShulianError('UPSTREAM_UNREACHABLE', 'It does not answer.'))
  const report = await run([test([first], away)])
  t.match(outcomeOf(report, first), { outcome: 'cantTell', party: 'infrastructure' })
  t.equal(exitCodeOf(report), 3)
})

t.test('a mistake of the suite is cantTell, the suite’s', async (t) => {
  const report = await run([test([first], () => Promise.reject(new TypeError('x is undefined')))])
  t.match(outcomeOf(report, first), { outcome: 'cantTell', party: 'suite' })
  t.equal(report.verdict, 'incomplete')
})

t.test('a breach outweighs a fault of the network', async (t) => {
  const away = () => Promise.reject(new ShulianError('UPSTREAM_UNREACHABLE', 'It does not answer.'))
  const report = await run([test([first], away), test([second], () => [failed(second, words)])])
  t.equal(report.verdict, 'not-conformant')
})

t.test('inapplicable takes the adapter’s own declaration', async (t) => {
  const needs = test([first], () => [untested(first, words)], { capability: 'deletions' })
  t.equal((await run([needs])).verdict, 'incomplete')
  const report = await run([needs], {}, ['deletions'])
  t.equal(outcomeOf(report, first)?.outcome, 'inapplicable')
  t.equal(report.verdict, 'conformant')
  t.same(report.target.lacks, ['deletions'])
})

t.test('declaring to lack everything proves nothing', async (t) => {
  const report = await run([test(ids, () => ids.map(passed), { capability: 'everything' })], {}, [
    'everything',
  ])
  t.equal(report.verdict, 'incomplete')
  t.equal(report.coverage.must.inapplicable, report.coverage.must.total)
})

t.test('the level asked decides what counts', async (t) => {
  const second = 'iso2709@2008#MARC-07'
  const report = await run([test([second], () => [failed(second, words)])], { level: 'L1' })
  t.match(report, { verdict: 'conformant', level: { asked: 'L1', reached: 'L1' } })
})

t.test('an aborted signal ends the run', async (t) => {
  const controller = new AbortController()
  const stopping = test([first], () => {
    controller.abort(new Error('cancelled'))
    throw new Error('cut')
  })
  await t.rejects(run([stopping], { signal: controller.signal }), { message: 'cancelled' })
})

t.test('a target that cannot be opened blames nobody’s adapter', async (t) => {
  const closed: Suite<null> = {
    ...suiteOf([]),
    open: () => Promise.reject(new ShulianError('FILE_NOT_FOUND', 'No such file.')),
  }
  const report = await runSuite(closed, target, options())
  t.equal(report.verdict, 'infrastructure')
  t.ok(report.results.every(({ outcome }) => outcome === 'cantTell'))
})
