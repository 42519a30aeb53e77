import t from 'tap'
import type { Description } from '../record/v1-draft.js'
import { cluesOf } from './clues.js'
import { compare } from './compare.js'
import { described, type Said } from './described-testing.js'
import { inOwnWords } from './own-words.js'

const told = (a: Description, b: Description): Record<string, (string | undefined)[]> =>
  Object.fromEntries(
    inOwnWords(compare(cluesOf(a), cluesOf(b)).evidence, a, b).map(({ name, a, b }) => [name, [a, b]]),
  )
const said = (a: Said, b: Said) => told(described(a), described(b))

t.test('a person reads what the records say, not what it was folded to', async (t) => {
  const words = said(
    {
      title: '《紅樓夢》研究',
      subtitle: '論文集',
      agents: ['(清)曹雪芹', 'O’Neill, J.P.'],
      publisher: '人民文學出版社',
      extent: '3, 320頁 ; 21cm',
      edition: '第2版（修訂本）',
      year: '1996',
    },
    {
      title: '红楼梦研究',
      subtitle: '论文集',
      agents: ['曹雪芹'],
      publisher: '人民文学出版社',
      extent: '320页',
      edition: '2版',
      year: '1996',
    },
  )
  t.same(words['title'], ['《紅樓夢》研究: 論文集', '红楼梦研究: 论文集'])
  t.same(words['subtitle'], ['論文集', '论文集'])
  t.same(words['agents'], ['(清)曹雪芹; O’Neill, J.P.', '曹雪芹'])
  t.same(words['publisher'], ['人民文學出版社', '人民文学出版社'])
  t.same(words['extent'], ['3, 320頁 ; 21cm', '320页'])
  t.same(words['edition'], ['第2版（修訂本）', '2版'])
  t.same(words['year'], ['1996', '1996'])
})

t.test(
  'the title is told by which the two agree, with its part; two names in one field as two',
  async (t) => {
    const other = described({ title: 'Dream of the red chamber', agents: ['刘佩希 徐毅曦'] })
    other.titles.push({ value: '紅樓夢', kind: 'variant' })
    const words = told(
      described({ title: '红楼梦', part: { number: '第3册', name: '太虚幻境' }, agents: ['劉佩希'] }),
      other,
    )
    t.same(words['title'], ['红楼梦: 第3册 太虚幻境', '紅樓夢'])
    t.same(words['agents'], ['劉佩希', '刘佩希; 徐毅曦'])
  },
)

t.test('the journal of an article bears its own name; a copy its title', async (t) => {
  const one = { ...described({ title: 'Outerjoin simplification' }), type: 'article' as const }
  const [a, b] = ['The VLDB Journal', 'VLDB journal = 超大型数据库'].map((title) => ({
    ...one,
    relations: [{ kind: 'host' as const, title, number: '12(3): 45' }],
  })) as [Description, Description]
  t.same(told(a, b)['host'], ['The VLDB Journal', 'VLDB journal'])
  const [copy] = inOwnWords([{ name: 'copy', agreement: 'same', points: 300 }], a, b)
  t.match(copy, { a: 'Outerjoin simplification', b: 'Outerjoin simplification' })
})
