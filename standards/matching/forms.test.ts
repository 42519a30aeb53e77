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

t.test('who drew a picture book retold it; who drew for the text did not', async (t) => {
  const by = (statement: string) => formOf({ ...described({ title: '红楼梦' }), statement })
  t.equal(by('曹雪芹原著；戴敦邦绘'), 'adapted')
  for (const statement of ['曹雪芹原著；戴敦邦绘图', '曹雪芹原著；戴敦邦插绘', '曹雪芹原著；戴敦邦繪插圖'])
    t.equal(by(statement), undefined, statement)
})

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
