import t, { type Test } from 'tap'
import { silentLog } from '../../contracts/log.js'
import { createMeilisearchIndex } from '../meilisearch.js'
import { titled } from '../suite/documents.js'
import { startStandIn } from './stand-in/index.js'
import { Refusal } from './stand-in/refusals.js'

const key = 'a-key-for-tests'
const live = 'shulian_settings_works'

const opened = async (t: Test) => {
  const engine = await startStandIn({ key })
  const index = createMeilisearchIndex({
    urls: [engine.url],
    key,
    id: async () => 'settings',
    log: silentLog,
  })
  t.teardown(async () => {
    await index.close()
    await engine.close()
  })
  const asked = async (path: string, method: string, body: unknown) => {
    const answer = await fetch(`${engine.url}${path}`, {
      method,
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    return { status: answer.status, body: (await answer.json()) as Record<string, unknown> }
  }
  return { engine, index, asked }
}

t.test('values are listed by their beginnings for words that completions are made of alone', async (t) => {
  const { index, asked } = await opened(t)
  await index.upsert([titled('a', 'library science')])
  const facetSearch = (facetName: string) =>
    asked(`/indexes/${live}/facet-search`, 'POST', { facetName, facetQuery: 'lib' })
  t.match(await facetSearch('title_words'), { status: 200, body: { facetHits: [{ value: 'library' }] } })
  for (const name of ['id', 'year', 'title_key', 'title_order', 'stroke_order', 'updated', 'member_facet'])
    t.match(await facetSearch(name), { status: 400, body: { code: 'invalid_facet_search_facet_name' } }, name)
})

t.test(
  'the stand-in allows of an attribute what its rule names, and compares only where that is said',
  async (t) => {
    const { index, engine, asked } = await opened(t)
    await index.upsert([titled('a', 'library science')])
    engine.engine.index(live).update({ filterableAttributes: [{ attributePatterns: ['id', 'year'] }] })
    const search = (filter: string) => asked(`/indexes/${live}/search`, 'POST', { q: '', filter })
    t.match(await search('id = "a"'), { status: 200, body: { hits: [{ id: 'a' }] } })
    for (const filter of ['id > "a"', 'year 1999 TO 2001'])
      t.match(await search(filter), { status: 400, body: { code: 'invalid_search_filter' } }, filter)
  },
)

t.test(
  'an engine that does not take the settings is named with its version, and the version that is needed',
  async (t) => {
    const { index, engine } = await opened(t)
    engine.faults.before = async (method, path) => {
      if (method === 'PATCH' && path.endsWith('/settings'))
        throw new Refusal(400, 'invalid_settings_ranking_rules', '`wordPosition` ranking rule is invalid.')
    }
    const { host } = new URL(engine.url)
    await t.rejects(index.count(), {
      code: 'SEARCH_ENGINE_UNSUPPORTED',
      status: 503,
      message: new RegExp(`${host} \\(Meilisearch 1\\.50\\.0\\).*1\\.50 or later.*wordPosition`),
    })
    engine.faults.before = null
    t.equal(await index.count(), 0, 'another one in its place is prepared')
  },
)
