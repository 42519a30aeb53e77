import t, { type Test } from 'tap'
import { description, fakeCatalogue, present, titles } from '../../../plugins/search/testing.js'
import { createWriting } from '../../../plugins/search/writing.js'
import type { Catalogue, Kernel, SearchIndex } from '../../contracts/index.js'
import { silentLog } from '../../contracts/log.js'
import { createThreadPool } from '../../threads/pool.js'
import { createMeilisearchIndex } from '../meilisearch.js'
import { titled } from '../suite/documents.js'
import { startStandIn } from './stand-in/index.js'

const key = 'a-key-for-tests'
const { signal } = new AbortController()

/** Two processes that write to one engine from one catalogue. */
const opened = async (t: Test) => {
  const engine = await startStandIn({ key })
  const threads = createThreadPool()
  const catalogue = fakeCatalogue()
  const service = catalogue.plugin.setup({} as Kernel, {}) as { service: Catalogue }
  const open = () =>
    createMeilisearchIndex({ urls: [engine.url], key, id: async () => 'processes', log: silentLog })
  const [one, other] = [open(), open()]
  await one.count()
  await other.count()
  t.teardown(async () => {
    for (const index of [one, other]) await index.close()
    await threads.close()
    await engine.close()
  })
  const log = { info() {}, warn() {}, error() {}, debug() {}, child: () => log } as never
  const write = createWriting({ catalogue: service.service, threads, log })
  return { engine, catalogue, one, other, write: (index: SearchIndex) => write(index, ['w1'], signal) }
}

const work = (title: string, version: number) =>
  present('w1', description({ titles: titles(title) }), ['delft'], version)

t.test('a process that read an older version and is late does not have the last word', async (t) => {
  const { engine, catalogue, one, other, write } = await opened(t)
  catalogue.works.set('w1', work('first', 1))
  let isHeld = false
  // It has compared versions, and is about to send: meanwhile the other writes a newer one.
  engine.faults.before = async (method, path) => {
    if (isHeld || method !== 'POST' || !path.endsWith('/documents')) return
    isHeld = true
    catalogue.works.set('w1', work('second', 2))
    await write(other)
  }
  const done = await write(one)
  t.ok(isHeld)
  t.same(done, { written: 1, removed: 0, refused: [] }, 'a work that is written again is one work')
  const [held] = await one.list(null, 1)
  t.equal(held!.version >> 8, 2)
})

t.test('a work that goes while an older of it is under way stays gone', async (t) => {
  const { engine, catalogue, one, other, write } = await opened(t)
  catalogue.works.set('w1', work('first', 1))
  let isHeld = false
  engine.faults.before = async (method, path) => {
    if (isHeld || method !== 'POST' || !path.endsWith('/documents')) return
    isHeld = true
    catalogue.works.delete('w1')
    await write(other)
  }
  t.match(await write(one), { written: 0, removed: 1 })
  t.same(await one.list(null, 1), [])
})

t.test('tasks that ended long ago are pruned beside the writes; those of others are left', async (t) => {
  const { engine, other } = await opened(t)
  const { tasks } = engine.engine.queue
  const others = engine.engine.createIndex({ uid: 'not_of_this_gateway' })
  await other.upsert([titled('a', 'x')])
  const old = new Date(Date.now() - 7_200_000).toISOString()
  for (const task of tasks) task.finishedAt &&= old
  const fresh = createMeilisearchIndex({
    urls: [engine.url],
    key,
    id: async () => 'processes',
    log: silentLog,
  })
  t.teardown(() => fresh.close())
  await fresh.upsert([titled('b', 'x')])
  const isOld = () =>
    tasks.some(({ finishedAt, indexUid }) => finishedAt === old && indexUid?.includes('processes'))
  while (isOld()) await new Promise(setImmediate)
  t.ok(tasks.some(({ uid }) => uid === others.taskUid))
  t.equal(await fresh.count(), 2)
})
