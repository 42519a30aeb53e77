import t from 'tap'
import { fold } from '../../../standards/text/folding.js'
import { readAloud } from '../../../standards/text/readings.js'
import { syllableTokens } from '../../../standards/text/sounds.js'
import type { StoredWork } from '../documents.js'
import { readingOf } from '../reading.js'
import type { Form } from './features.js'
import { rank } from './rank.js'
import { champion, type Weights } from './weights.js'

interface Sketch
  extends Partial<Pick<StoredWork, 'subtitle' | 'agents' | 'year' | 'publisher' | 'abstract'>> {
  members?: number
  /** As the engine has it. */
  score?: number
}

const hit = (title: string, { members = 1, score = 0, ...more }: Sketch = {}) => {
  const holdings = Array.from({ length: members }, (_, at) => ({
    member: `m${at}`,
    source: `m${at}/main`,
    recordId: `r${at}`,
    sourceId: `${at}`,
  }))
  const work: StoredWork = { title, agents: [], year: 1960, type: 'book', languages: [], holdings, ...more }
  const stored: StoredWork = { ...work, reading: readingOf(work) }
  return { id: title + JSON.stringify(more), score, stored }
}

const written = (text: string): Form => ({ by: 'writing', tokens: fold(text) })
const spoken = (text: string): Form => ({ by: 'syllables', tokens: readAloud(text) })

type Hit = ReturnType<typeof hit>

/** For each weight two hits, of which the first is better by it, and the second by what weighs less. */
const cases: Record<keyof Weights, { says: string; forms: Form[]; better: Hit; worse: Hit }> = {
  whole: {
    says: 'a whole title above one that goes on, whatever the engine says',
    forms: [written('红楼梦')],
    better: hit('红楼梦'),
    worse: hit('红楼梦续', { score: 1 }),
  },
  begins: {
    says: 'a title that begins so above one that has it inside',
    forms: [written('中国')],
    better: hit('中国史纲'),
    worse: hit('古代中国', { year: 2020 }),
  },
  together: {
    says: 'words side by side above words apart',
    forms: [written('中国')],
    better: hit('论中国史'),
    worse: hit('论中古国', { score: 1, year: 2020, members: 100 }),
  },
  similar: {
    says: 'words nearly in their order above words in any',
    forms: [written('中国文学史')],
    better: hit('论中国古文学史'),
    worse: hit('史学文古国中论', { score: 0.9 }),
  },
  inTitle: {
    says: 'a title above publisher and abstract',
    forms: [written('北京')],
    better: hit('胡同：北里与京城杂记'),
    worse: hit('数学：代数与几何习题', {
      publisher: '北京出版社',
      abstract: '北京的课本',
      score: 1,
      year: 2020,
      members: 100,
    }),
  },
  inAgents: {
    says: 'of one title that of the author who was asked for',
    forms: [written('中国文学史 袁行霈')],
    better: hit('中国文学史', { agents: ['袁行霈'], score: 7 }),
    worse: hit('中国文学史', { agents: ['游国恩'], score: 10 }),
  },
  coverage: {
    says: 'more of the title above less of it',
    forms: [written('中国')],
    better: hit('说中国'),
    worse: hit('说中国历代通论大全', { year: 2000 }),
  },
  written: {
    says: 'what is written so above what only sounds so',
    forms: [written('诗人'), spoken('诗人')],
    better: hit('诗人论'),
    worse: hit('世人论', { year: 2020, members: 10 }),
  },
  engine: {
    says: 'what the engine thinks better, where the words tell nothing',
    forms: [written('中国')],
    better: hit('说中国', { abstract: '中国，中国', score: 9 }),
    worse: hit('论中国', { score: 1, year: 2020, members: 10 }),
  },
  holdings: {
    says: 'what many members hold above what one holds',
    forms: [written('中国')],
    better: hit('说中国', { members: 10 }),
    worse: hit('论中国', { year: 1962 }),
  },
  recency: {
    says: 'what is newer',
    forms: [written('中国')],
    better: hit('说中国', { year: 2020 }),
    worse: hit('论中国', { year: 1990 }),
  },
}

for (const [name, { says, forms, better, worse }] of Object.entries(cases)) {
  t.test(`${name}: ${says}`, async (t) => {
    const first = (weights: Weights) => rank([worse, better], forms, weights)[0]?.id
    t.equal(first(champion), better.id)
    t.equal(first({ ...champion, [name]: 0 }), worse.id, 'and not without this weight')
  })
}

t.test('a title is compared as it was read when it was indexed', async (t) => {
  const cities = [hit('重庆', { year: 2020 }), hit('重庆')]
  cities[1]!.stored.reading = syllableTokens(['zhong', 'qing']).join('')
  const [first] = rank(cities, [{ by: 'syllables', tokens: ['zhong', 'qing'] }])
  t.equal(first?.features.whole, 1)
  t.equal(first?.stored, cities[1]!.stored)
})

t.test('editions stand together behind the best of them, whatever comes between', async (t) => {
  const editions = [
    hit('中国通史', { agents: ['范文澜'], year: 2010 }),
    hit('中国通史', { agents: ['范文澜'] }),
  ]
  const other = hit('中国通史', { agents: ['吕思勉'], year: 1990 })
  t.same(
    rank([editions[1]!, other, editions[0]!], [written('中国通史')]).map(({ id }) => id),
    [editions[0]!, editions[1]!, other].map(({ id }) => id),
  )
})

t.test(
  'titles that differ in an article, or in a point between two words of kana, are of one work',
  async (t) => {
    const authors = { agents: ['J. K. Rowling'] }
    for (const [one, other] of [
      ['The Odyssey', 'Odyssey'],
      ['ハリー・ポッター', 'ハリーポッター'],
    ] as const) {
      const editions = [hit(one, { ...authors, score: 1 }), hit(other, authors)]
      const between = hit(one, { agents: ['Anybody'], score: 0.5 })
      t.same(
        rank([editions[1]!, between, editions[0]!], [written('nothing of it')]).map(({ id }) => id),
        [editions[0]!, editions[1]!, between].map(({ id }) => id),
        one,
      )
    }
  },
)
