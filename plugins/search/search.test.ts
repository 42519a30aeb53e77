import t, { type Test } from 'tap'
import type { Member, SearchAnswer } from '../../gateway/contracts/index.js'
import { testKernel } from '../../gateway/testing.js'
import { search } from './index.js'
import { agent, description, fakeCatalogue, fakeMembers, present, titles } from './testing.js'

const members: Member[] = [
  { id: 'delft', type: 'library', name: 'Delft', stage: 'active' },
  { id: 'nlc', type: 'library', name: 'National Library', nameZh: '国家图书馆', stage: 'suspended' },
]

const book = (title: string, given: Partial<Parameters<typeof description>[0]> = {}) =>
  description({ titles: titles(title), ...given })
const year = (edtf: string) => ({ dates: [{ kind: 'issued' as const, edtf, text: edtf }] })

const library = [
  present(
    'w1',
    book('红楼梦', {
      titles: titles('紅樓夢', 'hong lou meng'),
      agents: [agent('曹雪芹')],
      ...year('1996'),
      languages: [{ code: 'chi', role: 'text' }],
      identifiers: [{ scheme: 'isbn', value: '9787020002207', valid: true }],
    }),
    ['delft', 'nlc'],
  ),
  present('w2', book('红学研究', { abstracts: [{ value: '论红楼梦 <b>的</b>作者' }], ...year('2005') }), [
    'nlc',
  ]),
  present('w3', book('The Art of War', { agents: [agent('Sunzi')], ...year('2010'), type: 'serial' })),
  present('w4', book('楼兰的红色之梦')),
]

const opened = async (t: Test, works = library) => {
  const catalogue = fakeCatalogue()
  const kernel = await testKernel({ plugins: [fakeMembers(members), catalogue.plugin, search] })
  t.teardown(kernel.close)
  const put = async (...documents: typeof works) => {
    for (const one of documents) catalogue.works.set(one.id, one)
    await catalogue.announce(documents.map(({ id }) => id))
  }
  await put(...works)
  const get = async (query: string) => (await kernel.app.inject(`/v1/search?${query}`)).json<SearchAnswer>()
  const ids = async (query: string) => (await get(query)).hits.map(({ id }) => id)
  return { ...kernel, catalogue, put, get, ids }
}

const q = (text: string) => `q=${encodeURIComponent(text)}`

t.test('a reader finds a work however it is written', async (t) => {
  const { ids } = await opened(t)
  for (const text of [
    '红楼梦',
    '紅樓夢',
    '《红楼梦》',
    '楼梦',
    'hong lou meng',
    'HONG LOU',
    '978-7-02-000220-7',
    '702000220X',
    '曹雪芹 红楼梦',
    '雪芹',
  ]) {
    t.equal((await ids(q(text)))[0], 'w1', text)
  }
  t.same(await ids(q('art -war')), [])
  t.same(await ids(q('ART of "the art"')), ['w3'])
})

t.test(
  'a title comes before an abstract; characters apart only when nothing has them together',
  async (t) => {
    const { ids } = await opened(t)
    t.same(await ids(q('红楼梦')), ['w1', 'w2'])
    t.same(await ids(q('红色楼兰')), ['w4'])
  },
)

t.test('a hit shows what was found, escaped', async (t) => {
  const { get } = await opened(t)
  const { hits, total, totalIsExact, facets, cursor } = await get(q('红楼梦'))
  t.match(
    { total, totalIsExact, facets, cursor },
    { total: 2, totalIsExact: true, facets: {}, cursor: undefined },
  )
  t.match(hits[0], {
    id: 'w1',
    title: '紅樓夢',
    agents: ['曹雪芹'],
    year: 1996,
    type: 'book',
    languages: ['chi'],
    highlights: { title: '<mark>紅樓夢</mark>' },
    holdings: [
      { member: 'delft', source: 'delft/main', recordId: 'r_w1delft', sourceId: 'w1-delft' },
      { member: 'nlc' },
    ],
  })
  t.same(hits[1]?.highlights, {
    title: '红学研究',
    abstract: '论<mark>红楼梦</mark> &lt;b&gt;的&lt;/b&gt;作者',
  })
  t.notOk('abstract' in hits[1]!, 'a hit has no other field')
})

t.test('filters by name, and facets with the names of members', async (t) => {
  const { get, ids } = await opened(t)
  t.same((await ids('member=nlc')).sort(), ['w1', 'w2'])
  t.same((await ids('member=nlc&member=delft&type=book')).sort(), ['w1', 'w2', 'w4'])
  t.same((await ids('year=2000..2010')).sort(), ['w2', 'w3'])
  t.same(await ids(`${q('红楼梦')}&year=..2000&agent=${encodeURIComponent('曹雪芹')}&language=chi`), ['w1'])
  const { facets, hits, total } = await get('limit=0&facets=member,year,type')
  t.same({ hits, total }, { hits: [], total: 4 })
  t.same(facets, {
    member: [
      { value: 'delft', count: 3, label: 'Delft' },
      { value: 'nlc', count: 2, label: '国家图书馆' },
    ],
    year: ['2010', '2005', '1996'].map((value) => ({ value, count: 1 })),
    type: [
      { value: 'book', count: 3 },
      { value: 'serial', count: 1 },
    ],
  })
})

t.test('a suspended member is named beside the result', async (t) => {
  const { get } = await opened(t)
  t.same((await get('')).partial, [{ member: 'nlc', reason: 'suspended' }])
})

t.test('a filter tree, and what is wrong with one', async (t) => {
  const { app } = await opened(t)
  const post = (payload: object) => app.inject({ method: 'POST', url: '/v1/search', payload })
  const found = await post({
    filter: { and: [{ field: 'type', in: ['book'] }, { not: { field: 'member', in: ['nlc'] } }] },
    facets: ['type'],
  })
  t.same(
    found.json().hits.map(({ id }: { id: string }) => id),
    ['w4'],
  )
  const wrong = await post({
    filter: {
      and: [
        { field: 'type', in: ['book'] },
        { field: 'title', in: ['x'] },
      ],
    },
  })
  t.equal(wrong.statusCode, 400)
  t.match(wrong.json(), { code: 'FILTER_INVALID', errors: [{ path: 'filter.and.1.field', got: '"title"' }] })
  t.match((await post({ q: 'x', sql: 'drop' })).json(), { status: 400, code: 'UNKNOWN_FIELD' })
})

t.test('the sorts, and pages by cursor', async (t) => {
  const { get, ids } = await opened(t)
  t.same(await ids('sort=newest'), ['w3', 'w2', 'w1', 'w4'])
  t.same((await ids('sort=oldest')).slice(0, 3), ['w1', 'w2', 'w3'])
  const seen: string[] = []
  let cursor: string | undefined = '*'
  while (cursor !== undefined) {
    const page: SearchAnswer = await get(`sort=title&limit=1&cursor=${cursor}`)
    seen.push(...page.hits.map(({ id }) => id))
    cursor = page.cursor
  }
  t.same(seen, await ids('sort=title'))
  t.equal((await get('limit=1')).cursor, undefined, 'who does not ask for cursors gets none')
})

t.test('what cannot be answered is refused with its reason', async (t) => {
  const { app } = await opened(t, [])
  const cases: [string, string][] = [
    ['limit=101', 'INPUT_INVALID'],
    ['limit=-1', 'INPUT_INVALID'],
    ['limit=x', 'INPUT_INVALID'],
    ['sort=best', 'INPUT_INVALID'],
    ['foo=1', 'UNKNOWN_FIELD'],
    ['facets=title', 'INPUT_INVALID'],
    ['year=x', 'FILTER_INVALID'],
    ['cursor=x', 'CURSOR_INVALID'],
    ['cursor=*&offset=5', 'INPUT_INVALID'],
    ['offset=9990', 'OFFSET_TOO_FAR'],
    [`q=${'x'.repeat(513)}`, 'QUERY_TOO_LONG'],
  ]
  for (const [query, code] of cases) {
    const answer = await app.inject(`/v1/search?${query}`)
    t.equal(answer.statusCode, 400, query)
    t.equal(answer.json().code, code, query)
    t.match(answer.headers['content-type'], /^application\/problem\+json/)
  }
})

t.test('no text makes it fail', async (t) => {
  const { app } = await opened(t)
  for (const text of [
    '',
    ' ',
    '\0',
    'a\0b',
    '"',
    '""',
    "'; drop table search_text; --",
    'NEAR(a b)',
    '{title}:x',
    '*',
    '^红',
    '-',
    'AND',
    '\u{10ffff}',
    '%',
    '\\',
  ]) {
    t.equal((await app.inject(`/v1/search?${q(text)}&facets=type`)).statusCode, 200, JSON.stringify(text))
    t.equal((await app.inject(`/v1/suggest?${q(text)}`)).statusCode, 200, JSON.stringify(text))
  }
  for (const text of ['\ud800', 'x\udc00']) {
    t.equal((await app.inject({ method: 'POST', url: '/v1/search', payload: { q: text } })).statusCode, 200)
  }
})

t.test('a work that changes or goes is so in the index too', async (t) => {
  const { catalogue, ids, put } = await opened(t)
  await put(present('w1', book('石头记'), ['delft'], 2))
  t.same(await ids(q('石头记')), ['w1'])
  catalogue.works.delete('w1')
  await catalogue.announce(['w1'])
  t.same(await ids(q('石头记')), [])
})

const equal = { written: 0, removed: 0, missing: 0, stale: 0, extra: 0, refused: [] }

t.test('reconciling makes the index equal to the catalogue, rebuilding writes all of it', async (t) => {
  const { catalogue, services, ids, gateway } = await opened(t)
  const { signal } = new AbortController()
  t.same(await services.search.reconcile({ signal }), equal)
  catalogue.works.delete('w2')
  catalogue.works.set('w3', present('w3', book('Peace'), ['delft'], 2))
  catalogue.works.set('w9', present('w9', book('New')))
  t.same(await services.search.reconcile({ signal }), {
    ...equal,
    written: 2,
    removed: 1,
    missing: 1,
    stale: 1,
    extra: 1,
  })
  t.same((await ids('')).sort(), ['w1', 'w3', 'w4', 'w9'])
  catalogue.works.set('w3', present('w3', book('Older'), ['delft'], 1))
  t.same(await services.search.reconcile({ signal }), { ...equal, written: 1, removed: 0, stale: 1 })
  t.same(await ids(q('older')), ['w3'], 'a catalogue that was restored is older than its index')
  const progress: number[][] = []
  t.same(await services.search.rebuild({ signal, onProgress: (done, of) => progress.push([done, of]) }), {
    indexed: 4,
  })
  t.same(progress, [[4, 4]])
  t.equal(await gateway.searchIndex.count(), 4)
})

t.test('an index that lost its works is filled again when the gateway starts', async (t) => {
  const { gateway, ids } = await opened(t)
  await gateway.searchIndex.clear()
  await gateway.start()
  const waiting = AbortSignal.timeout(5_000)
  while ((await ids('')).length < library.length && !waiting.aborted) await new Promise(setImmediate)
  t.equal((await ids('')).length, library.length)
})

t.test('what is typed is completed to titles and names', async (t) => {
  const { app } = await opened(t)
  const suggest = async (text: string) => (await app.inject(`/v1/suggest?${q(text)}`)).json()
  t.same(await suggest('the a'), {
    completions: [
      { kind: 'title', text: 'The Art of War', highlight: '<mark>The</mark> <mark>Art</mark> of War' },
    ],
  })
  t.match(await suggest('曹雪'), {
    completions: [
      { kind: 'title', text: '紅樓夢' },
      { kind: 'agent', text: '曹雪芹', highlight: '<mark>曹雪</mark>芹' },
    ],
  })
  t.same(await suggest(''), { completions: [] })
})

t.test('a slip that finds nothing is answered with what would', async (t) => {
  const { get, app } = await opened(t)
  t.equal((await get(q('Sunzu'))).didYouMean, 'sunzi')
  t.equal((await get(q('xyzzy'))).didYouMean, undefined)
  t.equal((await get(q('sunzi'))).didYouMean, undefined)
  t.match((await app.inject(`/v1/suggest?${q('sunzu ')}`)).json(), { completions: [], didYouMean: 'sunzi' })
})

t.test(
  'what is proposed is what the first hit was found by, of a word that is known elsewhere too',
  async (t) => {
    const { get } = await opened(t, [
      present('w1', book('From Here to Eternity')),
      present('w2', book('The Form of Words')),
    ])
    t.match(await get(q('form here eternity')), {
      hits: [{ id: 'w1' }],
      didYouMean: 'from here eternity',
    })
    t.equal((await get(q('Form words'))).didYouMean, undefined)
  },
)
