import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import t, { type Test } from 'tap'
import { openDatabase } from '../database/open.js'
import { createEmbeddedIndex } from './embedded.js'
import { document, idsOf, pagesOf, query, titled, words } from './suite/documents.js'
import { searchIndexSuite } from './suite.js'

const folder = mkdtempSync(join(tmpdir(), 'shulian-search-'))
t.teardown(() => rmSync(folder, { recursive: true, force: true }))

let files = 0
const make = async (path = join(folder, `${++files}.db`)) => {
  const database = openDatabase({ path })
  return { index: createEmbeddedIndex(database), database, path, close: () => database.close() }
}

searchIndexSuite(t, make)

const opened = async (t: Test, path?: string) => {
  const one = await make(path)
  t.teardown(one.close)
  return one
}

t.test('what one process writes, another finds and counts', async (t) => {
  const one = await opened(t)
  const other = await opened(t, one.path)
  const types = async () => (await other.index.search(query({ facets: ['type'] }))).facets.type
  await one.index.upsert([titled('a', 'x', { facets: { type: ['book'] } })])
  t.same(await types(), [{ value: 'book', count: 1 }])
  await one.index.upsert([titled('a', 'y', { version: 2, facets: { type: ['map'] } })])
  t.same(await types(), [{ value: 'map', count: 1 }])
  t.same(await idsOf(other.index, { all: words('y') }), ['a'])
  await one.index.clear()
  await other.index.upsert([titled('b', 'z', { facets: { type: ['score'] } })])
  t.same(await types(), [{ value: 'score', count: 1 }])
  t.same(await idsOf(one.index, { filter: { field: 'type', in: ['score'] } }), ['b'])
})

t.test('a write waits for the transaction of another, and is not undone with it', async (t) => {
  const { index, database } = await opened(t)
  let written: Promise<void> | undefined
  await t.rejects(
    database.kysely.transaction().execute(async () => {
      written = index.upsert([titled('a', 'x')])
      throw new Error('undone')
    }),
  )
  await written
  t.equal(await index.count(), 1)
})

t.test('while many works are written others have their turns', async (t) => {
  const { database } = await opened(t)
  const index = createEmbeddedIndex(database)
  let [turns, isWriting] = [0, true]
  const turn = () => {
    turns++
    if (isWriting) setImmediate(turn)
  }
  setImmediate(turn)
  const works = Array.from({ length: 2_000 }, (_, number) =>
    titled(`w${number}`, `${'title of many words '.repeat(10)}${number}`),
  )
  await index.upsert(works)
  isWriting = false
  t.equal(await index.count(), 2_000)
  // Statements of a hundred works and the commit are whole; between them there is a turn at every few milliseconds.
  t.ok(turns > 5, `${turns} turns`)
})

t.test(
  'what is asked or written when the database was closed is told so, and nothing is half written',
  async (t) => {
    const one = await opened(t)
    const other = await opened(t, one.path)
    await one.index.upsert([titled('a', 'x', { facets: { type: ['book'] } })])
    const works = Array.from({ length: 2_000 }, (_, number) => titled(`w${number}`, `title ${number}`))
    const written = t.rejects(one.index.upsert(works), { code: 'STORAGE_CLOSED' })
    while (!one.database.raw.inTransaction) await new Promise(setImmediate)
    await one.close()
    await written
    await t.rejects(one.index.search(query({ facets: ['type'] })), { code: 'STORAGE_CLOSED' })
    t.equal(await other.index.count(), 1)
    await other.index.upsert([titled('b', 'y')])
  },
)

t.test('alone with its connection, a write inside an open transaction is part of it', async (t) => {
  const { database } = await opened(t)
  const index = createEmbeddedIndex({ raw: database.raw })
  database.raw.exec('begin')
  await index.upsert([titled('a', 'x')])
  t.same(await idsOf(index, { all: words('x') }), ['a'])
  database.raw.exec('rollback')
  t.same(await idsOf(index, { all: words('x') }), [])
  await index.upsert([titled('b', 'x')])
  t.same(await idsOf(index, { all: words('x') }), ['b'])
})

t.test('an index of another form is built anew', async (t) => {
  const { index, database, path } = await opened(t)
  await index.upsert([titled('a', 'x')])
  database.raw.exec('update search_state set form = 0')
  t.equal(await (await opened(t, path)).index.count(), 0)
})

t.test('of very many hits a part is ranked, and still every one comes once', async (t) => {
  const { index } = await opened(t)
  const count = 7_000
  const documents = Array.from({ length: count }, (_, number) =>
    document(`w${number}`, {
      text: number % 2 === 0 ? { title: `common ${number}` } : { other: `common ${number}` },
      facets: { type: [number % 10 === 0 ? 'map' : 'book'] },
      updatedAt: number % 11,
    }),
  )
  await index.upsert([titled('whole', 'common'), ...documents])
  for (const all of [words('common'), []]) {
    const filter = { field: 'type' as const, in: ['book', 'map'] }
    for (const sketch of [{ all }, { all, filter }]) {
      const pages = (await pagesOf(index, { ...sketch, limit: 250 })).flat()
      const expected = 'filter' in sketch ? count : count + 1
      t.equal(pages.length, expected)
      t.equal(new Set(pages).size, expected)
      t.same(await idsOf(index, { ...sketch, offset: 2_950, limit: 100 }), pages.slice(2_950, 3_050))
      t.same(await idsOf(index, { ...sketch, offset: 6_950, limit: 100 }), pages.slice(6_950, 7_050))
      t.same((await index.search(query({ ...sketch, facets: ['type'], limit: 0 }))).total, expected)
    }
  }
  const best = await idsOf(index, { all: words('common'), limit: 100 })
  t.equal(best[0], 'whole')
  t.ok(
    best.slice(1).every((id) => Number(id.slice(1)) % 2 === 0),
    'titles first',
  )
})

t.test('few hits have one order, whatever the size of the page', async (t) => {
  const { index } = await opened(t)
  const places = ['title', 'agents', 'other'] as const
  await index.upsert(
    Array.from({ length: 300 }, (_, number) =>
      document(`d${number}`, {
        text: {
          title: `x ${'y '.repeat(number % 7)}`,
          [places[number % 3]!]: `common ${'z '.repeat(number % 5)}`,
        },
        updatedAt: number % 4,
      }),
    ),
  )
  for (const ways of [
    { all: words('common') },
    { all: words('common', 'x'), otherwise: [words('common', 'y')] },
  ]) {
    const whole = await idsOf(index, { ...ways, limit: 1000 })
    t.equal(whole.length, ways.otherwise ? 200 : 300)
    for (const limit of [1, 7, 100])
      t.same((await pagesOf(index, { ...ways, limit })).flat(), whole, `pages of ${limit}`)
    t.same(await idsOf(index, { ...ways, offset: 123, limit: 50 }), whole.slice(123, 173))
  }
})

t.test('a beginning of more words than are looked up one by one is found all the same', async (t) => {
  const { index } = await opened(t)
  await index.upsert(Array.from({ length: 450 }, (_, number) => titled(`d${number}`, `long${number}`)))
  const all = [{ tokens: ['long'], prefix: true }]
  t.equal((await index.search(query({ all, over: 1000, limit: 0 }))).total, 450)
  t.equal(
    (await index.search(query({ all: [{ tokens: ['long4'], prefix: true }], over: 1000, limit: 0 }))).total,
    61,
  )
})

t.test('of a beginning with very many hits those of its most frequent words are glanced at', async (t) => {
  const { index } = await opened(t)
  const rare = Array.from({ length: 300 }, (_, number) => titled(`rare${number}`, `long${number}`))
  const frequent = Array.from({ length: 10_000 }, (_, number) => titled(`d${number}`, 'longing'))
  await index.upsert([...frequent, ...rare])
  const { hits } = await index.search(
    query({ all: [{ tokens: ['long'], prefix: true }], over: 500, limit: 500 }),
  )
  t.equal(hits.filter(({ id }) => id.startsWith('rare')).length, 59)
  t.equal(hits.filter(({ id }) => id.startsWith('d')).length, 441)
})

t.test(
  'a beginning is looked for in all that is said, where few titles, names and headings have it',
  async (t) => {
    const { index } = await opened(t)
    await index.upsert([
      titled('a', 'penguins'),
      document('b', { text: { other: 'penguin press' } }),
      document('c', { text: { other: 'tsinghua press' } }),
      ...Array.from({ length: 20 }, (_, number) => titled(`d${number}`, `pres${number}`)),
    ])
    const glanced = async (beginning: string) =>
      (await idsOf(index, { all: [{ tokens: [beginning], prefix: true }], over: 30, limit: 30 })).toSorted()
    t.same(await glanced('tsin'), ['c'])
    t.same(await glanced('peng'), ['a', 'b'])
    t.equal((await glanced('pres')).length, 20, 'where many have it, those are meant')
  },
)

t.test('of works that became others a reader finds neither both nor none', async (t) => {
  const one = await opened(t)
  const other = await opened(t, one.path)
  const works = (name: string) =>
    Array.from({ length: 1_000 }, (_, number) => titled(`${name}${number}`, 'x'))
  const before = works('before')
  await one.index.upsert(before)
  let isDone = false
  const written = one.index
    .upsert(
      works('after'),
      before.map(({ id }) => id),
    )
    .finally(() => {
      isDone = true
    })
  const counts = new Set<number>()
  let looks = 0
  for (; !isDone; looks++) {
    counts.add(await other.index.count())
    await new Promise(setImmediate)
  }
  await written
  t.ok(looks > 1, `${looks} looks meanwhile`)
  t.same([...counts], [1_000])
  t.match(await other.index.list(null, 1), [{ id: /^after/ }])
})

t.test('after many changes in any order the index holds what a map would', async (t) => {
  const { index } = await opened(t)
  const expected = new Map<string, string>()
  let seed = 5
  const random = (below: number) => {
    seed = (seed * 1103515245 + 12345) % 2147483648
    return Math.floor((seed / 2147483648) * below)
  }
  for (let round = 1; round <= 60; round++) {
    const changed = Array.from(
      { length: 1 + random(40) },
      () => [`d${random(200)}`, `t${random(8)}`] as const,
    )
    await index.upsert(
      changed.map(([id, word]) => titled(id, `all ${word}`, { version: round, facets: { type: [word] } })),
    )
    for (const [id, word] of changed) expected.set(id, word)
    const gone = Array.from({ length: random(10) }, () => `d${random(200)}`)
    await index.remove(gone)
    for (const id of gone) expected.delete(id)
  }
  for (const word of ['t0', 't3', 't7']) {
    const ids = [...expected].filter(([, value]) => value === word).map(([id]) => id)
    const { hits, facets } = await index.search(query({ all: words(word), facets: ['type'], limit: 300 }))
    t.same(hits.map(({ id }) => id).sort(), ids.sort())
    t.same(facets.type, ids.length === 0 ? [] : [{ value: word, count: ids.length }])
  }
  t.equal(await index.count(), expected.size)
})
