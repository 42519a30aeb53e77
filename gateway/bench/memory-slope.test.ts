import t from 'tap'
import { slope } from './memory-slope.js'

t.test('what is filled before the first fifth of the way does not count as growth', async (t) => {
  const samples = [0, 0.1, 0.4, 0.7, 1].map((way) => ({ way, megabytes: way < 0.2 ? 100 : 400 }))
  t.equal(slope(samples, 10_000), 0)
})

t.test('the slope is told for 100,000 records, however many were read', async (t) => {
  const samples = [0.2, 0.4, 0.6, 0.8, 1].map((way) => ({ way, megabytes: 300 + 50 * way }))
  t.match(slope(samples, 1_000_000).toFixed(3), '5.000')
})
