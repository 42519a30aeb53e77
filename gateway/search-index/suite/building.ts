import type { Test } from 'tap'
import { idsOf, type Make, query, titled, words } from './documents.js'

/** An index that is built beside the one that is searched. */
export const buildingSuite = (t: Test, make: Make): void => {
  const { signal } = new AbortController()
  const opened = async (t: Test) => {
    const { index, close } = await make()
    t.teardown(close)
    await index.upsert([titled('a', 'old', { facets: { type: ['book'] } }), titled('b', 'old')])
    return index
  }
  const old = { all: words('old') }

  t.test('an index is built beside the one that is searched, and takes its place', async (t) => {
    const index = await opened(t)
    t.notOk(await index.isOutdated())
    const building = await index.beside({ signal })
    t.equal(await building.count(), 0)
    await building.upsert([titled('a', 'new', { facets: { type: ['map'] } })])
    t.same((await idsOf(index, old)).sort(), ['a', 'b'], 'what is searched is as it was')
    t.same(
      (await building.search(query({ all: words('new') }))).hits.map(({ id }) => id),
      ['a'],
      'the other can be asked before it is searched',
    )
    await index.search(query({ facets: ['type'] }))
    await building.finish()
    await building.swap()
    await building.close()
    t.same(await idsOf(index, old), [])
    t.same(await idsOf(index, { all: words('new') }), ['a'])
    const { facets } = await index.search(query({ facets: ['type'] }))
    t.same(facets.type, [{ value: 'map', count: 1 }])
    t.same(await index.complete(['title'], ['ne'], 5), [{ token: 'new', count: 1 }])
    t.notOk(await index.isOutdated(), 'nothing is left of the old one')
    await index.upsert([titled('c', 'new')])
    t.same((await idsOf(index, { all: words('new') })).sort(), ['a', 'c'])
  })

  t.test('what is written and removed during a build is so in both', async (t) => {
    const index = await opened(t)
    const building = await index.beside({ signal })
    await building.upsert([titled('a', 'built'), titled('b', 'built')])
    await index.upsert([titled('a', 'later', { version: 2 }), titled('c', 'later')])
    await index.remove(['b'])
    await building.upsert([titled('a', 'built')])
    t.same(await building.list(null, 10), [
      { id: 'a', version: 2 },
      { id: 'c', version: 1 },
    ])
    await building.swap()
    t.same((await idsOf(index, { all: words('later') })).sort(), ['a', 'c'])
    t.same(await idsOf(index, {}), await idsOf(index, { all: words('later') }))
  })

  t.test('a build that was cut off is gone on with; one that is dropped leaves nothing', async (t) => {
    const index = await opened(t)
    const first = await index.beside({ signal })
    await first.upsert([titled('x', 'begun')])
    await first.close()
    t.ok(await index.isOutdated(), 'it was begun')
    const again = await index.beside({ signal })
    t.same(await again.list(null, 10), [{ id: 'x', version: 1 }])
    await again.drop()
    await again.close()
    t.notOk(await index.isOutdated())
    t.same((await idsOf(index, old)).sort(), ['a', 'b'])
    const fresh = await index.beside({ signal })
    t.equal(await fresh.count(), 0)
    await fresh.drop()
  })

  t.test('one build follows another', async (t) => {
    const index = await opened(t)
    for (const word of ['first', 'second', 'third']) {
      const building = await index.beside({ signal })
      t.equal(await building.count(), 0)
      await building.upsert([titled('a', word)])
      await building.swap()
      await building.close()
      t.same(await idsOf(index, { all: words(word) }), ['a'])
      t.equal(await index.count(), 1)
    }
  })
}
