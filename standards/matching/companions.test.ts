import t from 'tap'
import { cluesOf } from './clues.js'
import { compare } from './compare.js'
import { described } from './described-testing.js'

const of = (title: string, more: { subtitle?: string; agents?: string[]; extent?: string } = {}) =>
  cluesOf(described({ title, agents: ['吴大任'], year: '2008', publisher: '高等教育出版社', ...more }))

t.test(
  'what is used beside a book and called after it is a work of its own, though the makers are the same',
  async (t) => {
    for (const title of [
      '自动控制原理习题集',
      '自动控制原理学习指导与题解',
      '自动控制原理考研指导',
      '自动控制原理实验教程',
      '自動控制原理教師用書',
    ])
      t.equal(compare(of('自动控制原理'), of(title)).outcome, 'apart', title)
    t.equal(
      compare(of('自动控制原理'), of('自动控制原理', { subtitle: '习题解答' })).outcome,
      'apart',
      'as a subtitle',
    )
    t.equal(
      compare(
        of('Calculus', { agents: ['Stewart, James'] }),
        of('Calculus', { subtitle: 'student solutions manual', agents: ['Stewart, James'] }),
      ).outcome,
      'apart',
    )
  },
)

t.test('behind a subtitle it is told too', async (t) => {
  const book = (subtitle: string) => of('Calculus', { subtitle, agents: ['Stewart, James'] })
  const one = book('early transcendentals')
  t.equal(compare(one, book('early transcendentals : student solutions manual')).outcome, 'apart')
})

t.test('a commentary on a law is not the law, which names no makers', async (t) => {
  const law = of('中华人民共和国公司法', { agents: [], extent: '48页' })
  for (const end of ['释义', '解读', '注释本'])
    t.equal(
      compare(law, of(`中华人民共和国公司法${end}`, { agents: [], extent: '310页' })).outcome,
      'apart',
      end,
    )
})

t.test('what mends or answers an article is none of its copies', async (t) => {
  const title = 'Modelling early mobilisation after cardiac surgery'
  for (const end of [' (erratum)', ': correction', ': authors’ reply', ' - Reply'])
    t.equal(compare(of(title), of(title + end)).outcome, 'apart', end)
  t.match(
    compare(of(title), of(`${title} [erratum appears in Heart 2001;4:12]`)).outcome,
    /work|version/,
    'a note on the article itself',
  )
})

t.test('the companion of a companion is one work, and a title may go on otherwise', async (t) => {
  t.equal(compare(of('自动控制原理习题集'), of('自动控制原理', { subtitle: '习题集' })).outcome, 'version')
  t.equal(compare(of('自动控制原理'), of('自动控制原理及其应用')).outcome, 'work')
})

t.test('Re: … answers an article; what only begins so is written with or without its hyphen', async (t) => {
  const book = (title: string, extent: string) => of(title, { agents: ['Hammer, Michael'], extent })
  t.match(
    compare(book('Re-engineering the corporation', '223 p.'), book('Reengineering the corporation', '257 p.'))
      .outcome,
    /work|version/,
  )
  t.equal(
    compare(book('Re-imagining the corporation', '223 p.'), book('Imagining the corporation', '223 p.'))
      .outcome,
    'apart',
  )
})
