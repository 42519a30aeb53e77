import t from 'tap'
import type { Description } from '../record/v1-draft.js'
import { cluesOf } from './clues.js'
import { compare } from './compare.js'
import { described } from './described-testing.js'

const serial = (title: string, issn: string, extent?: string): Description => ({
  ...described({ title, ...(extent && { extent }), agents: ['London Mathematical Society'] }),
  type: 'serial',
  identifiers: [{ scheme: 'issn', value: issn, valid: true }],
})
const outcome = (a: Description, b: Description) => compare(cluesOf(a), cluesOf(b)).outcome

t.test('a serial has a number in print and another online', async (t) => {
  const title = 'Bulletin of the London Mathematical Society'
  const [print, online] = [serial(title, '0024-6093'), serial(title, '1469-2120', '1 online resource')]
  t.equal(outcome(print, online), 'work')
  const { evidence } = compare(cluesOf(print), cluesOf(online))
  t.notOk(evidence.some(({ name }) => name === 'issn'))
  t.ok(
    compare(cluesOf(print), cluesOf(serial(title, '1469-2120'))).evidence.some(({ name }) => name === 'issn'),
    'of one carrier the numbers differ',
  )
})

t.test('sections of a journal that are told by a letter are two', async (t) => {
  const section = (number: string): Description => {
    const one = serial('Journal of physics', '0305-4470')
    return {
      ...one,
      identifiers: [],
      titles: [{ value: 'Journal of physics', part: { number }, kind: 'original' }],
    }
  }
  t.equal(outcome(section('A'), section('B')), 'apart')
  t.match(outcome(section('A'), section('A.')), /work|version/)
})
