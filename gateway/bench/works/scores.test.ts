import t from 'tap'
import { scoresOf } from './scores.js'

t.test('a grouping that fits the truth scores one, whatever its groups are called', async (t) => {
  const { precision, recall, bCubed, pairs, largest } = scoresOf(['x', 'x', 'y'], ['1', '1', '2'])
  t.same([precision, recall, bCubed.f1, pairs, largest], [1, 1, 1, 1, 2])
})

t.test('joining two works of two records each costs precision: two of six pairs are right', async (t) => {
  const { precision, recall, bCubed } = scoresOf(['x', 'x', 'x', 'x'], ['1', '1', '2', '2'])
  t.same([precision, recall], [2 / 6, 1])
  t.same([bCubed.precision, bCubed.recall], [0.5, 1])
})

t.test('leaving a record of three out costs recall: one of three pairs is found', async (t) => {
  const { precision, recall, bCubed } = scoresOf(['x', 'x', 'y'], ['1', '1', '1'])
  t.same([precision, recall], [1, 1 / 3])
  t.equal(bCubed.recall.toFixed(4), ((2 * (2 / 3) + 1 / 3) / 3).toFixed(4))
})
