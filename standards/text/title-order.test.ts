import t from 'tap'
import { titleOrder } from './title-order.js'

const sorted = (by: 'title' | 'title-stroke', titles: string[]): string[] =>
  titles
    .map((title) => ({ title, key: titleOrder(title)[by] }))
    .sort((one, other) => (one.key < other.key ? -1 : 1))
    .map(({ title }) => title)

t.test('titles stand by pinyin: syllable, tone, strokes, character after character', async (t) => {
  const titles = ['啊', '巴金', '霸王别姬', '水浒传', '水经注', '中国', '中国史', '中华', '种子', '左传']
  t.same(sorted('title', titles.toReversed()), titles)
})

t.test('titles stand by the number of strokes', async (t) => {
  const titles = ['一个人', '人间', '三国演义', '水浒传', '红楼梦', '西游记', '资治通鉴', '聊斋']
  const strokes = [1, 2, 3, 4, 6, 6, 10, 11]
  t.equal(titles.length, strokes.length)
  const order = sorted('title-stroke', titles.toReversed())
  t.same(
    order.map((title) => strokes[titles.indexOf(title)]),
    strokes,
  )
})

t.test('digits and letters come before Han, and numbers by their value', async (t) => {
  t.same(sorted('title', ['阿', 'алгебра', 'zebra', 'Alpha', '1984']), [
    '1984',
    'Alpha',
    'zebra',
    'алгебра',
    '阿',
  ])
  t.same(sorted('title', ['史记 第10卷', '史记 第2卷', '史记']), ['史记', '史记 第2卷', '史记 第10卷'])
  t.same(sorted('title', ['中国x', '中国', '中']), ['中', '中国', '中国x'], 'a beginning before what goes on')
  t.same(sorted('title', ['art deco', 'artful', 'art']), ['art', 'art deco', 'artful'], 'word by word')
})

t.test('a traditional title stands beside its simplified one', async (t) => {
  t.same(titleOrder('紅樓夢'), titleOrder('红楼梦'))
})

t.test('a key is bounded and never half a character', async (t) => {
  for (const title of [
    '字'.repeat(5000),
    '𠀀'.repeat(5000),
    `字${'𠀀'.repeat(5000)}`,
    'x'.repeat(5000),
    '',
    '\ud800',
  ]) {
    const { title: key } = titleOrder(title)
    t.ok(key.length <= 80)
    t.notMatch(key, /\p{Surrogate}/u)
  }
})
