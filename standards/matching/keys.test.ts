import t from 'tap'
import type { Description } from '../record/v1-draft.js'
import { cluesOf } from './clues.js'
import { described } from './described-testing.js'
import { matchingKeys } from './keys.js'
import { isLinked, pointerKey, pointersOf } from './links.js'

const keysOf = (description: Description): string[] =>
  matchingKeys(cluesOf(description)).map(({ kind, value }) => `${kind} ${value}`)

const meet = (a: Description, b: Description): boolean => {
  const theirs = new Set(keysOf(b))
  return keysOf(a).some((key) => theirs.has(key))
}

/** One points to where the other is met, and the two are what that says. */
const points = (from: Description, wanted: Parameters<typeof isLinked>[0], to: Description): boolean => {
  const met = keysOf(to)
  const [one, other] = [cluesOf(from), cluesOf(to)]
  return pointersOf(from, one).some(
    ({ kind, target }) =>
      kind === wanted && met.includes(`${target.kind} ${target.value}`) && isLinked(kind, one, other),
  )
}

t.test('a record has at most eight keys, and none of nothing', async (t) => {
  const full = described({
    title: 'A history of the book in early modern Europe',
    agents: ['Smith, John', 'Dubois, Anne'],
    year: '1999',
    publisher: 'Clarendon Press',
    isbn: '9780192860927',
  })
  t.ok(keysOf(full).length <= 8)
  t.same(keysOf(described({ title: '...' })), [])
})

t.test('what is one meets though an ISBN, a word, a script or the rest of the title differs', async (t) => {
  const agents = ['曹雪芹']
  t.ok(meet(described({ title: '红楼梦', agents }), described({ title: '紅樓夢：程甲本', agents })))
  const paper = 'Efficiently supporting ad hoc queries in large datasets'
  t.ok(meet(described({ title: paper }), described({ title: paper.replace('datasets', 'datsets') })))
  t.ok(
    meet(
      described({ title: paper }),
      described({ title: 'Supporting efficiently ad hoc queries in large datasets' }),
    ),
  )
  t.ok(
    meet(
      described({ title: 'Walden', agents: ['Thoreau, Henry David'] }),
      described({ title: 'Walden, or Life in the woods', agents: ['Henry D. Thoreau'] }),
    ),
  )
})

t.test(
  'by its maker a book meets longer forms of its title, and not every book that begins with the same word',
  async (t) => {
    const by = (title: string) =>
      keysOf(described({ title, agents: ['Smith, John'] })).filter((key) => key.startsWith('title-agent'))
    t.same(by('History of China'), by('A history of China and its neighbours'))
    t.not(by('History of China')[0], by('History of music')[0])
    t.same(by('The history of it'), by('History'), 'where only one word tells something, that')
    t.equal(by('On us').length, 1, 'where none does, what there is')
    for (const title of [
      'Candide, oder, Die beste Welt',
      'Candide, ou, L’optimisme',
      'Candide, ovvero, L’ottimismo',
    ])
      t.same(by(title), by('Candide'), 'an alternative title is no part of it')
  },
)

t.test('under a crowded title the pair is found by its maker, its year or its publisher', async (t) => {
  const of = (agent: string, year: string) =>
    keysOf(described({ title: '中国文学史', agents: [agent], year, publisher: '人民文学出版社' }))
  const [one, other] = [of('游国恩', '1963'), of('袁行霈', '1999')]
  const shared = one.filter((key) => other.includes(key))
  t.ok(one.length - shared.length >= 2, 'keys that only copies of it have')
  t.same(of('游国恩', '1963'), one)
})

t.test('an article does not meet others by the ISSN of its journal', async (t) => {
  const article: Description = {
    ...described({ title: 'On something' }),
    type: 'article',
    identifiers: [{ scheme: 'issn', value: '0001-3072', valid: true }],
  }
  t.notOk(keysOf(article).some((key) => key.includes('0001-3072')))
  t.ok(keysOf({ ...article, type: 'serial' }).includes('id issn 0001-3072'))
})

t.test('numbers that do not stand are no keys; of agencies only those that libraries share', async (t) => {
  const record: Description = {
    ...described({ title: 'Walden' }),
    identifiers: [
      { scheme: 'isbn', value: '9787020002208', valid: false },
      { scheme: 'isbn', value: '9787108009821', valid: true, cancelled: true },
    ],
    controlNumbers: [
      { agency: 'oclc', number: '0012345' },
      { agency: 'dnb', number: '24,B03' },
      { agency: 'Sirsi', number: '77' },
    ],
  }
  t.same(
    keysOf(record).filter((key) => /^(?:id|number) /.test(key)),
    ['number oclc 12345'],
  )
})

t.test(
  'a volume points to its set, a translation to its original, a serial to its earlier title',
  async (t) => {
    const volume = described({ title: '资治通鉴', part: { number: '第3册' } })
    const set = described({ title: '資治通鑑', extent: '20册' })
    t.ok(points(volume, 'part-of', set))
    t.notOk(points(volume, 'part-of', volume), 'a volume is not what its set is')
    const translated: Description = {
      ...described({ title: '瓦尔登湖', languages: ['chi'] }),
      relations: [{ kind: 'translation-of', title: 'Walden, or Life in the woods' }],
    }
    const original = described({ title: 'Walden, or Life in the woods', languages: ['eng'] })
    t.ok(points(translated, 'translation-of', original))
    t.notOk(points(translated, 'translation-of', described({ title: 'Walden two', languages: ['eng'] })))
    const later: Description = {
      ...described({ title: 'Library quarterly' }),
      relations: [
        {
          kind: 'earlier',
          title: 'Library notes',
          identifiers: [{ scheme: 'issn', value: '0001-3072', valid: true }],
        },
      ],
    }
    t.same(pointersOf(later, cluesOf(later)), [
      { kind: 'earlier', target: { kind: 'id', value: 'issn 0001-3072' } },
      { kind: 'earlier', target: { kind: 'title', value: 'librarynotes' } },
    ])
  },
)

t.test('who points and who matches never meet', async (t) => {
  const record = described({
    title: '资治通鉴',
    part: { number: '第3册' },
    isbn: '9787101000870',
    agents: ['司马光'],
  })
  const matching = new Set(matchingKeys(cluesOf(record)).map(({ kind }) => kind))
  const pointers = pointersOf(record, cluesOf(record))
  t.ok(pointers.length > 0)
  for (const pointer of pointers) t.notOk(matching.has(pointerKey(pointer).kind), pointer.kind)
})

t.test('a family meets itself whichever word it is, and before what stands behind it', async (t) => {
  const of = (title: string, agent: string) => described({ title, agents: [agent] })
  for (const [one, other] of [
    ['Mao Zedong', 'Mao, Zedong'],
    ['John Smith III', 'Smith, John'],
    ['Christopher Smith, Jr.', 'Smith, Christopher'],
    ['Robert Ford', 'R. Ford'],
  ] as const)
    t.ok(meet(of('Selected works', one), of('Selected works on practice', other)), one)
})
