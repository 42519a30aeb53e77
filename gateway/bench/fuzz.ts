import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { corpus, marcRecordsUnder, skip } from '../../standards/crosswalks/corpus-testing.js'
import { marcSeeds } from '../../standards/formats/marc-seeds-testing.js'
import { mutated, seeds as otherSeeds, type Seed } from '../../standards/formats/mutations-testing.js'
import { through } from '../../standards/formats/through-testing.js'

export const name = 'fuzz'

const RUNS = 100_000
const BATCH = 2_000
/** A file that takes longer is tried again: the collector or the compiler may have run meanwhile. */
const HANG_MS = 50
const GROWTH = 10
/** Of each folder every so many records, so that all its sources are there. */
const EVERY = 20

interface Tally {
  octets: number
  records: number
  harm: string[]
  slowest: number
  growth: number
}

/**
 * 100,000 seeded mutations of records written for the project and, where they are, of real ones: what crashes, what takes
 * over 50 ms, and how many times its octets a batch of files keeps in memory, all that was made of them still held.
 */
export async function run(report: (line: string) => void): Promise<void> {
  const real = await realSeeds()
  const seeds = [...marcSeeds, ...otherSeeds, ...real]
  report(`${seeds.length} files to begin with, ${real.length} of them real${skip ? `: ${skip}` : ''}`)
  const tally: Tally = { octets: 0, records: 0, harm: [], slowest: 0, growth: 0 }
  const began = performance.now()
  for (let start = 0; start < RUNS; start += BATCH) await batch(seeds, start, tally)
  const seconds = (performance.now() - began) / 1000
  report(
    `${RUNS} runs, ${(tally.octets / 1e6).toFixed(0)} MB, ${tally.records} pieces kept, ${seconds.toFixed(0)} s`,
  )
  report(
    `slowest file ${tally.slowest.toFixed(1)} ms of processor; at most ${tally.growth.toFixed(1)} × its octets kept in memory`,
  )
  if (tally.growth > GROWTH) tally.harm.push(`memory: ${tally.growth.toFixed(1)} × the octets`)
  for (const line of tally.harm.slice(0, 20)) report(line)
  report(tally.harm.length === 0 ? 'no crash, no hang, no growth' : `${tally.harm.length} did harm`)
  if (tally.harm.length > 0) process.exitCode = 1
}

async function batch(seeds: Seed[], start: number, tally: Tally): Promise<void> {
  const held: unknown[] = []
  const before = heldOctets()
  let octets = 0
  for (let run = start; run < start + BATCH; run++) {
    const seed = seeds[run % seeds.length] as Seed
    const bytes = mutated(seed.bytes, run)
    octets += bytes.length
    const { passage, took } = await timed(seed, bytes)
    if (passage.faults.length > 0) tally.harm.push(`${seed.name}, run ${run}: ${told(passage.faults[0])}`)
    if (took > HANG_MS)
      tally.harm.push(`${seed.name}, run ${run}: ${took.toFixed(0)} ms for ${bytes.length} octets`)
    tally.slowest = Math.max(tally.slowest, took)
    tally.records += passage.kept.length
    held.push(passage)
  }
  tally.octets += octets
  tally.growth = Math.max(tally.growth, (heldOctets() - before) / octets)
  held.length = 0
}

const told = (fault: unknown): string =>
  fault instanceof Error ? String(fault.stack) : JSON.stringify(fault)

/**
 * Reading waits for nothing, so both the clock and the processors' time are at least what the thread spent: the lesser is
 * nearer. The clock counts what other programs took, the processors' time what the collector did beside the thread.
 */
async function timed(seed: Seed, bytes: Buffer) {
  let [took, passage] = [Number.POSITIVE_INFINITY, await through(seed, Buffer.alloc(0))]
  for (let attempt = 0; attempt < 3 && took > HANG_MS; attempt++) {
    const [began, before] = [performance.now(), process.cpuUsage()]
    passage = await through(seed, bytes)
    const { user, system } = process.cpuUsage(before)
    took = Math.min(took, performance.now() - began, (user + system) / 1000)
  }
  return { passage, took }
}

function heldOctets(): number {
  setFlagsFromString('--expose-gc')
  runInNewContext('gc()')
  const { heapUsed, external } = process.memoryUsage()
  return heapUsed + external
}

async function realSeeds(): Promise<Seed[]> {
  const seeds: Seed[] = []
  if (skip) return seeds
  for (const [folder, format] of [
    ['marc21', 'marc21'],
    ['unimarc', 'cnmarc'],
    ['marcxml', 'marc21'],
  ] as const) {
    let count = 0
    for await (const { bytes, path } of marcRecordsUnder(folder)) {
      if (count++ % EVERY !== 0 || bytes.length > 65_536) continue
      const carrier = bytes[0] === 0x3c ? 'marcxml' : 'iso2709'
      seeds.push({ name: path.slice(corpus.length + 1), format, carrier, bytes: Buffer.from(bytes) })
    }
  }
  return seeds
}
