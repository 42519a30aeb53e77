import { join } from 'node:path'
import t from 'tap'
import { jsonLines, shulian, startShulianAt } from '../command-testing.js'
import { startStandIn } from '../search-index/meilisearch/stand-in/index.js'

t.setTimeout(120_000)

t.test('while the search engine is away status says so, and all the rest', async (t) => {
  const dataDir = join(t.testdir(), 'data')
  await shulian(dataDir, 'members', 'add', 'city', '--name', 'City', '--type', 'library')
  const { url, close } = await startStandIn({ key: '' })
  await close()
  const settings = { SHULIAN_MEILI_URL: url }
  const told = await startShulianAt({ dataDir, settings }, 'status', '--json').finished
  t.equal(told.code, 0)
  t.match(jsonLines(told.stdout), [
    { members: 1, works: 0, indexed: null, indexError: { code: 'SEARCH_ENGINE_AWAY' }, jobs: { dead: 0 } },
  ])
  const { code, stdout } = await startShulianAt({ dataDir, settings }, 'status').finished
  t.equal(code, 0)
  t.match(stdout, /^1 member, .* 0 works$/m)
  t.match(stdout, /^The index cannot be asked: .*SHULIAN_MEILI_URL/m)
  t.match(stdout, /^jobs: /m)
})
