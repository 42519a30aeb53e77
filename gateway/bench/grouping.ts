import { compileLater } from '../compile-later.js'
import type { Gateway } from '../gateway.js'
import { costOf } from './grouping/cost.js'
import { type Filled, imported, pushed } from './grouping/fill.js'
import { opened } from './grouping/opened.js'
import { realRecords, type Sent, sentByLibraries } from './grouping/records.js'
import { hasCorpus } from './repeated-corpus.js'

export const name = 'grouping'

interface Cost {
  count: number
  /** Microseconds a record, of the whole ingest and of placing it among the works. */
  whole: number
  places: number
}

interface Kind {
  name: string
  fill(gateway: Gateway, count: number): Promise<Filled>
  /** Two seeds are two catalogues. */
  recordsOf(count: number, seed: number): Iterable<Sent>
}

const generated: Kind = { name: 'generated', fill: pushed, recordsOf: sentByLibraries }
const real: Kind = { name: 'real', fill: imported, recordsOf: realRecords }

/**
 * What making works costs of an ingest, file to searchable. The yardstick is the same ingest in the same run with
 * matching switched off: each record a work of its own. Chinese records of many libraries, generated and pushed, and real ones,
 * imported; 10,000 and 100,000 of each (`--10k`: no more, `--300k` and `--1m`: these too; `--real`: these alone).
 */
export const run = async (report: (line: string) => void): Promise<void> => {
  // As the command that imports does.
  compileLater()
  const kinds = [...(process.argv.includes('--real') ? [] : [generated]), ...(hasCorpus() ? [real] : [])]
  for (const kind of kinds) {
    const costs: Cost[] = []
    for (const count of counts()) costs.push(await measure(kind, count, report))
    tellGrowth(report, kind.name, costs)
  }
}

const counts = (): number[] => [
  10_000,
  ...(process.argv.includes('--10k') ? [] : [100_000]),
  ...(process.argv.includes('--300k') ? [300_000] : []),
  ...(process.argv.includes('--1m') ? [1_000_000] : []),
]

const measure = async (
  { name, fill, recordsOf }: Kind,
  count: number,
  report: (line: string) => void,
): Promise<Cost> => {
  const without = await opened(false, (gateway) => fill(gateway, count))
  const ours = await opened(true, async (gateway) => ({
    ...(await fill(gateway, count)),
    ...(await costOf(gateway, recordsOf(count, 1), recordsOf(count, 2))),
  }))
  const rate = ({ seconds }: { seconds: number }) => (count / seconds).toFixed(0)
  const each = (seconds: number) => (seconds / count) * 1e6
  report(
    `${count} ${name} records: ${rate(ours)} records/s, ${rate(without)} without matching: keeps ${(without.seconds / ours.seconds).toFixed(2)} (at least 0.80)`,
  )
  report(
    `  of processors ${each(ours.processor).toFixed(0)} µs a record, ${each(without.processor).toFixed(0)} without; by itself: keys ${ours.keys.toFixed(0)} µs, places ${ours.places.toFixed(0)} µs`,
  )
  report(`  memory ${ours.memory.map((mb) => mb.toFixed(0)).join(' → ')} MB on the way`)
  return { count, whole: each(ours.seconds), places: ours.places }
}

const tellGrowth = (report: (line: string) => void, kind: string, costs: Cost[]): void => {
  const [first, ...others] = costs
  if (!first) return
  for (const { count, whole, places } of others)
    report(
      `a ${kind} record among ${count} costs ${(whole / first.whole).toFixed(2)} × one among ${first.count} (at most 1.30), its place in the works ${(places / first.places).toFixed(2)} ×`,
    )
}
