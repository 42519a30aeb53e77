import t from 'tap'
import { filterOfNames, parseFilter, parseYears } from './filters.js'

t.test('a tree is taken as it is', async (t) => {
  const tree = {
    and: [
      { field: 'type', in: ['book'] },
      { or: [{ not: { field: 'member', in: ['a', 'b'] } }, { field: 'year', from: 2000, to: 2010 }] },
    ],
  }
  t.same(parseFilter(tree), tree)
  t.same(parseFilter({ field: 'year', to: '1999' }), { field: 'year', to: 1999 })
  t.same(parseFilter({ field: 'year', in: [1999, '2005'] }), {
    or: [
      { field: 'year', from: 1999, to: 1999 },
      { field: 'year', from: 2005, to: 2005 },
    ],
  })
})

t.test('what is no filter is refused where it is wrong', async (t) => {
  const deep = (levels: number): unknown =>
    levels === 0 ? { field: 'type', in: ['x'] } : { not: deep(levels - 1) }
  const cases: [unknown, string][] = [
    [null, 'filter'],
    ['type = book', 'filter'],
    [[], 'filter'],
    [{}, 'filter'],
    [7, 'filter'],
    [{ and: 'x' }, 'filter.and'],
    [{ and: [] }, 'filter.and'],
    [{ and: [{ field: 'type', in: ['x'] }, { or: [{}] }] }, 'filter.and.1.or.0'],
    [{ field: 'title', in: ['x'] }, 'filter.field'],
    [{ field: '__proto__', in: ['x'] }, 'filter.field'],
    [{ field: ['type'], in: ['x'] }, 'filter.field'],
    [{ field: 'type' }, 'filter.in'],
    [{ field: 'type', in: 'book' }, 'filter.in'],
    [{ field: 'type', in: [1] }, 'filter.in.0'],
    [{ field: 'type', in: ['x'], from: 1 }, 'filter'],
    [{ field: 'type', in: ['x'], sql: '1' }, 'filter'],
    [{ field: 'year' }, 'filter'],
    [{ field: 'year', from: 'x' }, 'filter.from'],
    [{ field: 'year', to: 1.5 }, 'filter.to'],
    [{ field: 'year', in: ['x'] }, 'filter.in.0'],
    [{ not: { field: 'year', from: 2010, to: '2000' } }, 'filter.not'],
    [{ and: [{ field: 'type', in: ['x'] }], or: [] }, 'filter'],
    [deep(10), 'filter.not.not.not.not.not.not.not.not.not.not'],
    [{ or: Array(200).fill({ field: 'type', in: ['x'] }) }, 'filter'],
    [{ field: 'type', in: Array(201).fill('x') }, 'filter.in'],
  ]
  for (const [input, path] of cases) {
    t.throws(
      () => parseFilter(input),
      { code: 'FILTER_INVALID', status: 400, options: { errors: [{ path }] } },
      JSON.stringify(input)?.slice(0, 80),
    )
  }
  t.doesNotThrow(() => parseFilter(deep(9)))
})

t.test('years in one word', async (t) => {
  t.same(parseYears('2005'), { field: 'year', from: 2005, to: 2005 })
  t.same(parseYears('2000..2010'), { field: 'year', from: 2000, to: 2010 })
  t.same(parseYears('2000..'), { field: 'year', from: 2000 })
  t.same(parseYears('..-500'), { field: 'year', to: -500 })
  for (const wrong of ['..', '', 'x', '2000-2010', '1..2..3', '20001000', '2000 ', '2010..2000']) {
    t.throws(
      () => parseYears(wrong),
      { code: 'FILTER_INVALID', options: { errors: [{ path: 'year' }] } },
      wrong,
    )
  }
})

t.test('names of an address are any of their values and all of them together', async (t) => {
  t.same(filterOfNames({ type: ['book', 'map'], year: ['2000', '2010..'] }), {
    and: [
      { field: 'type', in: ['book', 'map'] },
      {
        or: [
          { field: 'year', from: 2000, to: 2000 },
          { field: 'year', from: 2010 },
        ],
      },
    ],
  })
  t.equal(filterOfNames({ type: [''], year: [] }), undefined)
})
