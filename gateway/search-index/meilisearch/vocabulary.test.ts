import t from 'tap'
import { silentLog } from '../../contracts/log.js'
import { createMeilisearchIndex } from '../meilisearch.js'
import { titled } from '../suite/documents.js'
import { startStandIn } from './stand-in/index.js'

const key = 'a-key-for-tests'

t.test('what many words may have been before a slip is asked in a few requests', async (t) => {
  const engine = await startStandIn({ key })
  const index = createMeilisearchIndex({
    urls: [engine.url],
    key,
    id: async () => 'words',
    log: silentLog,
  })
  t.teardown(() => Promise.all([index, engine].map((one) => one.close())))
  await index.upsert([titled('a', 'origin of species'), titled('b', 'library')])
  await index.missing([{ tokens: ['library'] }])
  const paths: string[] = []
  engine.faults.before = async (_method, path) => {
    if (path.endsWith('search')) paths.push(path)
  }
  const beginnings = Array.from({ length: 200 }, (_, at) => `${at.toString(36)}rigin`)
  t.same(await index.complete(['title', 'agents'], beginnings, 10), [{ token: 'origin', count: 1 }])
  t.equal(paths.length, 3, 'which of them begin any word, and those words of each field')
  paths.length = 0
  await index.missing(beginnings.map((word) => ({ tokens: [word] })))
  t.equal(paths.length, 1)
})
