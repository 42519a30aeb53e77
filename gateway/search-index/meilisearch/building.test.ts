import t, { type Test } from 'tap'
import { silentLog } from '../../contracts/log.js'
import { createMeilisearchIndex } from '../meilisearch.js'
import { idsOf, titled, words } from '../suite/documents.js'
import { startStandIn } from './stand-in/index.js'

const key = 'a-key-for-tests'
const { signal } = new AbortController()
const live = 'shulian_building_works'

const opened = async (t: Test, count = 1) => {
  const engines = await Promise.all(Array.from({ length: count }, () => startStandIn({ key })))
  const open = () => {
    const index = createMeilisearchIndex({
      urls: engines.map(({ url }) => url),
      key,
      id: async () => 'building',
      log: silentLog,
    })
    t.teardown(() => index.close())
    return index
  }
  t.teardown(() => Promise.all(engines.map((engine) => engine.close())))
  const index = open()
  await index.upsert([titled('a', 'old'), titled('b', 'old'), titled('c', 'old'), titled('d', 'old')])
  return { index, open, engines, indexes: () => engines.map(({ engine }) => [...engine.indexes.keys()]) }
}

const labelled = (digest: string, build: string) => ({ synonyms: { '0qlabel': [digest, build] } })

t.test('settings of another version are noticed, and built anew with those of this one', async (t) => {
  const { index, engines } = await opened(t)
  const before = engines[0]!.engine.index(live)
  const { settings } = before
  before.update({ ...labelled('of an older version', 'first'), rankingRules: ['words'] })
  t.ok(await index.isOutdated())
  const building = await index.beside({ signal })
  await building.upsert([titled('a', 'new')])
  t.same((await idsOf(index, { all: words('old') })).length, 4, 'the old one is searched until then')
  await building.swap()
  t.notOk(await index.isOutdated())
  const after = engines[0]!.engine.index(live)
  t.same({ ...after.settings, synonyms: {} }, { ...settings, synonyms: {} })
})

t.test(
  'a build with settings of another version is begun anew, one of an older build is removed',
  async (t) => {
    const { index, engines, indexes } = await opened(t)
    const building = await index.beside({ signal })
    await building.upsert([titled('x', 'begun')])
    const next = engines[0]!.engine.index(`${live}_next`)
    next.update(labelled('of an older version', String(Date.now())))
    t.equal(await (await index.beside({ signal })).count(), 0)
    const again = await index.beside({ signal })
    await again.swap()
    // Killed after the swap, before the old index was deleted.
    engines[0]!.engine.indexes.set(`${live}_next`, next)
    t.ok(await index.isOutdated())
    const fresh = await index.beside({ signal })
    t.equal(await fresh.count(), 0)
    await fresh.drop()
    t.same(indexes(), [[live]])
  },
)

t.test('a swap whose answer is lost is not done twice', async (t) => {
  const { index, engines } = await opened(t)
  const building = await index.beside({ signal })
  await building.upsert([titled('a', 'new')])
  engines[0]!.faults.unanswered = 'swap-indexes'
  await building.swap()
  t.same(await idsOf(index, { all: words('new') }), ['a'])
  t.same(await idsOf(index, { all: words('old') }), [])
})

t.test('what comes for a build that is in place already is no build, and gone with the next', async (t) => {
  const { index, engines, indexes } = await opened(t)
  await (await index.beside({ signal })).swap()
  const { engine } = engines[0]!
  engine.addDocuments(`${live}_next`, [{ id: 'a' }], false)
  while (engine.queue.tasks.some(({ status }) => ['enqueued', 'processing'].includes(status)))
    await new Promise(setImmediate)
  t.same(indexes()[0]!.toSorted(), [live, `${live}_next`])
  t.notOk(await index.isOutdated(), 'nothing is built for it')
  const building = await index.beside({ signal })
  t.equal(await building.count(), 0)
  await building.drop()
  t.same(indexes(), [[live]])
})

t.test('a build that goes while something is removed keeps nobody from removing it', async (t) => {
  const { index, engines } = await opened(t)
  await index.beside({ signal })
  engines[0]!.faults.before = async (_method, path) => {
    if (path.endsWith('_next/documents/delete-batch')) engines[0]!.engine.indexes.delete(`${live}_next`)
  }
  await index.remove(['a'])
  t.same(await idsOf(index, { all: words('old'), sort: 'title' }), ['b', 'c', 'd'])
})

t.test('of several servers those that had not changed over when the process died do so first', async (t) => {
  const { index, open, engines, indexes } = await opened(t, 3)
  const building = await index.beside({ signal })
  await building.upsert(['a', 'b', 'c', 'd', 'e', 'f'].map((id) => titled(id, 'new')))
  await engines[1]!.engine.swap([{ indexes: [live, `${live}_next`] }])
  while (engines[1]!.engine.queue.tasks.some(({ status }) => ['enqueued', 'processing'].includes(status)))
    await new Promise(setImmediate)
  const another = open()
  t.ok(await another.isOutdated())
  const next = await another.beside({ signal })
  t.equal((await idsOf(another, { all: words('new') })).length, 6)
  await next.drop()
  t.same(indexes(), [[live], [live], [live]])
  t.notOk(await another.isOutdated())
})

t.test('a server that is away at first is left out, named, and joined when it comes', async (t) => {
  const { engines, open, index } = await opened(t, 3)
  const documents = Array.from({ length: 60 }, (_, number) => titled(`n${number}`, 'word'))
  await index.upsert(documents)
  const { port } = new URL(engines[1]!.url)
  await engines[1]!.close()
  const another = open()
  const asked = { all: words('word'), none: [], facets: [], facetLimit: 0, sort: 'title' as const }
  const page = { ...asked, limit: 100, offset: 0, exactUpTo: 100 }
  const partial = await another.search(page)
  t.same(partial.away, [{ part: '2 of 3', reason: 'away' }])
  t.ok(partial.total > 0 && partial.total < 60)
  await t.rejects(another.list(null, 10), { code: 'SEARCH_ENGINE_AWAY' }, 'nothing is taken for missing')
  await t.rejects(another.beside({ signal }), { code: 'SEARCH_ENGINE_AWAY' })
  const back = await startStandIn({ key, port: Number(port) })
  t.teardown(() => back.close())
  t.same(await another.upsert(documents), [])
  const whole = await another.search(page)
  t.equal(whole.total, 60)
  t.equal(whole.away, undefined)
})

t.test('without any server the error says what to do', async (t) => {
  const { engines, open } = await opened(t, 2)
  for (const engine of engines) await engine.close()
  const another = open()
  await t.rejects(another.count(), { code: 'SEARCH_ENGINE_AWAY', message: /SHULIAN_MEILI_URL/ })
  await t.rejects(idsOf(another, {}), { code: 'SEARCH_ENGINE_AWAY', status: 503 })
})
