import { randomBytes } from 'node:crypto'
import t from 'tap'
import { silentLog } from '../contracts/log.js'
import { startStandIn } from './meilisearch/stand-in/index.js'
import { createMeilisearchIndex } from './meilisearch.js'
import { searchIndexSuite } from './suite.js'

const real = process.env['SHULIAN_TEST_MEILI_URL']
const realKey = process.env['SHULIAN_TEST_MEILI_KEY'] ?? ''

/** A real server is there after this run, and has had others before. */
const run = randomBytes(4).toString('hex')
let made = 0
const id = async () => `test${run}x${++made}`

t.test('beside a stand-in', async (t) => {
  const engine = await startStandIn({ key: 'a-key-for-tests' })
  t.teardown(engine.close)
  searchIndexSuite(t, async () => {
    const index = createMeilisearchIndex({ urls: [engine.url], key: engine.key, id, log: silentLog })
    return { index, close: () => index.close() }
  })
})

t.test(
  'beside a real server',
  { skip: real === undefined ? 'SHULIAN_TEST_MEILI_URL names no server: skipped' : false },
  async (t) => {
    // Each of its tasks takes a third of a second.
    t.setTimeout(0)
    t.teardown(() => cleared(real!))
    searchIndexSuite(t, async () => {
      const index = createMeilisearchIndex({ urls: [real!], key: realKey || undefined, id, log: silentLog })
      return { index, close: () => index.close() }
    })
  },
)
if (real !== undefined) t.setTimeout(1_800_000)

/** Indexes and keys of this run go with it. */
const cleared = async (url: string) => {
  for (const path of ['indexes', 'keys']) {
    // A server without a master key has no keys.
    const { results = [] } = (await asked(`${url}/${path}?limit=1000`)) as {
      results?: { uid: string; name?: string }[]
    }
    for (const { uid, name } of results)
      if (`${uid} ${name}`.includes(run)) await asked(`${url}/${path}/${uid}`, 'DELETE')
  }
}

const asked = async (url: string, method = 'GET'): Promise<unknown> => {
  const headers = realKey === '' ? {} : { authorization: `Bearer ${realKey}` }
  const answer = await fetch(url, { method, headers: headers as Record<string, string> })
  const text = await answer.text()
  return text === '' ? undefined : JSON.parse(text)
}
