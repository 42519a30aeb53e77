import t from 'tap'
import { isSameVolume, volumeIn, volumeOf } from './volumes.js'

t.test('a volume is one however it is written', async (t) => {
  const cases: [text: string, rest: string, volume: string, name?: string][] = [
    ['资治通鉴 第3卷', '资治通鉴', '3'],
    ['資治通鑑 第三冊', '资治通鉴', '3'],
    ['资治通鉴（卷三）', '资治通鉴', '3'],
    ['资治通鉴. 卷十二', '资治通鉴', '12'],
    ['资治通鉴（三）', '资治通鉴', '3'],
    ['明朝那些事儿(2)：万国来朝', '明朝那些事儿', '2', '万国来朝'],
    ['中国通史. (四) 宋元卷', '中国通史', '4', '宋元卷'],
    ['三国演义 下册', '三国演义', '下'],
    ['三国演义(上)', '三国演义', '上'],
    ['中国通史 第2编第1册', '中国通史', '2.1'],
    ['中国通史 第1-3卷', '中国通史', '1-3'],
    ['The art of computer programming, vol. 3', 'The art of computer programming', '3'],
    ['Gesammelte Werke, Bd. II', 'Gesammelte Werke', '2'],
    ['Œuvres complètes. Tome 4', 'Œuvres complètes', '4'],
    ['Война и мир. Т. 2', 'Война и мир', '2'],
    ['A history of the world, part two', 'A history of the world', '2'],
  ]
  for (const [text, rest, volume, name] of cases)
    t.same(volumeIn(text), { rest, volume, ...(name && { name }) }, text)
})

t.test('a set that is described as a whole says of how many', async (t) => {
  t.same(volumeIn('红楼梦（全三册）'), { rest: '红楼梦', set: 3 })
  for (const text of ['红楼梦(1-3)', '红楼梦（1—3册）'])
    t.same(volumeIn(text), { rest: '红楼梦', set: 3 }, text)
  for (const text of ['红楼梦 全套', '红楼梦(上、下)', '红楼梦（上中下）', '红楼梦 上、下册'])
    t.same(volumeIn(text), { rest: '红楼梦', set: 0 }, text)
})

t.test('what only looks like a volume stays in the title', async (t) => {
  for (const text of [
    '海上花列传',
    '第三部门研究',
    '中国中部地区发展',
    '第二次世界大战',
    'No. 1 ladies detective agency',
    'A trial of streptokinase [Erratum appears in Chest 1993;103(5):1640]',
    '1984',
  ])
    t.equal(volumeIn(text).volume, undefined, text)
})

t.test('a number by itself is one where a field is for it', async (t) => {
  for (const [text, volume] of [
    ['v. 2', '2'],
    ['3', '3'],
    ['下', '下'],
    ['中部', '中'],
    ['IV', '4'],
    ['A', 'a'],
    ['B', 'b'],
    ['1995年', '1995'],
    ['5, pt. 1', '5.1'],
    ['v. 5, pt. 1', '5.1'],
    ['唐代卷', undefined],
  ] as const)
    t.equal(volumeOf(text), volume, text)
})

t.test('上 is the first, 下 the second or the third', async (t) => {
  t.ok(
    isSameVolume('上', '1') && isSameVolume('2', '下') && isSameVolume('3', '下') && isSameVolume('中', '2'),
  )
  t.notOk(isSameVolume('上', '2') || isSameVolume('下', '1') || isSameVolume('上', '下'))
})
