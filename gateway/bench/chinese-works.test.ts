import t from 'tap'
import { crosswalkFor } from '../../standards/crosswalks/index.js'
import { recordRules } from '../../standards/rules/record.js'
import { libraries } from './chinese-works/libraries.js'
import { trapShares } from './chinese-works/truth.js'
import { chineseWorks, type GeneratedRecord } from './chinese-works.js'

const records = [...chineseWorks(3_000, 1)]
const descriptions = new Map(
  records.map((record) => [record, crosswalkFor(record.format).describe(record.bytes).description]),
)
const described = (record: GeneratedRecord) => {
  const description = descriptions.get(record)
  if (!description) throw new Error(`${record.sourceId} is not described`)
  return description
}

t.test('the same seed gives the same records, another seed others', async (t) => {
  const textOf = (all: Iterable<GeneratedRecord>) =>
    [...all].map(({ bytes, truth }) => Buffer.from(bytes).toString('latin1') + JSON.stringify(truth))
  t.same(textOf(chineseWorks(300, 7)), textOf(chineseWorks(300, 7)))
  t.not(textOf(chineseWorks(300, 8))[0], textOf(chineseWorks(300, 7))[0])
})

t.test('every record is described, and no rule sets it aside', async (t) => {
  const rules = recordRules.filter(({ severity }) => severity === 'quarantine')
  const aside = records.flatMap((record) => rules.flatMap((rule) => rule.check(described(record))))
  t.same(aside, [])
})

t.test('every trap and every library comes, in each of their formats', async (t) => {
  t.same([...new Set(records.map(({ truth }) => truth.trap))].sort(), Object.keys(trapShares).sort())
  t.same([...new Set(records.map(({ library }) => library))].sort(), libraries.map(({ id }) => id).sort())
})

t.test('no two records of a library have one number', async (t) => {
  t.equal(new Set(records.map(({ sourceId }) => sourceId)).size, records.length)
})

t.test('a version belongs to one work', async (t) => {
  const workOf = new Map<string, string>()
  const torn = records.filter(({ truth: { work, version } }) => {
    const known = workOf.get(version) ?? work
    workOf.set(version, work)
    return known !== work
  })
  t.same(torn, [])
})

t.test(
  'two books of one title in one language are by different authors, where a record names one',
  async (t) => {
    const works = new Map<string, string>()
    const alike = records.flatMap((record) => {
      const { truth } = record
      const { titles, agents, languages } = described(record)
      const [author] = agents
      const isPlain = truth.slips.length === 0 && record.format === 'cnmarc'
      if (!isPlain || !author || !/^(book|author|edition|publisher)/.test(truth.part)) return []
      const what = [titles[0]?.value, author.names[0]?.value, languages[0]?.code].join(' ')
      const known = works.get(what) ?? truth.work
      works.set(what, truth.work)
      return known === truth.work ? [] : [what]
    })
    t.same(alike, [])
    t.ok(works.size > 300)
  },
)

t.test('what a library leaves out is told', async (t) => {
  const without = records.filter(({ truth }) => truth.slips.includes('no author'))
  t.ok(without.length > 0)
  t.same(
    without.flatMap((record) => described(record).agents),
    [],
  )
})
