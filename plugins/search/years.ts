import type { Work } from '../../gateway/contracts/index.js'

type Dates = Work['description']['dates']

/** When a work appeared: the date of issue before any other, of the work before that of one of its versions. */
export const yearOf = ({ dates }: Work['description'], versions: () => Work['versions']): number | null => {
  const issued = yearIn(dates, 'issued')
  if (issued !== null) return issued
  const all = [...dates, ...versions().flatMap((version) => version.dates)]
  for (const kind of kinds) {
    const year = yearIn(all, kind)
    if (year !== null) return year
  }
  return null
}

const yearIn = (dates: Dates, kind: Dates[number]['kind']): number | null => {
  for (const date of dates) {
    const year = date.kind === kind ? yearOfEdtf(date.edtf) : null
    if (year !== null) return year
  }
  return null
}

const kinds: Dates[number]['kind'][] = ['issued', 'copyright', 'created', 'original', 'modified']

/** ISO 8601-2, level 1: `1985-07`, `1998?`, `1954/..`, `-0500`, `Y-17000`. 199X counts as its first year; 19XX says too little. */
const yearOfEdtf = (edtf: string | undefined): number | null => {
  const found = /^(?:Y?(-?\d{4,5})|(\d{3})X)(?!\d)/.exec(edtf ?? '')
  if (!found) return null
  return found[1] === undefined ? Number(`${found[2]}0`) : Number(found[1])
}

/** As many bars as a narrow page has room for. */
const mostBars = 40
const steps = [1, 2, 5, 10, 20, 25, 50, 100, 200, 500, 1000, 2000, 5000, 10_000]

interface Bar {
  from: number
  to: number
  count: number
}

/**
 * Years in bars of equal length. A few years far from all the others (a misprint, an inscription) do not stretch
 * it: the first and the last bar reach as far as they have to.
 */
export const histogramOf = (years: readonly { year: number; count: number }[]): Bar[] => {
  const [low, high] = [quantile(years, 0.005), quantile(years, 0.995)]
  if (low === undefined || high === undefined) return []
  const step = steps.find((one) => Math.floor(high / one) - Math.floor(low / one) < mostBars)!
  const first = Math.floor(low / step)
  const bars = Array.from(
    { length: Math.floor(high / step) - first + 1 },
    (_, at): Bar => ({ from: (first + at) * step, to: (first + at + 1) * step - 1, count: 0 }),
  )
  for (const { year, count } of years) {
    const at = Math.min(bars.length - 1, Math.max(0, Math.floor(year / step) - first))
    bars[at]!.count += count
  }
  bars[0]!.from = Math.min(bars[0]!.from, years[0]!.year)
  bars.at(-1)!.to = Math.max(bars.at(-1)!.to, years.at(-1)!.year)
  return bars
}

/** The year that this part of all works is not later than. */
const quantile = (years: readonly { year: number; count: number }[], part: number): number | undefined => {
  const all = years.reduce((sum, { count }) => sum + count, 0)
  let sum = 0
  for (const { year, count } of years) {
    sum += count
    if (sum >= all * part) return year
  }
  return undefined
}
