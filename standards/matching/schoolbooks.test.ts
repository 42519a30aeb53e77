import t from 'tap'
import type { Description } from '../record/v1-draft.js'
import { cluesOf } from './clues.js'
import { compare } from './compare.js'
import { described, type Said } from './described-testing.js'
import { isSameVolume, volumeOf } from './volumes.js'

const book = (title: string, more: Partial<Said> = {}): Description =>
  described({ title, agents: ['课程教材研究所'], year: '2013', publisher: '人民教育出版社', ...more })
const volume = (description: Description): string | undefined => cluesOf(description).volume

t.test('the grade of a schoolbook is a level of its volume, wherever it stands', async (t) => {
  for (const one of [
    book('语文', { part: { number: '六年级 上册' } }),
    book('语文六年级', { part: { number: '(上)' } }),
    book('語文. 六年級. 上冊'),
    book('语文（六年级·上册）'),
    book('语文', { subtitle: '六年级上学期' }),
  ])
    t.equal(volume(one), '6.上', JSON.stringify(one.titles))
  t.equal(volume(book('语文二年级', { part: { number: '第二册' } })), '2.2')
  t.equal(volume(book('语文二年级', { part: { number: '二年级' } })), '2')
  t.equal(volumeOf('高等级'), undefined)
})

t.test('schoolbooks of two grades are two works', async (t) => {
  const of = (grade: string) =>
    cluesOf(book('义务教育教科书 语文', { part: { number: `${grade}年级 上册` } }))
  t.equal(compare(of('五'), of('六')).outcome, 'apart')
  const inTitle = (grade: string) =>
    cluesOf(book(`义务教育教科书 语文${grade}年级`, { part: { number: '下' } }))
  t.equal(compare(inTitle('二'), inTitle('三')).outcome, 'apart', '下 is not the second')
  t.equal(compare(of('六'), cluesOf(book('义务教育教科书 语文六年级 上册'))).outcome, 'version')
})

t.test('what a teacher’s book is called is no title of its own', async (t) => {
  const of = (subject: string) =>
    cluesOf(book(`${subject}五年级`, { subtitle: '教师教学用书', part: { number: '上' }, extent: '106页' }))
  t.equal(compare(of('语文'), of('道德与法治')).outcome, 'apart')
})

t.test('a number that the title repeats is said once; levels are compared one by one', async (t) => {
  t.equal(volume(book('三国演义 上册', { part: { number: '上册' } })), '上')
  t.equal(volume(book('中国通史 第二编', { part: { number: '上册' } })), '2.上')
  t.ok(isSameVolume('6.上', '6.1'))
  t.notOk(isSameVolume('6.上', '5.1') || isSameVolume('6.上', '上') || isSameVolume('6.上', '6.2'))
})
