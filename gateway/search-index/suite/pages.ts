import type { Test } from 'tap'
import type { SearchDocument, SearchQuery } from '../../contracts/search-index.js'
import { document, idsOf, type Make, pagesOf, query, titled, words } from './documents.js'

const sorts: SearchQuery['sort'][] = ['relevance', 'newest', 'oldest', 'title', 'title-stroke']

/** Many that cannot be told apart by score, year or title: the order must be total all the same. */
const alike = (count: number): SearchDocument[] =>
  Array.from({ length: count }, (_, number) =>
    titled(`w${(number * 7919) % count}`, `same ${number % 3 === 0 ? 'word word' : 'word'}`, {
      year: number % 7 === 0 ? null : 2000 + (number % 4),
      updatedAt: number % 5,
      titleKey: `t${number % 6}`,
    }),
  )

/** The orders and the ways through them. */
export const pagesSuite = (t: Test, make: Make): void => {
  const opened = async (t: Test, documents: SearchDocument[]) => {
    const { index, close } = await make()
    t.teardown(close)
    await index.upsert(documents)
    return index
  }

  t.test('each sort has its order, works without a year last', async (t) => {
    const index = await opened(t, [
      document('a', { year: 1990, titleKey: '丙' }),
      document('b', { year: null, titleKey: 'alpha' }),
      document('c', { year: 2020, titleKey: 'beta' }),
      document('d', { year: 1990, titleKey: 'beta', updatedAt: 9 }),
    ])
    t.same(await idsOf(index, { sort: 'newest' }), ['c', 'd', 'a', 'b'])
    t.same(await idsOf(index, { sort: 'oldest' }), ['d', 'a', 'c', 'b'])
    t.same(await idsOf(index, { sort: 'title' }), ['b', 'c', 'd', 'a'])
    t.same(await idsOf(index, { sort: 'relevance' }), ['d', 'a', 'b', 'c'])
  })

  t.test('each sort by title has its own order, and no other text decides it', async (t) => {
    const index = await opened(t, [
      titled('a', 'z', { titleOrder: { title: '1', 'title-stroke': '3' } }),
      titled('b', 'y', { titleOrder: { title: '2', 'title-stroke': '1' } }),
      titled('c', 'x', { titleOrder: { title: '3', 'title-stroke': '2' } }),
    ])
    t.same(await idsOf(index, { sort: 'title' }), ['a', 'b', 'c'])
    t.same(await idsOf(index, { sort: 'title-stroke' }), ['b', 'c', 'a'])
  })

  t.test('a better hit has the higher score', async (t) => {
    const index = await opened(t, [titled('a', 'x y z'), document('b', { text: { other: 'x y z' } })])
    const { hits } = await index.search(query({ all: words('x') }))
    t.same(
      hits.map(({ id }) => id),
      ['a', 'b'],
    )
    t.ok(hits[0]!.score > hits[1]!.score)
  })

  t.test('by cursor every hit comes once, in one order', async (t) => {
    const index = await opened(t, alike(250))
    for (const sort of sorts) {
      for (const all of [words('same'), []]) {
        const whole = [
          ...(await idsOf(index, { all, sort, limit: 100 })),
          ...(await idsOf(index, { all, sort, limit: 100, offset: 100 })),
          ...(await idsOf(index, { all, sort, limit: 100, offset: 200 })),
        ]
        t.equal(new Set(whole).size, 250, `${sort}: by offset`)
        t.same((await pagesOf(index, { all, sort, limit: 7 })).flat(), whole, `${sort}: by cursor`)
      }
    }
  })

  t.test('the last page has no cursor, and neither has a page of nothing', async (t) => {
    const index = await opened(t, alike(20))
    t.same(
      (await pagesOf(index, { all: words('same'), limit: 10 })).map(({ length }) => length),
      [10, 10],
    )
    t.equal((await index.search(query({ limit: 0 }))).cursor, undefined)
    t.equal((await index.search(query({ limit: 20 }))).cursor, undefined)
    t.same(await idsOf(index, { offset: 20 }), [])
    t.same(await idsOf(index, { offset: 1000 }), [])
  })

  t.test('a cursor goes on although its hit is gone', async (t) => {
    const index = await opened(t, alike(30))
    for (const sort of sorts) {
      const order = await idsOf(index, { sort, limit: 30 })
      const { hits, cursor } = await index.search(query({ sort, limit: 10 }))
      await index.remove([hits[9]!.id])
      t.same(await idsOf(index, { sort, limit: 5, cursor }), order.slice(10, 15), sort)
      await index.upsert(alike(30).filter(({ id }) => id === hits[9]!.id))
    }
  })

  t.test('a cursor that is none, or of another sort, is refused', async (t) => {
    const index = await opened(t, alike(30))
    const { cursor } = await index.search(query({ sort: 'newest', limit: 2 }))
    const encoded = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
    const wrong = [
      '',
      'x',
      '*',
      encoded(null),
      encoded([]),
      encoded(['title', 'ranked', 1, 2]),
      encoded(['title', 'rest', 1]),
      encoded(['title', {}, 'a', 'b']),
      cursor as string,
    ]
    for (const cursor of wrong) {
      await t.rejects(
        index.search(query({ sort: 'title', cursor })),
        { code: 'CURSOR_INVALID', status: 400 },
        cursor,
      )
    }
  })

  t.test('totals are exact to the limit that was asked for', async (t) => {
    const index = await opened(t, alike(250))
    for (const all of [words('same'), []]) {
      t.match(await index.search(query({ all, exactUpTo: 250 })), { total: 250, totalIsExact: true })
      const { total, totalIsExact } = await index.search(query({ all, exactUpTo: 100 }))
      t.ok(total >= 100 && total <= 250)
      t.equal(totalIsExact, total === 250)
    }
  })
}
