import { createHash } from 'node:crypto'
import t from 'tap'
import { iso2709Rules } from '../../standards/rules/iso2709.js'
import { suites } from '../index.js'
import { iso2709 } from '../suites/iso2709.js'
import { oaiPmh } from '../suites/oai-pmh.js'
import { findRequirement, registeredStandards, requirementsOf } from './registry.js'

t.test('the registry keeps its schema, and no id is given twice', async (t) => {
  for (const standard of registeredStandards) {
    const ids = requirementsOf(standard).map(({ id }) => id)
    t.equal(new Set(ids).size, ids.length, standard)
    t.ok(ids.every((id) => id.startsWith(`${standard}@`)))
  }
})

t.test('each clause hash is that of its locator', async (t) => {
  for (const { id, locator, clauseHash } of registeredStandards.flatMap((standard) => [
    ...requirementsOf(standard),
  ]))
    t.equal(clauseHash, `sha256:${createHash('sha256').update(locator).digest('hex')}`, id)
})

t.test('each testable requirement has a test, and each test a requirement', async (t) => {
  for (const suite of [iso2709, oaiPmh]) {
    const testable = requirementsOf(suite.id).filter(({ testability }) => testability.kind === 'auto')
    const verified = suite.tests.flatMap(({ verifies }) => verifies)
    t.same([...new Set(verified)].sort(), testable.map(({ id }) => id).sort(), suite.id)
  }
})

t.test('what cannot be tested says why', async (t) => {
  const untestable = requirementsOf('oai-pmh').filter(({ testability }) => testability.kind !== 'auto')
  t.same(
    untestable.map(({ id }) => id),
    ['oai-pmh@2.0#OAI-06b', 'oai-pmh@2.0#OAI-11c'],
  )
  t.ok(untestable.every(({ testability }) => testability.reason))
})

t.test('requirements on records say what the shared rules say', async (t) => {
  for (const [at, rule] of iso2709Rules.entries()) {
    const requirement = requirementsOf('iso2709')[at]
    t.match(requirement, {
      id: `iso2709@2008#MARC-${rule.id.slice(-2)}`,
      keyword: rule.keyword,
      title: rule.title,
    })
  }
})

t.test('a requirement is found by its whole id or its short one', async (t) => {
  t.equal(findRequirement('oai-04').id, 'oai-pmh@2.0#OAI-04')
  t.equal(findRequirement('iso2709@2008#MARC-01').id, 'iso2709@2008#MARC-01')
  t.throws(() => findRequirement('OAI-99'), { code: 'REQUIREMENT_UNKNOWN' })
})

t.test('the suites tell how many requirements they have', async (t) => {
  t.same(
    suites.map(({ id, requirements }) => [id, requirements]),
    [
      ['iso2709', { must: 27, should: 1, may: 0 }],
      ['oai-pmh', { must: 39, should: 2, may: 0 }],
    ],
  )
})
