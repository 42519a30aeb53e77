import t, { type Test } from 'tap'
import { silentLog } from '../../contracts/log.js'
import { createLog } from '../../observability/log.js'
import { createMeilisearchIndex } from '../meilisearch.js'
import { document, idsOf, query, titled, words } from '../suite/documents.js'
import { type StandIn, startStandIn } from './stand-in/index.js'

const key = 'a-key-for-tests'

const opened = async (t: Test, count = 1) => {
  const engines: StandIn[] = []
  for (let number = 0; number < count; number++) engines.push(await startStandIn({ key }))
  const urls = engines.map(({ url }) => url)
  const index = createMeilisearchIndex({ urls, key, id: async () => 'faults', log: silentLog })
  t.teardown(async () => {
    await index.close()
    for (const engine of engines) await engine.close()
  })
  await index.count()
  return { index, engine: engines[0]!, engines, urls }
}

const many = (count: number) =>
  Array.from({ length: count }, (_, number) => titled(`d${number}`, `word number ${number}`))

t.test('E14: one document that the engine will not have is told, and all others are found', async (t) => {
  const { index, engine } = await opened(t)
  engine.faults.poison = 'poisoned'
  const documents = [...many(60), titled('bad', 'word poisoned')]
  const refused = await index.upsert(documents)
  t.match(refused, [{ id: 'bad', code: 'invalid_document_fields', reason: /cannot be indexed/ }])
  t.equal(refused.length, 1)
  t.equal(await index.count(), 60)
})

t.test('E14: a task that fails for a reason of the engine is done again', async (t) => {
  const { index, engine } = await opened(t)
  engine.faults.failOneIn = 3
  for (const one of many(20)) t.same(await index.upsert([one]), [])
  t.equal(await index.count(), 20)
})

t.test('E14: what is never indexed is never said to be', async (t) => {
  const { index, engine } = await opened(t)
  engine.faults.failOneIn = 1
  await t.rejects(index.upsert(many(3)), { code: 'SEARCH_TASK_FAILED', status: 503 })
  engine.faults.failOneIn = 0
  t.same(await index.upsert(many(3)), [])
  t.equal(await index.count(), 3)
})

t.test('E15: a batch that is too large is halved; a document that is too large is told', async (t) => {
  const { index, engine } = await opened(t)
  engine.faults.payloadLimit = 20_000
  const huge = document('huge', { text: { other: 'x '.repeat(20_000) } })
  const refused = await index.upsert([...many(200), huge])
  t.match(refused, [{ id: 'huge', code: 'payload_too_large' }])
  t.equal(await index.count(), 200)
})

t.test('E15: too many requests are asked again later', async (t) => {
  const { index, engine } = await opened(t)
  engine.faults.tooMany = 2
  t.same(await index.upsert(many(5)), [])
  engine.faults.tooMany = 2
  t.same((await idsOf(index, { all: words('word') })).length, 5)
})

t.test('an older version that comes while a newer is under way does not win', async (t) => {
  const { index, engine } = await opened(t)
  engine.faults.taskTime = 30
  await Promise.all([
    index.upsert([titled('a', 'second', { version: 2 })]),
    index.upsert([titled('a', 'first', { version: 1 })]),
  ])
  t.same(await idsOf(index, { all: words('second') }), ['a'])
  t.same(await idsOf(index, { all: words('first') }), [])
})

t.test('a wrong key and an engine that is away are said, with what to do', async (t) => {
  const { engine } = await opened(t)
  const wrong = createMeilisearchIndex({
    urls: [engine.url],
    key: 'wrong',
    id: async () => 'x',
    log: silentLog,
  })
  await t.rejects(wrong.count(), { code: 'SEARCH_ENGINE_KEY_INVALID', message: /SHULIAN_MEILI_KEY/ })
  await wrong.close()
  const away = createMeilisearchIndex({
    urls: ['http://127.0.0.1:1'],
    key,
    id: async () => 'x',
    log: silentLog,
  })
  await t.rejects(away.count(), { code: 'SEARCH_ENGINE_AWAY', status: 503, message: /SHULIAN_MEILI_URL/ })
  await away.close()
})

t.test('an engine that goes and comes is told once in the log, whoever asks it', async (t) => {
  const engine = await startStandIn({ key })
  t.teardown(() => engine.close())
  const told: string[] = []
  const log = createLog({
    level: 'warn',
    write: (line) => told.push((JSON.parse(line) as { msg: string }).msg),
  })
  const index = createMeilisearchIndex({ urls: [engine.url], key, id: async () => 'told', log })
  t.teardown(() => index.close())
  await index.upsert(many(3))
  t.same(told, [])
  engine.faults.tooMany = 1_000
  await Promise.all(many(5).map(() => t.rejects(index.search(query()), { code: 'SEARCH_ENGINE_AWAY' })))
  engine.faults.tooMany = 0
  await Promise.all(many(5).map(() => index.search(query())))
  t.equal(told.length, 2)
  t.match(told, [/^the search engine at 127.0.0.1:\d+ does not answer. Start it/, /answers again$/])
})

t.test('several servers divide the works and answer as one; one that is away is told', async (t) => {
  const { index, engines } = await opened(t, 3)
  const types = (number: number) => ({ facets: { type: [number % 2 === 0 ? 'book' : 'map'] } })
  await index.upsert(Array.from({ length: 90 }, (_, number) => titled(`d${number}`, 'word', types(number))))
  const shares = engines.map(({ engine }) => engine.index('shulian_faults_works').documents.size)
  t.ok(
    shares.every((share) => share > 10),
    `each has its share: ${shares}`,
  )
  const asked = query({ all: words('word'), facets: ['type'], limit: 100, sort: 'title' })
  const whole = await index.search(asked)
  t.match(whole, {
    total: 90,
    facets: {
      type: [
        { value: 'book', count: 45 },
        { value: 'map', count: 45 },
      ],
    },
  })
  t.equal(new Set(whole.hits.map(({ id }) => id)).size, 90)
  t.equal(whole.away, undefined)
  await engines[1]!.close()
  const rest = await index.search(asked)
  t.same(rest.away, [{ part: '2 of 3', reason: 'away' }])
  t.equal(rest.total, 90 - shares[1]!)
  await engines[0]!.close()
  const third = await index.search(asked)
  t.equal(third.total, shares[2], 'another server asks when the first is away')
  t.equal(third.away?.length, 2)
})

t.test('the gateway searches with a key that may only search its own index', async (t) => {
  const { index, engine } = await opened(t)
  await index.search(query())
  const [made] = [...engine.engine.keys.keys.values()]
  t.match(made, { actions: ['search'], indexes: ['shulian_faults_works', 'shulian_faults_works_next'] })
})

t.test('servers without a master key are searched without one', async (t) => {
  const engines = [await startStandIn({ key: '' }), await startStandIn({ key: '' })]
  const index = createMeilisearchIndex({
    urls: engines.map(({ url }) => url),
    id: async () => 'open',
    log: silentLog,
  })
  t.teardown(() => Promise.all([index, ...engines].map((one) => one.close())))
  await index.upsert(many(20))
  t.match(await index.search(query({ all: words('word') })), { total: 20, away: undefined })
  t.same(await index.complete(['title'], ['wor'], 1), [{ token: 'word', count: 20 }])
})

t.test('an index that is emptied to be filled anew gets the settings of this version', async (t) => {
  const { index, engine } = await opened(t)
  const one = engine.engine.index('shulian_faults_works')
  const { settings } = one
  one.update({ rankingRules: ['words'], synonyms: {} })
  await index.clear()
  t.same(one.settings, settings)
})

t.test('E21: searches that all fail are not each asked again', async (t) => {
  const { index, engine } = await opened(t)
  await index.search(query())
  const [searches, limit] = [200, 1_000_000]
  engine.faults.tooMany = limit
  const ends = await Promise.allSettled(Array.from({ length: searches }, () => index.search(query())))
  t.ok(ends.every(({ status }) => status === 'rejected'))
  const asked = limit - engine.faults.tooMany
  t.ok(asked <= 1.1 * searches, `${asked} requests`)
  engine.faults.tooMany = 0
  t.same((await index.search(query())).total, 0)
})
