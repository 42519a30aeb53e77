import t from 'tap'
import { buildRecord, goodRecord } from '../../conformance/mutants/good-record.js'
import { recordMutants } from '../../conformance/mutants/iso2709.js'
import { runSuite } from '../../conformance/runner.js'
import { iso2709, requirementOfRule } from '../../conformance/suites/iso2709.js'
import type { Outside } from '../../gateway/contracts/index.js'
import type { Change } from '../../standards/record/change.js'
import { openQuality } from './testing.js'

const outsideWith = (bytes: Buffer): Outside => ({
  now: () => new Date(0),
  assertAllowed: async () => {},
  fetch: () => Promise.reject(new Error('A file is opened, not fetched.')),
  async *open() {
    yield bytes
  },
})

/** Requirements that the suite says a record breaks. */
const byConformance = async (bytes: Buffer): Promise<string[]> => {
  const { results } = await runSuite(
    iso2709,
    { kind: 'file', location: '/data/records.mrc', profile: 'marc21' },
    { outside: outsideWith(bytes), signal: new AbortController().signal, now: () => new Date(0) },
  )
  return results
    .filter(({ outcome }) => outcome === 'failed')
    .map(({ requirement }) => requirement)
    .sort()
}

const lowerCase = goodRecord.fields.map((field) =>
  field[0] === '500' ? (['500', 'A \x1faNote'] as const) : field,
)
const records: Record<string, Buffer> = {
  good: buildRecord(goodRecord),
  'capital indicator': buildRecord({ ...goodRecord, fields: lowerCase }),
  ...Object.fromEntries(recordMutants.map(({ requirement, bytes }) => [requirement, bytes])),
}

t.test('for each record the quality report names the rules that the conformance suite names', async (t) => {
  const { push, report, database, services } = await openQuality(t)
  const changes = Object.entries(records).map(
    ([sourceId, bytes]): Change => ({ kind: 'bib', op: 'put', format: 'marc21', sourceId, bytes }),
  )
  await push(changes)
  await report()
  const rows: { recordId: string; rules: string }[] = await database
    .selectFrom('qualityFacts')
    .select(['recordId', 'rules'])
    .execute()
  const names = await services.catalogue.sourceIds(rows.map(({ recordId }) => recordId))
  const setAside = await services.catalogue.quarantine({ limit: 100 })
  t.equal(rows.length + setAside.length, changes.length)
  for (const { sourceId } of setAside)
    t.ok((await byConformance(records[sourceId ?? ''] as Buffer)).length > 0, `${sourceId} is blamed by both`)
  for (const { recordId, rules } of rows) {
    const name = names.get(recordId) as string
    const byQuality = rules
      .split('|')
      .filter((rule) => rule.startsWith('ISO2709-'))
      .map((id) => requirementOfRule({ id }))
      .sort()
    t.same(byQuality, await byConformance(records[name] as Buffer), name)
    if (name !== 'good') t.ok(byQuality.length > 0, `${name} is blamed for something`)
  }
})

t.test('what the report lists for a rule is what the suite fails it for', async (t) => {
  const { push, report, app } = await openQuality(t)
  await push(
    Object.entries(records).map(
      ([sourceId, bytes]): Change => ({ kind: 'bib', op: 'put', format: 'marc21', sourceId, bytes }),
    ),
  )
  const found = await report()
  for (const { rule, records: count } of found.rules.filter((one: { rule: string }) =>
    one.rule.startsWith('ISO'),
  )) {
    const listed = (await app.inject(`/v1/sources/city%2Fmain/quality.csv?rule=${rule}`)).body
      .split('\r\n')
      .slice(1, -1)
    t.equal(listed.length, count, rule)
    for (const row of listed) {
      const name = row.slice(0, row.lastIndexOf(','))
      t.ok(
        (await byConformance(records[name] as Buffer)).includes(requirementOfRule({ id: rule })),
        `${rule}: ${name}`,
      )
    }
  }
})
