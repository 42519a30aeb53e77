import t from 'tap'
import { numberOf, numeralsOf, otherNumerals } from './numerals.js'

t.test('numerals are read and said', async (t) => {
  const cases: [string, number][] = [
    ['十', 10],
    ['二十', 20],
    ['二十一', 21],
    ['一百零三', 103],
    ['一千零二十', 1020],
    ['九百九十九', 999],
  ]
  for (const [said, number] of cases) {
    t.equal(numberOf([...said]), number, said)
    t.equal(numeralsOf(number).join(''), said)
  }
  t.equal(numberOf([...'一九九八']), 1998)
  t.equal(numberOf([...'十千']), undefined)
  t.equal(numberOf([...'甲']), undefined)
  t.equal(numberOf([]), undefined)
})

t.test('numbers are written the other way', async (t) => {
  const cases: [string, string][] = [
    ['第 3 卷', '第 三 卷'],
    ['第 三 卷', '第 3 卷'],
    ['20 世 纪', '二 十 世 纪'],
    ['二 十 世 纪', '20 世 纪'],
    ['1998 年', '一 九 九 八 年'],
    ['二 十 四 史', '24 史'],
    ['全 十 册', '全 10 册'],
    ['从 0 到 1', '从 零 到 一, 从 零 到 1, 从 0 到 一'],
    [
      '东 京 八 十 年 代 6 过 去',
      '东 京 80 年 代 六 过 去, 东 京 80 年 代 6 过 去, 东 京 八 十 年 代 六 过 去',
    ],
    ['从 零 开 始', '从 0 开 始'],
    ['流 星 花 园 四', '流 星 花 园 4'],
    ['八', ''],
    ['三 国', ''],
    ['张 三', ''],
    ['html 5', ''],
    ['红 楼 梦', ''],
  ]
  for (const [tokens, others] of cases)
    t.equal(
      otherNumerals(tokens.split(' '))
        .map((other) => other.join(' '))
        .join(', '),
      others,
      tokens,
    )
})

t.test('a text of many numbers has few other forms', async (t) => {
  t.ok(otherNumerals('第 1 '.repeat(200).trim().split(' ')).length <= 5)
})
