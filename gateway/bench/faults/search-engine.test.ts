import t from 'tap'
import { inFolder } from './in-folder.js'
import { rebuiltUnderLoad } from './rebuilt-under-load.js'
import { openSearchLink } from './search-link.js'
import { tasksFailing } from './tasks-failing.js'

t.setTimeout(300_000)

t.test('E14: what the engine accepts and then fails is never said to be indexed', async (t) => {
  const link = await openSearchLink()
  t.teardown(link.close)
  const sizes = { documents: 600, batch: 50, oneIn: 10, seed: 20_260_114 }
  const { refused, poisonous, ...rest } = await tasksFailing(link, sizes)
  t.match(rest, { lost: 0, refusedAndFound: 0 })
  t.ok(rest.failed > 0)
  t.same(refused.toSorted(), poisonous.toSorted())
})

t.test('E16: a rebuild that is killed and begun again fails no search and loses no write', async (t) => {
  const link = await openSearchLink()
  t.teardown(link.close)
  const load = { works: 100, searches: 10, writes: 5, kills: ['fill'] }
  const outcome = await inFolder((folder) => rebuiltUnderLoad(folder, link, load))
  t.match(outcome, { searchErrors: [], killed: ['fill'], differences: 0, left: [] })
})
