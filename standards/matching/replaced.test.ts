import t from 'tap'
import { cluesOf } from './clues.js'
import { compare } from './compare.js'
import { described, type Said } from './described-testing.js'

const outcome = (a: Said, b: Said): string => {
  const [one, other] = [cluesOf(described(a)), cluesOf(described(b))]
  t.equal(compare(one, other).outcome, compare(other, one).outcome, 'the same both ways')
  return compare(one, other).outcome
}
const said = { agents: ['国家文物局'], year: '2007', publisher: '文物出版社' }

t.test('a word of Han in the place of another makes another title, whatever else agrees', async (t) => {
  const isbn = '9787020002207'
  for (const [one, other] of [
    ['中老年人糖尿病家庭调养与饮食宜忌', '中老年人高血压家庭调养与饮食宜忌'],
    ['中国民间故事集成云南卷', '中国民间故事集成贵州卷'],
  ] as const)
    t.equal(
      outcome({ ...said, title: one, isbn }, { ...said, title: other, isbn }),
      'apart',
      `${one}, ${other}`,
    )
})

t.test(
  'one character in the place of another is a slip, unless pages or numbers are others too',
  async (t) => {
    const [one, other] = ['中国文物地图集山东分册', '中国文物地图集山西分册']
    const of = (title: string, more: Partial<Said>) => ({ ...said, title, ...more })
    t.equal(outcome(of(one, { extent: '612页' }), of(other, { extent: '498页' })), 'apart', 'other pages')
    t.equal(
      outcome(of(one, { isbn: '9787501020003' }), of(other, { isbn: '9787501020096' })),
      'apart',
      'other numbers',
    )
    t.match(
      outcome(
        of('唐代长安城坊里管理制度', { extent: '310页' }),
        of('唐代长安城坊里菅理制度', { extent: '310页' }),
      ),
      /work|version/,
    )
  },
)

t.test('a character too many, too few or changed with the next is a slip', async (t) => {
  const title = '唐代长安城坊里管理制度'
  for (const slip of ['唐代长安城坊管理制度', '唐代长安城坊里里管理制度', '唐代长安城坊里管理度制'])
    t.match(
      outcome({ ...said, title, extent: '310页' }, { ...said, title: slip, extent: '355页' }),
      /work|version/,
    )
})

t.test('publishers of two provinces are two', async (t) => {
  const book = { title: '唐代长安城坊里管理制度', agents: ['王明'], year: '1997', extent: '310页' }
  t.equal(
    outcome({ ...book, publisher: '广东人民出版社' }, { ...book, publisher: '广西人民出版社' }),
    'work',
    'one work, two versions',
  )
})

t.test('a word in the place of another is told the same way in other scripts', async (t) => {
  const title = (course: string) =>
    `Zulassungssatzung der Universität Hohenheim für den Studiengang ${course}`
  const of = (course: string, more: Partial<Said>) => ({ ...said, title: title(course), ...more })
  t.equal(
    outcome(of('Agrarbiologie', { extent: '7 S.' }), of('Wirtschaftspädagogik', { extent: '24 S.' })),
    'apart',
  )
  t.match(
    outcome(of('Data base', { extent: '7 S.' }), of('Database', { extent: '24 S.' })),
    /work|version/,
    'written apart',
  )
  t.match(outcome(of('Agrarbiologie', {}), of('Agrarbiolgie', { extent: '24 S.' })), /work|version/, 'a slip')
})
