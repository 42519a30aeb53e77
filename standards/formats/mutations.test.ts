import t from 'tap'
import { Compile } from 'typebox/compile'
import { RecordUnreadable } from '../crosswalks/crosswalk.js'
import { crosswalkFor } from '../crosswalks/index.js'
import { Description } from '../record/v1-draft.js'
import { type CarrierName, carriers } from './carriers.js'
import { guessFormat } from './detect.js'
import { mutated, type Seed, seeds } from './mutations-testing.js'

const runs = 300
const form = Compile(Description)

/** What may stand between records, and belong to none: blanks, marks of their ends; of JSON and lines also their frame. */
const between: Partial<Record<CarrierName, RegExp>> = {
  json: /^[\x00-\x20[\]{},\xef\xbb\xbf]*$/,
  lines: /^(?:[\x00-\x20]|[*=\-~_]{3,})*$/,
}
const blank = /^[\x00-\x20\xef\xbb\xbf]*$/
/** XML and tables have frames and headings of their own: what of them is a record cannot be said without reading it. */
const isFramed = (carrier: CarrierName): boolean => /xml|csv|tsv/.test(carrier)

/** Splits and describes what a mutation left of a file. Whatever is wrong with it must come as a finding. */
async function through(
  { format, carrier }: Seed,
  bytes: Buffer,
): Promise<{ octets: number; faults: unknown[] }> {
  async function* chunks() {
    for (let at = 0; at < bytes.length; at += 777) yield bytes.subarray(at, at + 777)
  }
  const faults: unknown[] = []
  let [octets, last] = [0, 0]
  for await (const piece of carriers[carrier].split(chunks(), { head: bytes })) {
    if (piece.offset < last || piece.end > bytes.length)
      faults.push(`${piece.offset}-${piece.end} after ${last}`)
    lookBetween(last, piece.offset)
    last = piece.end
    octets += piece.end - piece.offset
    if (piece.kind !== 'record') continue
    try {
      const { description } = crosswalkFor(format).describe(piece.bytes)
      const hasTitle = description !== undefined && description.titles.length > 0
      if (hasTitle && !form.Check(description)) faults.push(form.Errors(description)[0])
    } catch (error) {
      if (!(error instanceof RecordUnreadable)) faults.push(error)
    }
  }
  lookBetween(last, bytes.length)
  return { octets, faults }

  function lookBetween(from: number, to: number): void {
    const gap = bytes.toString('latin1', from, to)
    if (!isFramed(carrier) && !(between[carrier] ?? blank).test(gap))
      faults.push(`lost: ${gap.slice(0, 200)}`)
  }
}

for (const seed of seeds)
  t.test(
    `${runs} mutations of ${seed.name} come in or are refused with a finding, and nothing between them is lost`,
    { timeout: 120_000 },
    async (t) => {
      const whole = guessFormat(seed.bytes, '')
      t.same([whole?.format, whole?.carrier], [seed.format, seed.carrier], 'the seed itself is known')
      for (let run = 0; run < runs; run++) {
        const bytes = mutated(seed.bytes, run)
        const { octets, faults } = await through(seed, bytes)
        if (faults.length > 0 || octets > bytes.length)
          t.fail(`run ${run}`, { faults, octets, text: bytes.toString('latin1', 0, 400) })
        guessFormat(bytes, 'mutation')
      }
    },
  )
