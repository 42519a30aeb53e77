import t from 'tap'
import { bodyForms, personForms, romanisedKeys } from './forms.js'
import { stripMarks, yearsOf } from './marks.js'

const read = (name: string) => personForms(name).map(({ family, given }) => [family, ...given].join(' / '))

t.test('a Western name is read the same in either order', async (t) => {
  t.same(read('Shakespeare, William'), ['shakespeare / william'])
  t.same(read('William Shakespeare'), ['shakespeare / william'])
  t.same(read('Ludwig van Beethoven'), ['van beethoven / ludwig'])
  t.same(read('Beauvoir, Simone de'), ['beauvoir / simone / de'])
  t.same(read('Müller, Jürgen'), ['muller / jurgen'])
  t.same(read('Churchill, Winston, Sir'), ['churchill / winston'])
  t.same(read('Knuth, D. E.'), ['knuth / d / e'])
  t.same(read('Knuth, DN'), ['knuth / d / n'], 'letters without a vowel are initials')
  t.same(read('Толстой, Лев Николаевич'), ['толстой / лев / николаевич'])
})

t.test('pinyin is read with the family first or last, its syllables together or apart', async (t) => {
  for (const name of [
    'Wang Xiaoming',
    'Xiaoming Wang',
    'Wang, Xiaoming',
    'Wang, Xiao-ming',
    'WANG Xiaoming',
    'wang xiao ming',
  ])
    t.same(read(name), ['wang / xiaoming'], name)
  t.same(read('Ouyang Xiu'), ['ouyang / xiu'])
  t.same(read('Wang Wei'), ['wang / wei', 'wei / wang'], 'which is the family cannot be told')
  t.same(read('WANG Wei'), ['wang / wei'], 'unless it is in capitals')
  t.same(read('Li, X.'), ['li / x'])
})

t.test('a name in Chinese is kept in its characters, traditional as simplified', async (t) => {
  t.same(read('魯迅'), ['鲁迅'])
  t.same(read('欧阳修'), ['欧阳修'])
  t.same(read('威廉·莎士比亚'), ['莎士比亚 / 威廉'])
  t.same(read('莎士比亚, 威廉'), ['莎士比亚 / 威廉'])
  t.same(read('W.莎士比亚'), ['莎士比亚 / w'])
  t.same(read('加西亚・马尔克斯'), ['马尔克斯 / 加西亚'])
})

t.test('what stands with a name is no part of it, and is not lost', async (t) => {
  t.same(stripMarks('(清) 曹雪芹'), { name: '曹雪芹', marks: { dynasty: '清' } })
  t.same(stripMarks('（美）海明威(Hemingway, E.)'), {
    name: '海明威',
    marks: { nation: '美', beside: 'Hemingway, E.' },
  })
  t.same(stripMarks('[英]狄更斯'), { name: '狄更斯', marks: { nation: '英' } })
  t.same(stripMarks('Shakespeare, William, 1564-1616.'), {
    name: 'Shakespeare, William',
    marks: { dates: '1564-1616' },
  })
  t.same(stripMarks('曹雪芹 (约1715-约1763)'), { name: '曹雪芹', marks: { dates: '约1715-约1763' } })
})

t.test('only years that are given as certain are relied on', async (t) => {
  t.same(yearsOf('1564-1616'), { birth: 1564, death: 1616 })
  t.same(yearsOf('1963-'), { birth: 1963 })
  t.same(yearsOf('-1616'), { death: 1616 })
  t.same(yearsOf('1715?-1763'), { death: 1763 })
  t.same(yearsOf('约1715-约1763'), {})
  t.same(yearsOf('active 1780'), {})
  t.same(yearsOf('d. 1616'), { death: 1616 })
  t.same(yearsOf('清'), {})
  t.same(yearsOf(undefined), {})
})

t.test('characters and pinyin meet in the family and the number of syllables', async (t) => {
  const keys = (name: string) => personForms(name).flatMap(romanisedKeys)
  t.same(keys('王小波'), ['wang 2'])
  t.same(keys('Wang, Xiaobo'), ['wang 2'])
  t.same(keys('莎士比亚'), [])
  t.same(keys('Smith, John'), [])
})

t.test('a name that is hostile costs no more than another', async (t) => {
  for (const name of [
    '(',
    '（（（（',
    ',',
    '·'.repeat(5000),
    `${'a '.repeat(5000)}b`,
    '王'.repeat(10_000),
    `${'('.repeat(300)}1`,
  ])
    t.ok(personForms(stripMarks(name).name).length <= 2, name.slice(0, 5))
  t.same(bodyForms('…'), [])
})
