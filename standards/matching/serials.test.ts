import t from 'tap'
import type { Description } from '../record/v1-draft.js'
import { cluesOf } from './clues.js'
import { compare } from './compare.js'
import { described } from './described-testing.js'

const section = (number: string): Description => ({
  ...described({ title: 'Journal of physics', part: { number }, agents: ['Institute of Physics'] }),
  type: 'serial',
})
const outcome = (a: Description, b: Description) => compare(cluesOf(a), cluesOf(b)).outcome

t.test('sections of a journal that are told by a letter are two', async (t) => {
  t.equal(outcome(section('A'), section('B')), 'apart')
  t.match(outcome(section('A'), section('A.')), /work|version/)
})

t.test('a supplement is told of serials; a book may be about them', async (t) => {
  const of = (title: string, subtitle?: string): Description =>
    described({ title, ...(subtitle && { subtitle }), agents: ['Mason, Pamela'], isbn: '9780853698838' })
  for (const [one, other] of [
    [of('Dietary supplements'), of('Dietary supplements a practical guide')],
    [of('Sports nutrition', 'supplements for athletes'), of('Sports nutrition')],
  ] as const)
    t.match(outcome(one, other), /work|version/)
})
