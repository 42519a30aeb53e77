import t from 'tap'
import { cutHarvest } from './cut-harvest.js'
import { inFolder } from './in-folder.js'
import { pagesLost } from './killing.js'

// Each harvest is a process of its own: many of them take their time on a busy machine.
t.setTimeout(600_000)

const sizes = { records: 1_500, kills: 4, seed: 20_260_318 }

t.test('E18: a harvest killed in mid-page ends as an undisturbed one, and is not begun again', async (t) => {
  const outcome = await inFolder((folder) => cutHarvest({ ...sizes, folder, isTokenLost: false }))
  t.ok(outcome.killed >= 3, `it was killed ${outcome.killed} times`)
  t.same(outcome.differences, [])
  const [calm, rough] = outcome.pages
  t.ok(rough <= calm + outcome.killed * pagesLost, `${rough} pages asked, ${calm} undisturbed`)
  t.ok(outcome.beginnings <= 2, 'killed before its first page was stored, it may begin once more')
})

t.test('E18: a token that is lost restarts its window, and the end is the same', async (t) => {
  const outcome = await inFolder((folder) => cutHarvest({ ...sizes, folder, isTokenLost: true }))
  t.ok(outcome.killed >= 3, `it was killed ${outcome.killed} times`)
  t.same(outcome.differences, [])
  t.ok(outcome.beginnings >= 2 && outcome.beginnings <= 3, `${outcome.beginnings} lists begun`)
})
