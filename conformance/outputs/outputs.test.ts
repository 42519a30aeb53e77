import t from 'tap'
import { digestOf } from '../jcs.js'
import { goodAddress, goodRepository, outsideTo, type RepositoryRequest } from '../mutants/good-repository.js'
import { runSuite } from '../runner.js'
import { oaiPmh } from '../suites/oai-pmh.js'
import { toJson } from './json.js'
import { toTap } from './tap.js'
import { toText } from './text.js'

const run = (repository: typeof goodRepository) =>
  runSuite(
    oaiPmh,
    { kind: 'url', location: goodAddress },
    {
      outside: outsideTo(repository),
      signal: new AbortController().signal,
      now: () => new Date('2026-01-01T00:00:00Z'),
    },
  )

/** Without sets, without records, and without a name. */
const poor = (request: RepositoryRequest) => {
  const response = goodRepository(request)
  const body = String(response.body)
    .replace('Example 样例', '')
    .replace(/<List(Records|Identifiers)>.*<\/List\1>/, '<error code="noRecordsMatch">none</error>')
    .replace(/<ListSets>.*<\/ListSets>/, '<error code="noSetHierarchy">none</error>')
  return { ...response, body }
}

t.test('JSON is canonical: its digest is that of the report', async (t) => {
  const report = await run(goodRepository)
  t.equal(digestOf(JSON.parse(toJson(report))), digestOf(report))
})

t.test('TAP never shows as ok what was not proved', async (t) => {
  const report = await run(poor)
  const tap = toTap(report).split('\n')
  t.equal(tap[0], 'TAP version 14')
  t.equal(tap[1], `1..${report.results.length}`)
  const point = (id: string) => tap.find((line) => line.includes(` ${id.replace('#', '\\#')} `))
  for (const { requirement, keyword, outcome, testability } of report.results) {
    const line = point(requirement) ?? ''
    if (outcome === 'passed') t.match(line, /^ok \d+ - [^#]*(?:\\#[^#]*)*$/, requirement)
    else if (outcome === 'inapplicable') t.match(line, /^ok .* # SKIP /, requirement)
    else if (keyword === 'MUST' && testability === 'auto')
      t.match(line, /^not ok (?!.* # (TODO|SKIP))/, requirement)
    else t.match(line, /^not ok .* # TODO /, requirement)
  }
  const outcomes = new Set(report.results.map(({ outcome }) => outcome))
  t.ok(
    ['passed', 'failed', 'untested', 'inapplicable'].every((outcome) => outcomes.has(outcome as never)),
    'every kind was met',
  )
})

t.test('a person reads what came, the request, and how to mend it, in both languages', async (t) => {
  const report = await run(poor)
  const english = toText(report, 'en')
  t.match(english, 'FAILED  oai-pmh@2.0#OAI-07e  MUST')
  t.match(english, `shown by: GET ${goodAddress}?verb=Identify`)
  t.match(english, 'to mend it: Give the repository a name.')
  t.match(english, 'Verdict: not conformant')
  const chinese = toText(report, 'zh')
  t.match(chinese, '未通过  oai-pmh@2.0#OAI-07e')
  t.match(chinese, '修正办法: 为仓储填写名称。')
})
