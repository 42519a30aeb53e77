import t from 'tap'
import type { Outcome } from '../../../standards/matching/comparison.js'
import { described } from '../../../standards/matching/described-testing.js'
import { falselyJoined, type Judged, missed } from './errors.js'

const judged = (found: string, work: string, part = 'book', slips: string[] = []): Judged => ({
  description: described({ title: '中国文学史' }),
  truth: { work, version: work, family: 1, trap: 'same title, other author', part, slips },
  work: found,
  version: found,
})
const pair = (a: number, b: number, outcome: Outcome) => ({
  a,
  b,
  comparison: { outcome, score: 50, evidence: [] },
})
const kinds = (found: { kind: string; count: number }[]) => found.map(({ kind, count }) => [kind, count])

t.test(
  'a pair that was joined wrongly is told by its trap, and whether it was compared or chained',
  async (t) => {
    const records = [judged('x', '1', 'author 1'), judged('x', '2', 'author 2'), judged('x', '2', 'author 2')]
    t.same(kinds(falselyJoined(records, [pair(0, 1, 'work')])), [
      ['same title, other author: author and author (compared)', 1],
      ['same title, other author: author and author (by a chain)', 1],
    ])
  },
)

t.test('a pair that was missed is told by what kept it apart, and by the slips of its records', async (t) => {
  const records = [judged('x', '1'), judged('y', '1', 'book', ['no year']), judged('z', '1')]
  t.same(kinds(missed(records, [pair(0, 1, 'grey'), pair(0, 2, 'apart')])), [
    ['same title, other author: grey (no year)', 1],
    ['same title, other author: apart (no slip)', 1],
    ['same title, other author: never met (no year)', 1],
  ])
})
