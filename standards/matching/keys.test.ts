import t from 'tap'
import type { Description } from '../record/v1-draft.js'
import { cluesOf } from './clues.js'
import { described } from './described-testing.js'
import { linkKeys, matchingKeys, relationKeys } from './keys.js'

const keysOf = (description: Description): string[] =>
  matchingKeys(cluesOf(description)).map(({ kind, value }) => `${kind} ${value}`)

const meet = (a: Description, b: Description): boolean => {
  const theirs = new Set(keysOf(b))
  return keysOf(a).some((key) => theirs.has(key))
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
      { agency: 'oclc', number: '00123' },
      { agency: 'Sirsi', number: '77' },
    ],
  }
  t.same(
    keysOf(record).filter((key) => /^(?:id|number) /.test(key)),
    ['number oclc 123'],
  )
})

t.test(
  'a volume points to its set, a translation to its original, a serial to its earlier title',
  async (t) => {
    const volume = described({ title: '资治通鉴', part: { number: '第3册' } })
    const set = described({ title: '資治通鑑', extent: '20册' })
    const names = linkKeys(cluesOf(set)).map(({ value }) => value)
    t.ok(relationKeys(volume).some(({ kind, value }) => kind === 'part-of' && names.includes(value)))
    t.notOk(
      linkKeys(cluesOf(volume)).some(({ value }) => names.includes(value)),
      'a volume is not called what its set is',
    )
    const translated: Description = {
      ...described({ title: '瓦尔登湖', languages: ['chi'] }),
      relations: [{ kind: 'translation-of', title: 'Walden, or Life in the woods' }],
    }
    const original = linkKeys(cluesOf(described({ title: 'Walden, or Life in the woods' })))
    t.same(
      relationKeys(translated).filter(({ value }) => original.some((name) => name.value === value)),
      [{ kind: 'translation-of', value: 'title walden or life in the woods' }],
    )
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
    t.same(relationKeys(later), [
      { kind: 'earlier', value: 'issn 0001-3072' },
      { kind: 'earlier', value: 'title library notes' },
    ])
  },
)

t.test('links and matches never meet', async (t) => {
  const record = described({
    title: '资治通鉴',
    part: { number: '第3册' },
    isbn: '9787101000870',
    agents: ['司马光'],
  })
  const matching = new Set(matchingKeys(cluesOf(record)).map(({ kind }) => kind))
  for (const { kind } of [...linkKeys(cluesOf(record)), ...relationKeys(record)])
    t.notOk(matching.has(kind), kind)
})
