import type { Test } from 'tap'
import { document, idsOf, type Make, query, titled, words } from './documents.js'

/** What comes in, changes and goes. */
export const changesSuite = (t: Test, make: Make): void => {
  const opened = async (t: Test) => {
    const { index, close } = await make()
    t.teardown(close)
    return index
  }

  t.test('a document is replaced by one of the same or a higher version, never by an older', async (t) => {
    const index = await opened(t)
    await index.upsert([titled('a', 'second', { version: 2 })])
    await index.upsert([titled('a', 'first', { version: 1 })])
    t.same(await idsOf(index, { all: words('first') }), [])
    t.same(await idsOf(index, { all: words('second') }), ['a'])
    await index.upsert([titled('a', 'again', { version: 2 })])
    t.same(await idsOf(index, { all: words('second') }), [])
    t.same(await idsOf(index, { all: words('again') }), ['a'])
    t.equal(await index.count(), 1)
  })

  t.test('of one document twice in a batch the higher version stays', async (t) => {
    const index = await opened(t)
    await index.upsert([
      titled('a', 'new', { version: 3 }),
      titled('a', 'old', { version: 2 }),
      titled('b', 'x'),
    ])
    t.same(await idsOf(index, { all: words('new') }), ['a'])
    t.same(await index.list(null, 10), [
      { id: 'a', version: 3 },
      { id: 'b', version: 1 },
    ])
  })

  t.test('what is stored comes back as it was', async (t) => {
    const index = await opened(t)
    const stored = { title: '红楼梦 <&>"', list: [1, null, { deep: true }], empty: '' }
    await index.upsert([titled('a', 'x', { stored }), titled('b', 'y', { stored: { other: 1 } })])
    const { hits } = await index.search(query({ all: words('x') }))
    t.same(hits[0]?.stored, stored)
  })

  t.test('what is removed is not found, and may come again', async (t) => {
    const index = await opened(t)
    await index.upsert([titled('a', 'x'), titled('b', 'x')])
    await index.remove(['a', 'never seen'])
    t.same(await idsOf(index, { all: words('x') }), ['b'])
    t.equal(await index.count(), 1)
    await index.upsert([titled('a', 'x z')])
    t.same((await idsOf(index, { all: words('x') })).sort(), ['a', 'b'])
    await index.remove([])
    await index.upsert([])
    t.equal(await index.count(), 2)
  })

  t.test('what is gone is removed with what is written', async (t) => {
    const index = await opened(t)
    await index.upsert([titled('a', 'x'), titled('b', 'x'), titled('c', 'x')])
    t.same(await index.upsert([titled('c', 'x y'), titled('d', 'x')], ['a', 'never seen']), [])
    t.same((await idsOf(index, { all: words('x') })).sort(), ['b', 'c', 'd'])
    await index.upsert([], ['b', 'c'])
    t.same(await idsOf(index, { all: words('x') }), ['d'])
    t.equal(await index.count(), 1)
  })

  t.test('it can be emptied', async (t) => {
    const index = await opened(t)
    await index.upsert([titled('a', 'x', { facets: { type: ['book'] } })])
    await index.clear()
    t.equal(await index.count(), 0)
    t.same(await idsOf(index, {}), [])
    t.same(await idsOf(index, { all: words('x') }), [])
    await index.upsert([titled('a', 'y')])
    t.same(await idsOf(index, { all: words('y') }), ['a'])
  })

  t.test('what it holds can be listed in id order, a part at a time', async (t) => {
    const index = await opened(t)
    await index.upsert(['c', 'a', 'd', 'b'].map((id, number) => document(id, { version: number + 1 })))
    t.same(await index.list(null, 3), [
      { id: 'a', version: 2 },
      { id: 'b', version: 4 },
      { id: 'c', version: 1 },
    ])
    t.same(await index.list('c', 3), [{ id: 'd', version: 3 }])
    t.same(await index.list('d', 3), [])
  })

  t.test('words of a field are completed, the most frequent first', async (t) => {
    const index = await opened(t)
    await index.upsert([
      titled('a', 'library history'),
      titled('b', 'libraries history'),
      titled('c', 'library', { text: { agents: 'liberman' } }),
      titled('d', 'zebra'),
    ])
    t.same(await index.complete(['title'], ['lib'], 5), [
      { token: 'library', count: 2 },
      { token: 'libraries', count: 1 },
    ])
    t.same(await index.complete(['title'], ['lib'], 1), [{ token: 'library', count: 2 }])
    t.same(await index.complete(['agents'], ['lib'], 5), [{ token: 'liberman', count: 1 }])
    t.same(await index.complete(['title'], ['q'], 5), [])
    t.same(
      (await index.complete(['title'], ['lib', 'z', 'libr', 'q'], 5)).map(({ token }) => token),
      ['library', 'libraries', 'zebra'],
      'of several beginnings each word once',
    )
    t.same(await index.complete(['title'], [], 5), [])
    t.same(
      (await index.complete(['title', 'agents'], ['lib'], 5)).map(({ token }) => token),
      ['library', 'liberman', 'libraries'],
    )
    for (const hostile of ['"', '%', '_', '\0', '\ud800', "'", '*'])
      t.same(await index.complete(['title'], [hostile], 5), [])
    await index.remove(['a'])
    t.same(await index.complete(['title'], ['lib'], 5), [
      { token: 'libraries', count: 1 },
      { token: 'library', count: 1 },
    ])
  })

  t.test('of words, words side by side and beginnings it is told which no document has', async (t) => {
    const index = await opened(t)
    await index.upsert([
      titled('a', 'art of war', { text: { other: 'wuhan press', identifiers: 'tp311 14' } }),
      titled('b', '红 楼 梦 | 考 证', { text: { agents: '曹 雪 芹', sounds: '\ue001 \ue002 \ue003' } }),
    ])
    const asked: [term: { tokens: string[]; prefix?: boolean }, isMissing: boolean][] = [
      [{ tokens: ['war'] }, false],
      [{ tokens: ['wuhan'] }, false],
      [{ tokens: ['wa'] }, true],
      [{ tokens: ['wa'], prefix: true }, false],
      [{ tokens: ['wuha'], prefix: true }, false],
      [{ tokens: ['wuhx'], prefix: true }, true],
      [{ tokens: ['14'] }, false],
      [{ tokens: ['楼', '梦'] }, false],
      [{ tokens: ['梦', '考'] }, true],
      [{ tokens: ['梦', '楼'] }, true],
      [{ tokens: ['曹'] }, false],
      [{ tokens: ['贾'] }, true],
      [{ tokens: ['\ue002', '\ue003'] }, false],
      [{ tokens: ['\ue003', '\ue002'] }, true],
      [{ tokens: ['of', 'war'] }, false],
    ]
    t.same(
      await index.missing(asked.map(([term]) => term)),
      asked.map(([, isMissing]) => isMissing),
    )
    t.same(await index.missing([]), [])
    const hostile = ['"', '*', 'a*', '\0', '\ud800', 'NOT', "'", '\u{20000}', '']
    for (const prefix of [false, true])
      t.equal(
        (await index.missing(hostile.map((token) => ({ tokens: [token], prefix })))).length,
        hostile.length,
      )
    await index.remove(['a'])
    t.same(await index.missing([{ tokens: ['war'] }, { tokens: ['楼'] }]), [true, false])
  })

  t.test('documents whose title begins so are given in its order, and go with their document', async (t) => {
    const index = await opened(t)
    await index.upsert([
      titled('a', 'art of war'),
      titled('b', 'art'),
      titled('c', 'artful'),
      titled('d', 'the art of war'),
      titled('e', 'art of war', { stored: { other: true } }),
    ])
    t.same(
      (await index.titled('art', 10)).map(({ id }) => id),
      ['b', 'a', 'e', 'c'],
    )
    t.same(await index.titled('art of w', 10), [
      { id: 'a', stored: { id: 'a' } },
      { id: 'e', stored: { other: true } },
    ])
    t.same((await index.titled('', 2)).length, 2)
    for (const hostile of ['%', '_', '\0art\0x', '\ud800', '\u{10ffff}', '"'])
      t.same(await index.titled(hostile, 5), [], JSON.stringify(hostile))
    await index.remove(['a', 'b'])
    t.same(
      (await index.titled('art', 10)).map(({ id }) => id),
      ['e', 'c'],
    )
  })

  t.test('a glance sees the latest hits alone, and counts on them', async (t) => {
    const index = await opened(t)
    await index.upsert(
      Array.from({ length: 50 }, (_, number) =>
        titled(`d${number}`, 'word', { facets: { type: [number < 40 ? 'book' : 'map'] } }),
      ),
    )
    const glance = query({ all: words('word'), over: 20, limit: 5, facets: ['type'] })
    const { hits, total, totalIsExact, facets } = await index.search(glance)
    t.same(
      hits.map(({ id }) => id),
      ['d49', 'd48', 'd47', 'd46', 'd45'],
    )
    t.match({ total, totalIsExact }, { total: 20, totalIsExact: false })
    t.same(facets.type, [
      { value: 'book', count: 10 },
      { value: 'map', count: 10 },
    ])
    const all = await index.search({ ...glance, over: 100, filter: { field: 'type', in: ['map'] } })
    t.match(all, { total: 10, totalIsExact: true })
    t.match(await index.search({ ...glance, all: [], over: 3, facets: [] }), { total: 3, facets: {} })
  })
  t.test('a glance sees what begins so, and the words that have come since', async (t) => {
    const index = await opened(t)
    await index.upsert([titled('a', 'art of learning'), titled('b', 'learned men'), titled('c', 'learn')])
    const glance = (...tokens: string[]) =>
      query({ all: [{ tokens, prefix: true }], over: 20, limit: 20, sort: 'relevance' })
    const ids = async (...tokens: string[]) =>
      (await index.search(glance(...tokens))).hits.map(({ id }) => id).sort()
    t.same(await ids('learn'), ['a', 'b', 'c'])
    t.same(await ids('learned'), ['b'])
    t.same(await ids('of', 'learn'), ['a'])
    t.same(await ids('learnx'), [])
    for (const [typed, found] of [
      ['learnx', []],
      ['learn', ['a', 'b', 'c']],
    ] as const) {
      const all = [{ tokens: [typed], prefix: true, field: 'title' as const }]
      t.same(
        (await index.search({ ...glance(typed), all })).hits.map(({ id }) => id).sort(),
        found,
        `${typed} in a field`,
      )
    }
    await index.upsert([titled('d', 'learners'), titled('b', 'men', { version: 2 })])
    t.same(await ids('learn'), ['a', 'c', 'd'])
    t.same(await ids('le'), ['a', 'c', 'd'])
  })
}
