import t from 'tap'
import { inFolder } from './in-folder.js'
import { killHarvest } from './kill-harvest.js'
import { killImport } from './kill-import.js'
import { pagesLost } from './killing.js'

t.setTimeout(1_200_000)

const sizes = { records: 4_000, seed: 20_260_102 }

t.test('E1: an import killed at any point and started again ends as one that nobody disturbed', async (t) => {
  const outcome = await inFolder((folder) => killImport({ ...sizes, kills: 6, folder }))
  const [undisturbed, last] = outcome.reports
  const { event, run, seconds, startedAt, finishedAt, notes, notesZh, ...counted } = undisturbed
  t.ok(
    Number(counted['quarantined']) > 0 && Number(counted['deleted']) > 0 && Number(counted['unchanged']) > 0,
    'something of everything came',
  )
  t.ok(outcome.killed >= 4, `it was killed ${outcome.killed} times`)
  t.same(outcome.differences, [])
  t.match(last, counted, 'its report is that of the whole')
})

t.test('E1: a gateway killed while it harvests goes on where it was, and ends the same', async (t) => {
  const outcome = await inFolder((folder) => killHarvest({ ...sizes, records: 2_000, kills: 5, folder }))
  t.ok(outcome.killed >= 4, `it was killed ${outcome.killed} times`)
  t.same(outcome.differences, [])
  const [undisturbed, asked] = outcome.pages
  t.ok(asked <= undisturbed + outcome.killed * pagesLost, `${asked} lists asked, ${undisturbed} undisturbed`)
  t.ok(outcome.beginnings <= 2, `${outcome.beginnings} began at the start of the list`)
})
