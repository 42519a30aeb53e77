import t from 'tap'
import { randomFrom } from '../../gateway/bench/generated-records.js'
import { distanceOf, isOneSlipAway } from './distance.js'

t.test('letters put in, left out, changed or swapped count one each', async (t) => {
  const cases: [string, string, number][] = [
    ['history', 'history', 0],
    ['histroy', 'history', 1],
    ['hstory', 'history', 1],
    ['histtory', 'history', 1],
    ['hystory', 'history', 1],
    ['histroi', 'history', 2],
  ]
  for (const [one, other, distance] of cases) t.equal(distanceOf(one, other, 2), distance, `${one}, ${other}`)
})

t.test('beyond the most that is asked for it is only known to be more', async (t) => {
  t.ok(distanceOf('library', 'history', 2) > 2)
  t.ok(distanceOf('a', 'abcdef', 2) > 2)
})

t.test('one slip apart is what is at most one letter away', async (t) => {
  const random = randomFrom(3)
  const word = () =>
    Array.from({ length: Math.floor(random() * 6) }, () => 'abc'[Math.floor(random() * 3)]).join('')
  const wrong: string[] = []
  let near = 0
  for (let at = 0; at < 20_000; at++) {
    const [one, other] = [word(), word()]
    const isNear = distanceOf(one, other, 1) <= 1
    if (isNear) near++
    if (isOneSlipAway(one, other) !== isNear) wrong.push(`${one} ${other}`)
  }
  t.same(wrong, [])
  t.ok(near > 1_000 && near < 19_000, 'some are, and some are not')
})
