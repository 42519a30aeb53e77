import t from 'tap'
import { cluesOf } from './clues.js'
import { compare } from './compare.js'
import { described } from './described-testing.js'
import { formOf } from './forms.js'

t.test(
  'what was made of a work is told by its subtitle, in a field or in one piece with the title',
  async (t) => {
    t.equal(formOf(described({ title: '聊斋志异', subtitle: '连环画' })), 'comic')
    for (const title of [
      '聊斋志异 : 连环画',
      '聊齋誌異（連環畫）',
      '聊斋志异 连环画',
      'Emma : a graphic novel',
    ])
      t.equal(formOf(described({ title })), 'comic', title)
    for (const title of ['连环画研究', '中国漫画史', 'Manga in theory'])
      t.equal(formOf(described({ title })), undefined, title)
  },
)

t.test('a picture book in the list of a bookseller is not the novel', async (t) => {
  const said = { agents: ['蒲松龄'], year: '1988' }
  t.equal(
    compare(
      cluesOf(described({ ...said, title: '聊斋志异' })),
      cluesOf(described({ ...said, title: '聊斋志异 : 连环画' })),
    ).outcome,
    'apart',
  )
})
