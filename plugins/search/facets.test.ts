import t, { type Test } from 'tap'
import type { SearchAnswer } from '../../gateway/contracts/index.js'
import { testKernel } from '../../gateway/testing.js'
import { search } from './index.js'
import { description, fakeCatalogue, fakeMembers, present, titles } from './testing.js'

const book = (title: string, edtf: string, classNumber: string, type: 'book' | 'map' = 'book') =>
  description({
    titles: titles(title),
    type,
    dates: [{ kind: 'issued', edtf, text: edtf }],
    classes: [{ scheme: 'clc', value: classNumber }],
  })

const works = [
  present('w1', book('红楼梦', '1996', 'I242.4')),
  present('w2', book('围城', '2001', 'I246.5')),
  present('w3', book('重庆地图', '2003', 'K992.271.9', 'map')),
  present('w4', book('阿Q正传', '2003', 'I210.6')),
  present('w5', book('C程序设计', '2010', 'TP312C')),
  present('w6', book('一千零一夜', '2003', 'L99')),
]

const opened = async (t: Test) => {
  const catalogue = fakeCatalogue()
  const kernel = await testKernel({ plugins: [fakeMembers([]), catalogue.plugin, search] })
  t.teardown(kernel.close)
  for (const one of works) catalogue.works.set(one.id, one)
  await catalogue.announce(works.map(({ id }) => id))
  const get = async (query: string) => (await kernel.app.inject(`/v1/search?${query}`)).json<SearchAnswer>()
  const counts = async (query: string, facet: string) =>
    (await get(`limit=0&facets=${facet}&${query}`)).facets[facet]?.map(
      ({ value, count }) => `${value} ${count}`,
    )
  return { ...kernel, get, counts }
}

t.test('several values of a facet may be chosen: its other counts stay', async (t) => {
  const { get, counts } = await opened(t)
  t.same(await counts('type=map', 'type'), ['book 5', 'map 1'])
  t.same(await counts('type=map&type=book', 'type'), ['book 5', 'map 1'])
  t.same(await counts('type=map&year=2003', 'year'), ['2003 1'])
  t.same(await counts('year=2003', 'year'), ['2010 1', '2003 3', '2001 1', '1996 1'])
  t.equal((await get('type=map&facets=type')).total, 1)
})

t.test('classes open downwards: the top ones, and what lies below a chosen one', async (t) => {
  const { get, counts } = await opened(t)
  t.same(await counts('', 'class'), ['I 3', 'K 1', 'T 1'])
  t.same(await counts('class=I', 'class'), ['I 3', 'I2 3', 'K 1', 'T 1'])
  t.same(await counts('class=I24', 'class'), [
    'I 3',
    'I2 3',
    'I21 1',
    'I24 2',
    'I242 1',
    'I246 1',
    'K 1',
    'T 1',
  ])
  t.same(await counts('class=TP', 'class'), ['I 3', 'K 1', 'T 1', 'TP 1', 'TP3 1'])
  t.same((await get('class=I24')).hits.map(({ id }) => id).sort(), ['w1', 'w2'])
  t.same(
    (await get('class=i242.4')).hits.map(({ id }) => id),
    ['w1'],
    'a number that is finer stands in the class that is counted',
  )
})

t.test('classes are named in both languages', async (t) => {
  const { get } = await opened(t)
  const { facets } = await get('limit=0&facets=class&class=I2')
  t.same(facets['class']?.slice(0, 2), [
    { value: 'I', count: 3, label: '文学', labelEn: 'Literature' },
    { value: 'I2', count: 3, label: '中国文学', labelEn: 'Chinese literature' },
  ])
})

t.test('years make a histogram, not narrowed by the years that are chosen', async (t) => {
  const { get } = await opened(t)
  const { histogram = [] } = await get('limit=0&facets=year&year=2001..2002')
  t.equal(histogram.length, 15)
  t.same(histogram[0], { from: 1996, to: 1996, count: 1 })
  t.same(histogram[7], { from: 2003, to: 2003, count: 3 })
  t.equal((await get('limit=0&facets=type')).histogram, undefined)
})

t.test('titles are sorted by pinyin or by strokes, and pages go on without a gap', async (t) => {
  const { get } = await opened(t)
  const titlesBy = async (sort: string) => {
    const seen: string[] = []
    for (let cursor: string | undefined = '*'; cursor !== undefined; ) {
      const page: SearchAnswer = await get(`sort=${sort}&limit=2&cursor=${cursor}`)
      seen.push(...page.hits.map(({ title }) => title))
      cursor = page.cursor
    }
    return seen
  }
  t.same(await titlesBy('title'), ['C程序设计', '阿Q正传', '红楼梦', '围城', '一千零一夜', '重庆地图'])
  t.same(await titlesBy('title-stroke'), ['C程序设计', '一千零一夜', '红楼梦', '围城', '阿Q正传', '重庆地图'])
})
