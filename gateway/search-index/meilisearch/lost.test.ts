import t, { type Test } from 'tap'
import { silentLog } from '../../contracts/log.js'
import { createMeilisearchIndex } from '../meilisearch.js'
import { query, titled, words } from '../suite/documents.js'
import { startStandIn } from './stand-in/index.js'

const key = 'a-key-for-tests'

const opened = async (t: Test, count = 1) => {
  const engines = await Promise.all(Array.from({ length: count }, () => startStandIn({ key })))
  const index = createMeilisearchIndex({
    urls: engines.map(({ url }) => url),
    key,
    id: async () => 'faults',
    log: silentLog,
  })
  t.teardown(() => Promise.all([index, ...engines].map((one) => one.close())))
  await index.count()
  return { index, engine: engines[0]!, engines }
}

const many = (count: number) =>
  Array.from({ length: count }, (_, number) => titled(`d${number}`, `word number ${number}`))

t.test('E13: an engine that lost its index is told, and prepared anew for what comes', async (t) => {
  const { index, engine } = await opened(t)
  t.same(await index.upsert(many(3)), [])
  const { indexes, keys } = engine.engine
  const { settings } = engine.engine.index('shulian_faults_works')
  indexes.clear()
  keys.keys.clear()
  await t.rejects(index.upsert(many(3)), { code: 'SEARCH_INDEX_LOST', message: /shulian reconcile/ })
  t.same(await index.upsert(many(3)), [])
  t.equal((await index.search(query({ all: words('word') }))).total, 3)
  t.same(engine.engine.index('shulian_faults_works').settings, settings)
  keys.keys.clear()
  await t.rejects(index.search(query()), { code: 'SEARCH_INDEX_LOST', status: 503 })
  t.equal((await index.search(query())).total, 3)
})

t.test('E13: what is removed from an index that is lost says so too', async (t) => {
  const { index, engine } = await opened(t)
  for (const call of [() => index.remove(['d1']), () => index.clear()]) {
    engine.engine.indexes.clear()
    await t.rejects(call(), { code: 'SEARCH_INDEX_LOST' })
    await call()
    t.equal(await index.count(), 0)
  }
})

t.test(
  'E13: one of several engines that lost its part is away until it has been prepared anew',
  async (t) => {
    const { index, engines } = await opened(t, 3)
    await index.upsert(many(60))
    const { engine } = engines[1]!
    const [{ settings }, { size }] = [
      engine.index('shulian_faults_works'),
      engine.index('shulian_faults_works').documents,
    ]
    const losses: Record<string, () => void> = {
      'its index': () => void engine.indexes.clear(),
      'its keys': () => void engine.keys.keys.clear(),
      'its network': () => void Object.assign(engine.features, { network: false }),
      'its folder': () => {
        engine.indexes.clear()
        engine.keys.keys.clear()
        Object.assign(engine.features, { network: false })
      },
    }
    const asked = query({ all: words('word') })
    for (const [what, lose] of Object.entries(losses)) {
      t.same(await index.upsert(many(60)), [])
      t.equal((await index.search(asked)).total, 60)
      lose()
      const rest = await index.search(asked)
      t.match(rest, { total: 60 - size, away: [{ part: '2 of 3', reason: 'away' }] }, what)
      let later = rest
      while (later.away) later = await index.search(asked)
      t.same(engine.index('shulian_faults_works').settings, settings)
    }
    t.same(await index.upsert(many(60)), [])
    t.equal((await index.search(asked)).total, 60)
  },
)
