import t from 'tap'
import { numberForms } from './number-forms.js'

const forms = (tokens: string) => numberForms(tokens.split(' ')).map((form) => form.join(' '))

t.test('numbers in the other forms of titles', (t) => {
  t.same(forms('2'), ['ii', '二', '02', 'two', 'zwei'])
  t.same(forms('01'), ['1', 'i', '一', 'one', 'eins'])
  t.same(forms('编 程 珠 玑 ii'), [
    '编 程 珠 玑 2',
    '编 程 珠 玑 二',
    '编 程 珠 玑 02',
    '编 程 珠 玑 two',
    '编 程 珠 玑 zwei',
  ])
  t.same(forms('十 二').slice(0, 2), ['12', 'xii'])
  t.same(forms('seven')[0], '7')
  t.same(forms('habits'), [])
  for (const none of ['二 十 五 史', '一 九 九 八', '一 百 零 八 将']) t.same(forms(none), [], none)
  t.same(forms('300'), [])
  t.end()
})

t.test('several numbers in one form first, then each alone', (t) => {
  const all = forms('第 iv 卷 第 iii 册')
  t.equal(all[0], '第 4 卷 第 3 册')
  t.equal(all[1], '第 四 卷 第 三 册')
  t.ok(all.includes('第 4 卷 第 iii 册'))
  t.ok(forms('1 2 3 4 5 6 7 8 9').length <= 10)
  t.end()
})
