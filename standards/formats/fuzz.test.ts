import t from 'tap'
import { corpus, marcRecordsUnder, skip } from '../crosswalks/corpus-testing.js'
import { marcSeeds } from './marc-seeds-testing.js'
import { mutated, type Seed } from './mutations-testing.js'
import { through } from './through-testing.js'

/** Of the octets that came, how many times as many may be kept, beside what any finding takes. */
const GROWTH = 10
const ROOM = 32_768

/** The first mutation that does harm; undefined when none does. */
async function harmIn(seeds: Seed[], runs: number): Promise<unknown> {
  for (let run = 0; run < runs; run++) {
    const seed = seeds[run % seeds.length] as Seed
    const bytes = mutated(seed.bytes, run)
    const { octets, faults, kept } = await through(seed, bytes)
    const size = JSON.stringify(kept).length
    if (faults.length > 0 || octets > bytes.length || size > GROWTH * bytes.length + ROOM)
      return { seed: seed.name, run, faults, size, text: bytes.toString('latin1', 0, 400) }
  }
  return undefined
}

t.test(
  '5,000 mutations of MARC in every encoding come in or are refused, none crashes, none grows',
  { timeout: 300_000 },
  async (t) => {
    t.ok(marcSeeds.length > 40, `${marcSeeds.length} records to begin with`)
    for (const seed of marcSeeds) t.same((await through(seed, seed.bytes)).faults, [], seed.name)
    t.same(await harmIn(marcSeeds, 5_000), undefined)
  },
)

t.test('1,000 mutations of real records do no harm either', { skip, timeout: 300_000 }, async (t) => {
  const seeds: Seed[] = []
  for await (const { bytes, path } of marcRecordsUnder('unimarc')) {
    if (bytes[0] === 0x3c || bytes.length > 65_536) continue
    seeds.push({
      name: path.slice(corpus.length),
      format: 'cnmarc',
      carrier: 'iso2709',
      bytes: Buffer.from(bytes),
    })
    if (seeds.length === 500) break
  }
  t.ok(seeds.length > 0)
  t.same(await harmIn(seeds, 1_000), undefined)
})
