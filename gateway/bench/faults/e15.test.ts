import t from 'tap'
import { engineOverloaded } from './engine-overloaded.js'
import { inFolder } from './in-folder.js'
import { openSearchLink } from './search-link.js'

t.setTimeout(300_000)

t.test('E15: 413, 429 and a stall of the search engine lose nothing, and the harvest waits', async (t) => {
  const link = await openSearchLink()
  t.teardown(link.close)
  const overload = { records: 500, pageSize: 20, limit: 12_000, oneIn: 3, stall: 1_000, stalls: 1 }
  const outcome = await inFolder((folder) => engineOverloaded(folder, link, overload))
  const { works, differences, tooLarge, tooMany, stalls, pagesMeanwhile } = outcome
  t.same({ works, differences, stalls }, { works: 465, differences: 0, stalls: 1 })
  t.ok(tooLarge > 0)
  t.ok(tooMany > 0)
  t.ok(pagesMeanwhile <= 6, `${pagesMeanwhile} pages were asked in the stall`)
})
