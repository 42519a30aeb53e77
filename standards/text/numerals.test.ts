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
  const cases: [string, string | undefined][] = [
    ['第 3 卷', '第 三 卷'],
    ['第 三 卷', '第 3 卷'],
    ['20 世 纪', '二 十 世 纪'],
    ['二 十 世 纪', '20 世 纪'],
    ['1998 年', '一 九 九 八 年'],
    ['二 十 四 史', '24 史'],
    ['三 国', undefined],
    ['html 5', undefined],
    ['红 楼 梦', undefined],
  ]
  for (const [tokens, other] of cases) t.equal(otherNumerals(tokens.split(' '))?.join(' '), other, tokens)
})
