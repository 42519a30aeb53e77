import t, { type Test } from 'tap'
import { inFolder } from './in-folder.js'
import { openSearchLink } from './search-link.js'
import { type StormOutcome, stormOfEngine, stormOfService } from './storm.js'

t.setTimeout(300_000)

const storm = { requests: 300, clients: 30 }

const weathered = (t: Test, { requests, each, hits, told, back }: StormOutcome, code: string) => {
  t.ok(each >= 1, 'before the storm each request reaches the upstream')
  t.ok(hits <= 1.1 * requests * each, `${hits} hits for ${requests} requests`)
  t.same(told, { [code]: requests })
  t.type(back, 'number')
}

t.test('E21: a live service that answers all with 503 is not asked more for it, and is back', async (t) => {
  const outcome = await inFolder((folder) => stormOfService(folder, storm))
  weathered(t, outcome, 'SERVICE_AWAY')
})

t.test('E21: a search engine that answers all with 503 is not asked more for it, and is back', async (t) => {
  const link = await openSearchLink()
  t.teardown(link.close)
  const outcome = await inFolder((folder) => stormOfEngine(folder, link, storm))
  weathered(t, outcome, 'SEARCH_ENGINE_AWAY')
})
