import t from 'tap'
import type { Description } from '../record/v1-draft.js'
import { cluesOf } from './clues.js'
import { compare } from './compare.js'
import { described } from './described-testing.js'

const outcome = (a: Description, b: Description): string => {
  const [there, back] = [compare(cluesOf(a), cluesOf(b)), compare(cluesOf(b), cluesOf(a))]
  t.equal(there.outcome, back.outcome, 'the same both ways')
  t.equal(there.score, back.score, 'the same both ways')
  return there.outcome
}

t.test('the same edition in two catalogues is one version', async (t) => {
  const a = described({
    title: 'The selfish gene',
    agents: ['Dawkins, Richard'],
    year: '1976',
    publisher: 'Oxford University Press',
    extent: 'xi, 224 p.',
  })
  const b = described({
    title: 'The Selfish Gene /',
    agents: ['Richard Dawkins'],
    year: '1976',
    publisher: 'Oxford Univ. Pr.',
    extent: '224 pages',
  })
  t.equal(outcome(a, b), 'version')
})

t.test(
  'a reprint by another publisher and another carrier are the same work in another version',
  async (t) => {
    const a = described({
      title: '红楼梦',
      agents: ['曹雪芹'],
      year: '1982',
      publisher: '人民文学出版社',
      extent: '1606页',
    })
    const b = described({
      title: '紅樓夢',
      agents: ['曹雪芹'],
      year: '1990',
      publisher: '中华书局',
      extent: '1500页',
    })
    t.equal(outcome(a, b), 'work')
    const online = described({
      title: '红楼梦',
      agents: ['曹雪芹'],
      year: '1982',
      publisher: '人民文学出版社',
      extent: '1 online resource',
    })
    t.equal(outcome(a, online), 'work')
  },
)

t.test('two books of one title, publisher and year by different authors are apart', async (t) => {
  const a = described({
    title: '中国文学史',
    agents: ['游国恩'],
    year: '1963',
    publisher: '人民文学出版社',
    extent: '350页',
  })
  const b = described({
    title: '中国文学史',
    agents: ['余冠英'],
    year: '1963',
    publisher: '人民文学出版社',
    extent: '1123页',
  })
  t.equal(outcome(a, b), 'apart')
})

t.test(
  'two books of one title, publisher and year that name no author are not joined by themselves',
  async (t) => {
    for (const [one, other] of [
      ['350页', '820页'],
      ['350页', '1123页'],
    ] as const) {
      const of = (extent: string) =>
        described({ title: '中国文学史', year: '1963', publisher: '人民文学出版社', extent })
      t.equal(outcome(of(one), of(other)), 'grey', `${one}, ${other}: a librarian says`)
    }
  },
)

t.test('titles that sound alike are apart: Han is never romanised', async (t) => {
  const titles = ['权利', '权力', '全力']
  for (const one of titles)
    for (const other of titles.filter((title) => title !== one))
      t.equal(
        outcome(
          described({ title: one, agents: ['王明'], year: '2001', publisher: '法律出版社' }),
          described({ title: other, agents: ['王明'], year: '2001', publisher: '法律出版社' }),
        ),
        'apart',
      )
})

t.test('an ISBN that is used again needs a title that agrees', async (t) => {
  const isbn = '9787101000870'
  t.equal(
    outcome(described({ title: '中国文学史', isbn }), described({ title: '唐诗三百首', isbn })),
    'apart',
  )
  t.not(
    outcome(described({ title: 'Walden', isbn }), described({ title: 'Walden, or Life in the woods', isbn })),
    'apart',
  )
  t.match(outcome(described({ title: 'Walden', isbn }), described({ title: 'Walden', isbn })), /work|version/)
})

t.test('volumes of a set are apart, and from the set, though they share their number', async (t) => {
  const isbn = '9787020002207'
  const of = (title: string, extent = '400页') =>
    described({ title, isbn, agents: ['罗贯中'], year: '1953', extent })
  t.equal(outcome(of('三国演义 上册'), of('三国演义（下）')), 'apart')
  t.equal(outcome(of('三国演义 上册'), of('三国演义', '2册')), 'apart')
  t.equal(outcome(of('三国演义 上册'), of('三国演义（上）')), 'version')
  t.equal(outcome(of('三国演义', '2册'), of('三国演义 : 全二册', '2册')), 'version')
})

t.test(
  'a number in a set of another title is the volume that another catalogue gives with the title',
  async (t) => {
    const isbn = '9787536692930'
    const said = { title: '三体', isbn, agents: ['刘慈欣'], year: '2008', publisher: '重庆出版社' }
    const first = described({ ...said, part: { number: '第一部' } })
    const inSet = (number: string) => ({
      ...described(said),
      relations: [{ kind: 'set' as const, title: '地球往事', number }],
    })
    t.equal(outcome(first, inSet('第一部')), 'version')
    t.equal(outcome(first, inSet('第二部')), 'apart')
    t.equal(outcome(first, described(said)), 'apart', 'it may be the set')

    const paper = {
      title: 'Paper and printing',
      isbn: '9780521086905',
      agents: ['Tsien, Tsuen-hsuin'],
      year: '1985',
    }
    const nested = {
      ...described(paper),
      relations: [
        { kind: 'set' as const, title: 'Science and civilisation in China', number: 'v. 5' },
        { kind: 'set' as const, title: 'Science and civilisation in China. v. 5', number: 'pt. 1' },
      ],
    }
    t.equal(outcome(described({ ...paper, part: { number: '5, pt. 1' } }), nested), 'version')
    t.equal(outcome(described({ ...paper, part: { number: '5, pt. 2' } }), nested), 'apart')
  },
)

t.test(
  'volumes with titles of their own are apart, though each bears the title of the set, too',
  async (t) => {
    const volume = (title: string, number: string, year: string) => {
      const said = described({
        title,
        agents: ['Cao, Xueqin'],
        year,
        publisher: 'Penguin',
        languages: ['eng'],
      })
      const titles = [...said.titles, { value: '红楼梦', kind: 'variant' as const }]
      return {
        ...said,
        titles,
        relations: [{ kind: 'set' as const, title: 'The story of the stone', number }],
      }
    }
    t.equal(
      outcome(volume('The golden days', 'v. 1', '1973'), volume('The crab-flower club', 'v. 2', '1977')),
      'apart',
    )
    t.equal(
      outcome(volume('The golden days', 'v. 1', '1973'), volume('The golden days', '1', '1973')),
      'version',
    )
  },
)

t.test('a part in the title, and the volume in a field, of which the other gives one each', async (t) => {
  const said = {
    title: 'Sui and Tang China, part 1',
    isbn: '9780521214469',
    agents: ['Twitchett'],
    year: '1979',
  }
  const other = {
    ...described(said),
    relations: [{ kind: 'set' as const, title: 'The Cambridge history of China', number: 'v. 3' }],
  }
  t.equal(outcome(described({ ...said, part: { number: '3' } }), other), 'version')
})

t.test('what one library takes for a standard is a book in the list of its publisher', async (t) => {
  const isbn = '9783110263794'
  const said = { isbn, agents: ['International Federation of Library Associations'], year: '2011' }
  const standard = {
    ...described({ ...said, title: 'ISBD', subtitle: 'International Standard Bibliographic Description' }),
    type: 'standard' as const,
  }
  const book = described({ ...said, title: 'ISBD : International Standard Bibliographic Description' })
  t.equal(outcome(standard, book), 'version')
})

t.test('a translation is another work than its original, a film another than its book', async (t) => {
  const isbn = '9787020002207'
  const original = described({ title: 'Hamlet', isbn, agents: ['Shakespeare, William'], languages: ['eng'] })
  const german = described({ title: 'Hamlet', isbn, agents: ['Shakespeare, William'], languages: ['ger'] })
  t.equal(outcome(original, german), 'apart')
  t.equal(outcome(original, { ...original, type: 'video' }), 'apart')
})

t.test('blank is unknown, not equal', async (t) => {
  const isbn = '9787020002207'
  t.equal(outcome(described({ title: '...', isbn }), described({ title: '...', isbn })), 'apart')
  t.equal(
    outcome(
      described({ title: '中国文学史', year: '1990' }),
      described({ title: '中国文学史', year: '1990' }),
    ),
    'apart',
  )
})
