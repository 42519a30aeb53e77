import t, { type Test } from 'tap'
import { silentLog } from '../../contracts/log.js'
import { createMeilisearchIndex } from '../meilisearch.js'
import { idsOf, titled, words } from '../suite/documents.js'
import { startStandIn } from './stand-in/index.js'

const key = 'a-key-for-tests'

const opened = async (t: Test) => {
  const engines = await Promise.all([1, 2].map(() => startStandIn({ key })))
  const index = createMeilisearchIndex({
    urls: engines.map(({ url }) => url),
    key,
    id: async () => 'network',
    log: silentLog,
  })
  t.teardown(async () => {
    await index.close()
    await Promise.all(engines.map((engine) => engine.close()))
  })
  return { engines, index }
}

/** In the words of Meilisearch: of an address, and of a name that leads to one. */
for (const rejected of ['Rejected IP', 'error sending request'])
  t.test(`a server that is not to ask the others is told when it joins: ${rejected}`, async (t) => {
    const { engines, index } = await opened(t)
    engines[1]!.faults.rejected = rejected
    await t.rejects(idsOf(index, { all: words('word') }), {
      code: 'SEARCH_NETWORK_REFUSED',
      message: /--experimental-allowed-ip-networks/,
    })
    engines[1]!.faults.rejected = null
    await index.upsert(['a', 'b', 'c', 'd'].map((id) => titled(id, 'word')))
    t.equal((await idsOf(index, { all: words('word') })).length, 4, 'it joins when it may')
  })

t.test('a line that breaks as a server joins is no refusal', async (t) => {
  const { engines, index } = await opened(t)
  let asked = 0
  engines[1]!.faults.before = async (_method, path) => {
    if (path === '/multi-search') engines[1]!.faults.rejected = ++asked === 1 ? 'connection reset' : null
  }
  await index.upsert(['a', 'b', 'c', 'd'].map((id) => titled(id, 'word')))
  t.ok(asked >= 2)
  t.equal((await idsOf(index, { all: words('word') })).length, 4)
})

t.test('a server that may no longer ask the others is no server that is away', async (t) => {
  const { engines, index } = await opened(t)
  await index.upsert(['a', 'b', 'c', 'd'].map((id) => titled(id, 'word')))
  engines[0]!.faults.rejected = 'Rejected IP'
  await t.rejects(idsOf(index, { all: words('word') }), { code: 'SEARCH_NETWORK_REFUSED' })
})
