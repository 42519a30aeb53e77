import { percentile } from '../percentiles.js'
import type { Asked } from './drawn.js'

/** Of one kind: how many were found, in what time, by each engine. */
export interface Tally {
  group: Asked['group']
  asked: number
  found: number[]
  times: number[][]
  /** The same of what the product and the last engine both found: an engine that finds nothing has nothing to put in order, or to read. */
  timesOfBoth: number[][]
  misses: Asked[]
}

export const emptyTally = (group: Asked['group'], engines: number): Tally => ({
  group,
  asked: 0,
  found: new Array<number>(engines).fill(0),
  times: Array.from({ length: engines }, () => []),
  timesOfBoth: [[], []],
  misses: [],
})

/** How this query was answered, by each engine in its place. */
export const count = (
  tally: Tally,
  asked: Asked,
  answers: readonly { took: number; isFound: boolean }[],
): void => {
  for (const [engine, { took, isFound }] of answers.entries()) {
    tally.times[engine]!.push(took)
    if (isFound) tally.found[engine]!++
  }
  const [own, last] = [answers[0]!, answers.at(-1)!]
  if (!own.isFound) tally.misses.push(asked)
  if (!own.isFound || !last.isFound) return
  for (const [place, { took }] of [own, last].entries()) tally.timesOfBoth[place]!.push(took)
}

/** `kind  .998 (.400 .610) of 400  p50 1.2 (0.3 0.4)  p95 4.5 (1.0 2.0) ms`: the product, and bare engines in brackets. */
export const lineOf = (kind: string, { asked, found, times }: Tally): string => {
  const shares = found.map((one) => share(one / asked))
  const at = (part: number) => beside(times.map((one) => percentile(one, part).toFixed(1)))
  return `${kind.padEnd(30)} ${beside(shares)} of ${String(asked).padStart(3)}  p50 ${at(50)}  p95 ${at(95)} ms`
}

export const meanOf = (label: string, tallies: readonly Tally[]): string => {
  const engines = tallies[0]!.found.map((_, engine) => {
    const shares = tallies.map(({ asked, found }) => found[engine]! / asked)
    return `${share(shares.reduce((sum, one) => sum + one, 0) / shares.length)}, least ${share(Math.min(...shares))}`
  })
  return `${label}: ${beside(engines, '; ')}`
}

const beside = ([own, ...others]: string[], between = ' '): string => `${own} (${others.join(between)})`
const share = (part: number): string => part.toFixed(3).replace(/^0/, '')
