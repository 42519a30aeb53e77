import t, { type Test } from 'tap'
import { silentLog } from '../../contracts/log.js'
import { createMeilisearchIndex } from '../meilisearch.js'
import { titled } from '../suite/documents.js'
import { startStandIn } from './stand-in/index.js'
import { Refusal } from './stand-in/refusals.js'

const opened = async (t: Test) => {
  const engine = await startStandIn({ key: 'a-key-for-tests' })
  const index = createMeilisearchIndex({
    urls: [engine.url],
    key: engine.key,
    id: async () => 'underway',
    log: silentLog,
  })
  t.teardown(async () => {
    await index.close()
    await engine.close()
  })
  const versioned = (id: string, version: number) => ({ ...titled(id, `title ${version}`), version })
  return { engine, index, versioned }
}

t.test('what is written does not wait for the end of what is removed', async (t) => {
  const { engine, index, versioned } = await opened(t)
  await index.upsert([versioned('a', 1)])
  engine.faults.taskTime = 200
  await Promise.all([index.remove(['a']), index.upsert([versioned('b', 1)])])
  const tasks = engine.engine.queue.tasks
  const removed = tasks.find(({ type }) => type === 'documentDeletion')!
  const written = tasks.findLast(({ type }) => type === 'documentAdditionOrUpdate')!
  t.ok(written.enqueuedAt < removed.finishedAt!, 'the engine had it before')
  t.same(await index.list(null, 10), [{ id: 'b', version: 1 }])
})

t.test(
  'what was removed may come back with a lower version, and change again, before the engine has done any of that',
  async (t) => {
    const { engine, index, versioned } = await opened(t)
    await index.upsert([versioned('a', 5)])
    engine.faults.taskTime = 50
    await Promise.all([
      index.remove(['a']),
      index.upsert([versioned('a', 2)]),
      index.upsert([versioned('a', 3)]),
      index.upsert([versioned('a', 1)]),
    ])
    t.same(await index.list(null, 10), [{ id: 'a', version: 3 }])
  },
)

t.test('what the engine did not take stands in the way of nothing', async (t) => {
  const { engine, index, versioned } = await opened(t)
  await index.count()
  engine.faults.before = async (method, path) => {
    if (method === 'POST' && path.endsWith('/documents'))
      throw new Refusal(403, 'feature_not_enabled', 'not now')
  }
  await t.rejects(index.upsert([versioned('a', 5)]), { code: 'SEARCH_ENGINE_REFUSED' })
  engine.faults.before = null
  await index.upsert([versioned('a', 4)])
  t.same(await index.list(null, 10), [{ id: 'a', version: 4 }])
})
