import t from 'tap'
import { startStandIn } from './meilisearch/stand-in/index.js'
import { createMeilisearchIndex } from './meilisearch.js'
import { searchIndexSuite } from './suite.js'

const real = process.env['SHULIAN_TEST_MEILI_URL']
const realKey = process.env['SHULIAN_TEST_MEILI_KEY']

let made = 0
const id = async () => `test${process.pid}x${++made}`

t.test('beside a stand-in', async (t) => {
  const engine = await startStandIn({ key: 'a-key-for-tests' })
  t.teardown(engine.close)
  searchIndexSuite(t, async () => {
    const index = createMeilisearchIndex({ urls: [engine.url], key: engine.key, id })
    return { index, close: () => index.close() }
  })
})

t.test(
  'beside a real server',
  { skip: real === undefined ? 'SHULIAN_TEST_MEILI_URL names no server: skipped' : false },
  async (t) => {
    searchIndexSuite(t, async () => {
      const index = createMeilisearchIndex({ urls: [real!], key: realKey, id })
      return { index, close: () => index.close() }
    })
  },
)
