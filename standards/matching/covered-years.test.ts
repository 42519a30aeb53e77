import t from 'tap'
import { cluesOf } from './clues.js'
import { compare } from './compare.js'
import { described, type Said } from './described-testing.js'
import { traitsOf } from './traits.js'

const of = (subtitle: string | undefined, more: Partial<Said> = {}) =>
  cluesOf(
    described({
      title: '平定县志',
      agents: ['平定县地方志编纂委员会'],
      ...(subtitle && { subtitle }),
      ...more,
    }),
  )

t.test(
  'the years that a subtitle says are the name of a part: the gazetteer before may have none',
  async (t) => {
    const [old, more] = [
      of(undefined, { year: '1993', extent: '620页' }),
      of('1986-2005', { year: '2012', extent: '850页' }),
    ]
    t.equal(compare(old, more).outcome, 'grey', 'a librarian says')
    t.equal(compare(of('1911—1985'), more).outcome, 'apart', 'other years')
    for (const form of ['1986～2005', '1986年至2005年']) {
      t.match(compare(of(form), more).outcome, /work|version/, form)
      t.same(traitsOf(of(form)), traitsOf(of('1986-2005')), form)
    }
  },
)

t.test('a book whose years one library left out is one still where the rest agrees', async (t) => {
  const said = {
    title: '中国经济史',
    agents: ['吴承明'],
    year: '2001',
    publisher: '人民出版社',
    extent: '512页',
  }
  t.match(
    compare(cluesOf(described({ ...said, subtitle: '1949-1978' })), cluesOf(described(said))).outcome,
    /work|version/,
  )
})

t.test('the years are no title by which another book of the same years is met', async (t) => {
  t.same(
    of('1986-2005').titles.map(({ main }) => main),
    ['平定县志'],
  )
})
