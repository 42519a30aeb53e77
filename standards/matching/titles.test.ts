import t from 'tap'
import type { Title } from '../record/v1-draft.js'
import { type Clues, cluesOf } from './clues.js'
import { weightOfTitle } from './common-titles.js'
import { compareTitles } from './compare-titles.js'
import { bareTitle } from './decorations.js'
import { described } from './described-testing.js'
import { likeness } from './similarity.js'
import { titleClues } from './title-clues.js'

const main = (value: string) => titleClues([{ value, kind: 'original' }]).titles[0]?.main

t.test('what cataloguers write into a title that is no part of it is taken off', async (t) => {
  for (const text of [
    '会计学(现代经济丛书)',
    '现代经济丛书. 会计学',
    '《会计学》',
    '会计学（第2版）',
    '会计学（第3版（修订版））',
    '会计学修订本',
    '会计学 [电子资源]',
  ])
    t.equal(main(text), '会计学', text)
  t.same(bareTitle('会计学（第2版）'), { title: '会计学', edition: '第2版' })
  t.equal(bareTitle('1993年北京统计年鉴').year, '1993')
  t.equal(bareTitle('西藏统计年鉴2000年').year, '2000')
  t.same(bareTitle('论语 (附注)'), { title: '论语 (附注)' }, 'what is not known stays')
})

t.test('what is written in several ways is one title', async (t) => {
  t.equal(main('War & peace'), 'war and peace')
  t.equal(main('R&D management'), main('R & D management'), 'a name keeps its sign')
  t.equal(
    titleClues([{ value: 'Sein & Zeit', kind: 'original' }], 'ger').titles[0]?.main,
    'sein und zeit',
    'in the language of the text',
  )
  t.equal(main('二十世纪中国文学史'), main('20世纪中国文学史'))
  t.equal(main('八十年代的诗'), main('80年代的诗'))
})

t.test('the year of a yearbook is its volume', async (t) => {
  for (const title of [
    '1993年北京统计年鉴',
    '北京统计年鉴1993',
    '北京统计年鉴（1993）',
    '1993年版北京统计年鉴',
    '北京统计年鉴—1993',
    '北京统计年鉴 1993版',
    '北京统计年鉴.1993年.',
  ])
    t.match(titleClues([{ value: title, kind: 'original' }]), {
      titles: [{ main: '北京统计年鉴' }],
      volume: '1993',
    })
})

t.test('marks of a publisher’s page are no part of a title', async (t) => {
  t.equal(main('<i>Bacillus cereus</i> in H<sub>2</sub>O'), main('Bacillus cereus in H2O'))
  t.equal(main('Why p < 0.05 and not > 0.1'), 'why p 0 05 and not 0 1')
})

t.test('a meeting is counted in either writing, and another meeting is another', async (t) => {
  t.equal(main('第十二届全国计量经济学术会议论文集'), main('第12届全国计量经济学术会议论文集'))
  t.not(main('第二届全国计量经济学术会议论文集'), main('第12届全国计量经济学术会议论文集'))
})

t.test('pinyin is no title; the name of a volume is one', async (t) => {
  const { titles } = titleClues([
    { value: '中国通史', part: { number: '第2卷', name: '隋唐' }, kind: 'original' },
    { value: 'Zhong guo tong shi', kind: 'pinyin' },
  ])
  t.same(titles, [
    { main: '中国通史', part: '隋唐' },
    { main: '隋唐', isOfVolume: true },
  ])
})

t.test('parts of one name in two journals do not make them one', async (t) => {
  const part = (value: string): Title => ({
    value,
    part: { name: 'Liebe & Heirat & Romantik' },
    kind: 'original',
  })
  const of = (title: Title) => ({ ...cluesOf(described({ title: title.value })), ...titleClues([title]) })
  const alone: Title = { value: 'Liebe & Heirat & Romantik', kind: 'original' }
  const [bremen, oldenburg] = [part('Bremen Magazin Spezial'), part('Oldenburger Heft')].map(of) as [
    Clues,
    Clues,
  ]
  t.equal(compareTitles(bremen, oldenburg).agreement, 'differs')
  t.equal(compareTitles(bremen, of(alone)).agreement, 'same', 'where one took it for the title')
})

t.test('titles that many works bear tell little', async (t) => {
  for (const title of ['文集', '高等数学', '会计学', '中国文学史', 'works', 'annual report', 'introduction'])
    t.equal(weightOfTitle(title), 'common', title)
  for (const title of ['红楼梦', 'selfish gene']) t.equal(weightOfTitle(title), 'middling', title)
  for (const title of [
    '二十世纪民俗志论稿',
    'outerjoin simplification and reordering for query optimization',
  ])
    t.equal(weightOfTitle(title), 'telling', title)
  for (const title of ['民法概论', '敦煌研究'])
    t.equal(weightOfTitle(main(title) ?? ''), 'common', `${title}, as it is folded`)
})

t.test(
  'a slip in a long word is forgiven, another character of Han, order of Han and numbers are not',
  async (t) => {
    t.ok(likeness('anaerobic pulmonary infection', 'anerobic pulmonary infection').ratio > 0.9)
    t.ok(likeness('权利论', '权力论').ratio < 0.7)
    t.ok(likeness('语义与寓意', '寓意与语义').ratio < 0.8)
    t.ok(likeness('windows server 2003', 'windows server 2008').countsDiffer)
    for (const [a, b] of [
      ['abcdef abcdeg', 'abcdeg abcdfe'],
      ['红楼梦新证', '新证红楼梦'],
    ] as const)
      t.same(likeness(a, b), likeness(b, a))
  },
)
