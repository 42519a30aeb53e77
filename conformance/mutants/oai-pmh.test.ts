import t from 'tap'
import { requirementsOf } from '../requirements/registry.js'
import { runSuite } from '../runner.js'
import { oaiPmh } from '../suites/oai-pmh.js'
import { goodAddress, goodRepository, outsideTo, type RepositoryRequest } from './good-repository.js'
import { type RepositoryMutant, repositoryMutants } from './oai-pmh.js'

const run = (repository: typeof goodRepository) =>
  runSuite(
    oaiPmh,
    { kind: 'url', location: goodAddress },
    {
      outside: outsideTo(repository),
      signal: new AbortController().signal,
      now: () => new Date('2026-01-01T00:00:00Z'),
      seed: 7,
    },
  )

const spoiled =
  ({ mutate }: RepositoryMutant) =>
  (request: RepositoryRequest) =>
    mutate(request, goodRepository(request))

t.test('the good repository keeps every MUST', async (t) => {
  const report = await run(goodRepository)
  t.same(
    report.results
      .filter(({ keyword, outcome }) => keyword === 'MUST' && outcome !== 'passed')
      .map(({ requirement }) => requirement),
    ['oai-pmh@2.0#OAI-11c'],
    'but the one that nobody can test',
  )
  t.equal(report.verdict, 'conformant')
  t.equal(report.level.reached, 'L2')
  t.equal(report.sample.records, 8)
})

t.test('every testable MUST has a mutant', async (t) => {
  const musts = requirementsOf('oai-pmh').filter(
    ({ keyword, testability }) => keyword === 'MUST' && testability.kind === 'auto',
  )
  t.same(repositoryMutants.map(({ requirement }) => requirement).sort(), musts.map(({ id }) => id).sort())
})

for (const mutant of repositoryMutants) {
  t.test(`${mutant.requirement} alone is blamed: ${mutant.describe}`, async (t) => {
    const report = await run(spoiled(mutant))
    const failed = report.results.filter(({ keyword, outcome }) => keyword === 'MUST' && outcome === 'failed')
    const expected = [mutant.requirement, ...(mutant.alsoFails ?? []).map(({ requirement }) => requirement)]
    t.same(failed.map(({ requirement }) => requirement).sort(), expected.sort())
    t.equal(report.verdict, 'not-conformant')
    t.ok(
      failed.every(({ party, request }) => party === 'adapter' && request),
      'the adapter, and the request that shows it',
    )
  })
}
