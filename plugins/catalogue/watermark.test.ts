import t from 'tap'
import { ShulianError } from '../../gateway/contracts/index.js'
import { openCatalogue, put, type Script } from './testing.js'

const two = [[put({ id: '1', title: 'One' })], [put({ id: '2', title: 'Two' })]]
const later = { page: 0, from: 'later' }

t.test('resumption loop, endless list: the watermark stays where the last clean end put it', async (t) => {
  const script: Script = { pages: two, asked: [] }
  const { harvest, catalogue } = await openCatalogue(t, { script })
  await harvest()
  script.before = (page) => {
    if (page === 1) throw new ShulianError('HARVEST_LOOP', 'it does not end', { status: 502 })
  }
  for (const _ of [1, 2]) {
    t.match(await harvest(), { state: 'failed', error: { code: 'HARVEST_LOOP' } })
    t.same(script.asked.at(-1), later, 'the window is that of the last clean end, and the list begun anew')
  }
  t.match(await catalogue.counts(), { records: 2 }, 'what came before is kept')
  delete script.before
  t.match(await harvest(), { state: 'finished', unchanged: 2 })
})

t.test('a harvest that failed in its midst is no clean end: the next one goes on at its page', async (t) => {
  const script: Script = { pages: [...two, [put({ id: '3', title: 'Three' })]], asked: [] }
  const { harvest } = await openCatalogue(t, { script })
  script.before = (page) => {
    if (page === 2) throw new ShulianError('UPSTREAM_UNREACHABLE', 'away', { status: 502 })
  }
  t.match(await harvest(), { state: 'failed', read: 2 })
  delete script.before
  t.match(await harvest(), { state: 'finished', read: 3 })
  t.same(script.asked, [null, { page: 2 }])
})
