import type { Test } from 'tap'
import type { Filter, SearchIndex, SearchQuery } from '../../contracts/search-index.js'
import { document, type Make, query, titled, words } from './documents.js'

const chosen = (field: 'type' | 'language' | 'subject', ...values: string[]): Filter => ({
  field,
  in: values,
})
const years = (from?: number, to?: number): Filter => ({ field: 'year', from, to })

/** `value count` of each facet that was asked for, and the total. */
const counts = async (index: SearchIndex, sketch: Partial<SearchQuery>) => {
  const { facets, total } = await index.search(query({ limit: 0, ...sketch }))
  const shown = Object.entries(facets).map(([field, values]) => [
    field,
    values.map(({ value, count }) => `${value} ${count}`).join(', '),
  ])
  return { total, ...Object.fromEntries(shown) }
}

/** What a facet still offers when something is chosen in it. */
export const choicesSuite = (t: Test, make: Make): void => {
  const opened = async (t: Test) => {
    const { index, close } = await make()
    t.teardown(close)
    await index.upsert([
      titled('a', 'x', { year: 1999, facets: { type: ['book'], language: ['chi'], subject: ['s1', 's2'] } }),
      titled('b', 'x', { year: 2005, facets: { type: ['book'], language: ['eng'], subject: ['s1'] } }),
      titled('c', 'x', { year: 2005, facets: { type: ['map'], language: ['eng', 'chi'] } }),
      titled('d', 'x', { facets: { type: ['score'], language: ['eng'] } }),
      titled('e', 'y', { year: 2005, facets: { type: ['map'], language: ['chi'] } }),
    ])
    return index
  }

  t.test(
    'a value that is chosen leaves the counts of its facet as they were, and narrows the others',
    async (t) => {
      const index = await opened(t)
      const facets: SearchQuery['facets'] = ['type', 'language', 'year']
      for (const { all, maps } of [
        { all: words('x'), maps: 1 },
        { all: [], maps: 2 },
      ]) {
        t.same(await counts(index, { all, facets, filter: chosen('type', 'book') }), {
          total: 2,
          type: `book 2, map ${maps}, score 1`,
          language: 'chi 1, eng 1',
          year: '2005 1, 1999 1',
        })
        t.same(await counts(index, { all, facets, filter: chosen('type', 'book', 'score') }), {
          total: 3,
          type: `book 2, map ${maps}, score 1`,
          language: 'eng 2, chi 1',
          year: '2005 1, 1999 1',
        })
      }
    },
  )

  t.test('of two facets that are chosen in, each is counted by the other', async (t) => {
    const index = await opened(t)
    const filter: Filter = { and: [chosen('type', 'map'), chosen('language', 'eng'), years(2000)] }
    t.same(await counts(index, { filter, facets: ['type', 'language', 'year'] }), {
      total: 1,
      type: 'book 1, map 1',
      language: 'chi 2, eng 1',
      year: '2005 1',
    })
    t.same(
      await counts(index, { filter, facets: ['type'] }),
      { total: 1, type: 'book 1, map 1' },
      'what is chosen in a facet that is not asked for narrows as ever',
    )
  })

  t.test('ranges and single years are choices too', async (t) => {
    const index = await opened(t)
    const filter: Filter = { or: [years(1990, 1999), years(2001, 2001)] }
    t.same(await counts(index, { filter, facets: ['year', 'type'] }), {
      total: 1,
      year: '2005 3, 1999 1',
      type: 'book 1',
    })
    t.same(await counts(index, { filter: years(2010), facets: ['year'] }), {
      total: 0,
      year: '2005 3, 1999 1',
    })
  })

  t.test(
    'an exclusion, two conditions on one facet, and a choice deeper in the filter are no choices',
    async (t) => {
      const index = await opened(t)
      const facets: SearchQuery['facets'] = ['subject']
      const both: Filter = { and: [chosen('subject', 's1'), chosen('subject', 's2')] }
      t.same(await counts(index, { filter: both, facets }), { total: 1, subject: 's1 1, s2 1' })
      t.same(await counts(index, { filter: { not: chosen('subject', 's2') }, facets }), {
        total: 4,
        subject: 's1 1',
      })
      const deep: Filter = { or: [chosen('subject', 's2'), chosen('type', 'score')] }
      t.same(await counts(index, { filter: deep, facets }), { total: 2, subject: 's1 1, s2 1' })
    },
  )

  t.test('what is chosen is listed beyond the limit, also where nothing is left of it', async (t) => {
    const index = await opened(t)
    const filter = chosen('type', 'score', 'never seen')
    t.same(await counts(index, { filter, facets: ['type'], facetLimit: 1 }), {
      total: 1,
      type: 'book 2, score 1, never seen 0',
    })
    t.same(await counts(index, { all: words('y'), filter, facets: ['type'] }), {
      total: 0,
      type: 'map 1, score 0, never seen 0',
    })
  })

  t.test('of a facet only the values that are asked for, all of them', async (t) => {
    const index = await opened(t)
    const facetValues = { type: ['map', 'score', 'none'] }
    t.same(await counts(index, { facets: ['type', 'language'], facetValues, facetLimit: 1 }), {
      total: 5,
      type: 'map 2, score 1',
      language: 'chi 3',
    })
    t.same(await counts(index, { facets: ['type'], facetValues, filter: chosen('type', 'book') }), {
      total: 2,
      type: 'book 2, map 2, score 1',
    })
  })

  t.test('every year is told, rising, whatever the limit', async (t) => {
    const index = await opened(t)
    await index.upsert(
      Array.from({ length: 100 }, (_, number) => document(`y${number}`, { year: -50 + number })),
    )
    const { years = [], facets } = await index.search(query({ facets: ['year'], facetLimit: 2 }))
    t.equal(facets.year?.length, 2)
    t.equal(years.length, 102)
    t.same(years.slice(0, 2), [
      { year: -50, count: 1 },
      { year: -49, count: 1 },
    ])
    t.same(years.at(-1), { year: 2005, count: 3 })
    t.equal((await index.search(query({ facets: ['type'] }))).years, undefined)
  })

  t.test('what is removed, emptied and written again is counted as it is now', async (t) => {
    const index = await opened(t)
    const now = () => counts(index, { facets: ['type'], filter: chosen('type', 'map') })
    t.same(await now(), { total: 2, type: 'book 2, map 2, score 1' })
    await index.remove(['e', 'a'])
    t.same(await now(), { total: 1, type: 'book 1, map 1, score 1' })
    await index.upsert([document('e', { facets: { type: ['map'] } }), document('f')])
    t.same(await now(), { total: 2, type: 'map 2, book 1, score 1' })
    await index.remove(['f', 'e'])
    await index.upsert([document('g', { facets: { type: ['book'] } })])
    t.same(await now(), { total: 1, type: 'book 2, map 1, score 1' })
    t.equal((await counts(index, { facets: ['type'] })).total, await index.count())
    await index.clear()
    t.same(await now(), { total: 0, type: 'map 0' })
    await index.upsert([document('h', { facets: { type: ['map'] } })])
    t.same(await now(), { total: 1, type: 'map 1' })
  })
}
