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
