import t from 'tap'
import { histogramOf } from './years.js'

const years = (...each: [year: number, count: number][]) => each.map(([year, count]) => ({ year, count }))
const sum = (bars: { count: number }[]) => bars.reduce((all, { count }) => all + count, 0)

t.test('few years are a bar each, also those without a work', async (t) => {
  t.same(histogramOf(years([2001, 3], [2003, 1])), [
    { from: 2001, to: 2001, count: 3 },
    { from: 2002, to: 2002, count: 0 },
    { from: 2003, to: 2003, count: 1 },
  ])
  t.same(histogramOf([]), [])
})

t.test('many years are bars of one length, forty at most, and none is lost', async (t) => {
  const all = years(...Array.from({ length: 250 }, (_, at): [number, number] => [1776 + at, 1 + (at % 3)]))
  const bars = histogramOf(all)
  t.ok(bars.length <= 40)
  t.equal(sum(bars), sum(all))
  t.same(bars[1], { from: 1780, to: 1789, count: 20 })
  for (const [at, bar] of bars.slice(1).entries()) t.equal(bar.from, bars[at]!.to + 1)
})

t.test('a year far from all others does not stretch it', async (t) => {
  const bars = histogramOf(years([-500, 1], [1990, 1000], [2000, 1000], [9999, 1]))
  t.same(bars[0], { from: -500, to: 1990, count: 1001 })
  t.same(bars.at(-1), { from: 2000, to: 9999, count: 1001 })
  t.equal(bars.length, 11)
})
