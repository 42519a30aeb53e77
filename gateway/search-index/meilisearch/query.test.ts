import t from 'tap'
import { query, words } from '../suite/documents.js'
import { questionsOf, scoreOf } from './query.js'

t.test(
  'a hit in several ways weighs more than in any one, however its words stand, and a whole title most',
  async (t) => {
    const questions = questionsOf(query({ all: words('a', 'b'), otherwise: [words('c'), words('d')] }))
    const weights = [...new Set(questions.map(({ weight }) => weight))].sort((one, other) => one - other)
    const [several = 0, whole = 0] = weights.slice(-2)
    const one = weights.slice(0, -2)
    t.ok(one.every((weight) => weight <= 1))
    // Ten terms that stand apart, all of them in the last attribute: the least that the engine's rules leave.
    t.ok(several / (28 * 61) > 1)
    t.ok(whole / 28 > several)
    const scores = [0, 0.5, 1, 1.5, several / 2, several, several * 1.01, whole / 2, whole].map(scoreOf)
    t.same(
      scores,
      scores.toSorted((one, other) => one - other),
      'the order stays',
    )
    t.ok(scores.every((score) => score >= 0 && score <= 4))
  },
)
