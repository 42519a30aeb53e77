import t from 'tap'
import { distanceOf } from './distance.js'

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
