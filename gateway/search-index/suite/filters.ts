import type { Test } from 'tap'
import type { Filter } from '../../contracts/search-index.js'
import { document, idsOf, type Make, query, titled, words } from './documents.js'

/** What narrows a result, and what is counted over it. */
export const filtersSuite = (t: Test, make: Make): void => {
  const opened = async (t: Test) => {
    const { index, close } = await make()
    t.teardown(close)
    return index
  }

  t.test('filters combine as they are nested', async (t) => {
    const index = await opened(t)
    await index.upsert([
      titled('a', 'x', { year: 1999, facets: { type: ['book'], language: ['chi'] } }),
      titled('b', 'x', { year: 2005, facets: { type: ['book'], language: ['eng', 'chi'] } }),
      titled('c', 'x', { year: 2010, facets: { type: ['serial'], language: ['eng'] } }),
      titled('d', 'x', { facets: { type: ['serial'] } }),
    ])
    const found = async (filter: Filter, all = words('x')) => (await idsOf(index, { all, filter })).sort()
    const book: Filter = { field: 'type', in: ['book'] }
    const english: Filter = { field: 'language', in: ['eng'] }
    for (const all of [words('x'), []]) {
      t.same(await found(book, all), ['a', 'b'])
      t.same(await found({ field: 'type', in: ['book', 'serial', 'never seen'] }, all), ['a', 'b', 'c', 'd'])
      t.same(await found({ field: 'type', in: [] }, all), [])
      t.same(await found({ field: 'type', in: ['Book'] }, all), [], 'values are equal to the letter')
      t.same(await found({ field: 'language', in: ['book'] }, all), [], 'a value belongs to its field')
      t.same(await found({ and: [book, english] }, all), ['b'])
      t.same(await found({ or: [book, english] }, all), ['a', 'b', 'c'])
      t.same(await found({ not: english }, all), ['a', 'd'])
      t.same(await found({ and: [book, { not: { or: [english, { field: 'year', from: 2003 }] } }] }, all), [
        'a',
      ])
      t.same(await found({ and: [] }, all), ['a', 'b', 'c', 'd'])
      t.same(await found({ or: [] }, all), [])
      t.same(await found({ not: { not: { field: 'year', to: 2005 } } }, all), ['a', 'b'])
    }
  })

  t.test('no blank is taken from a value, whatever blank it is', async (t) => {
    const index = await opened(t)
    const values = ['x', ' x', 'x ', 'x\n', '\tx', 'x\u2003', '\u3000x']
    await index.upsert(
      values.map((value, number) => document(`d${number}`, { facets: { subject: [value] } })),
    )
    for (const [number, value] of values.entries())
      t.same(await idsOf(index, { filter: { field: 'subject', in: [value] } }), [`d${number}`])
    const { facets } = await index.search(query({ facets: ['subject'] }))
    t.same(facets.subject?.map(({ value }) => value).sort(), values.toSorted())
  })

  t.test('a range of years includes both ends, and never a work without a year', async (t) => {
    const index = await opened(t)
    const years = [-500, -1, 0, 1, 868, 999, 1000, 1899, 1900, 1999, 2000, 2009, 2010, 2026, 9999]
    await index.upsert([...years.map((year) => document(`y${year}`, { year })), document('none')])
    const found = async (filter: Filter) =>
      (await idsOf(index, { filter, sort: 'oldest', limit: 100 })).map((id) => Number(id.slice(1)))
    const ranges: [number?, number?][] = [
      [2000, 2010],
      [1900, 1999],
      [868, 868],
      [undefined, 0],
      [2010],
      [-500, 1000],
      [undefined, undefined],
      [2011, 2012],
      [2010, 2000],
    ]
    for (const [from, to] of ranges) {
      const expected = years.filter((year) => year >= (from ?? -1e9) && year <= (to ?? 1e9))
      t.same(await found({ field: 'year', from, to }), expected, `${from}..${to}`)
    }
  })

  t.test('facets count over the whole result, not the page', async (t) => {
    const index = await opened(t)
    await index.upsert(
      Array.from({ length: 60 }, (_, number) =>
        titled(`d${number}`, number % 2 === 0 ? 'even' : 'odd', {
          year: 2000 + (number % 5),
          facets: { type: [number < 40 ? 'book' : 'serial'], subject: ['all', `s${number % 3}`] },
        }),
      ),
    )
    const result = await index.search(
      query({ all: words('even'), facets: ['type', 'subject', 'year', 'agent'], limit: 3 }),
    )
    t.match(result, { total: 30, totalIsExact: true })
    t.same(result.facets, {
      type: [
        { value: 'book', count: 20 },
        { value: 'serial', count: 10 },
      ],
      subject: [
        { value: 'all', count: 30 },
        { value: 's0', count: 10 },
        { value: 's1', count: 10 },
        { value: 's2', count: 10 },
      ],
      year: ['2004', '2003', '2002', '2001', '2000'].map((value) => ({ value, count: 6 })),
      agent: [],
    })
    const narrowed = await index.search(
      query({ facets: ['type'], filter: { field: 'subject', in: ['s1'] }, limit: 0 }),
    )
    t.same(narrowed.facets, {
      type: [
        { value: 'book', count: 13 },
        { value: 'serial', count: 7 },
      ],
    })
    t.match(narrowed, { total: 20, hits: [], cursor: undefined })
  })

  t.test('a facet is cut to its limit after counting, equal counts by value', async (t) => {
    const index = await opened(t)
    await index.upsert(
      ['乙', '甲', '丁', '丙', '丁'].map((value, number) =>
        document(`d${number}`, { facets: { subject: [value] }, year: 1900 + number }),
      ),
    )
    const { facets } = await index.search(query({ facets: ['subject', 'year'], facetLimit: 3 }))
    t.same(facets.subject, [
      { value: '丁', count: 2 },
      { value: '丙', count: 1 },
      { value: '乙', count: 1 },
    ])
    t.same(
      facets.year?.map(({ value }) => value),
      ['1904', '1903', '1902'],
    )
  })

  t.test('facets follow each change', async (t) => {
    const index = await opened(t)
    const types = async () => (await index.search(query({ facets: ['type'] }))).facets.type
    await index.upsert([
      document('a', { facets: { type: ['book'] } }),
      document('b', { facets: { type: ['book'] } }),
    ])
    t.same(await types(), [{ value: 'book', count: 2 }])
    await index.upsert([document('a', { version: 2, facets: { type: ['map', 'image'] } })])
    t.same(
      await types(),
      ['book', 'image', 'map'].map((value) => ({ value, count: 1 })),
    )
    await index.remove(['b'])
    t.same(
      await types(),
      ['image', 'map'].map((value) => ({ value, count: 1 })),
    )
    await index.clear()
    t.same(await types(), [])
    await index.upsert([document('c', { facets: { type: ['score'] } })])
    t.same(await types(), [{ value: 'score', count: 1 }])
  })
}
