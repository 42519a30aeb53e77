import { Compile } from 'typebox/compile'
import { RecordUnreadable } from '../crosswalks/crosswalk.js'
import { crosswalkFor } from '../crosswalks/index.js'
import type { Finding } from '../record/change.js'
import { Description } from '../record/v1-draft.js'
import { type CarrierName, carriers } from './carriers.js'
import type { Seed } from './mutations-testing.js'

const form = Compile(Description)

/** What may stand between records, and belong to none: blanks, marks of their ends; of JSON and lines also their frame. */
const between: Partial<Record<CarrierName, RegExp>> = {
  json: /^[\x00-\x20[\]{},\xef\xbb\xbf]*$/,
  'pica-json': /^[\x00-\x20[\],\xef\xbb\xbf]*$/,
  lines: /^(?:[\x00-\x20]|[*=\-~_]{3,})*$/,
}
const blank = /^[\x00-\x20\xef\xbb\xbf]*$/
/** XML and tables have frames and headings of their own: what of them is a record cannot be said without reading it. */
const isFramed = (carrier: CarrierName): boolean => /xml|csv|tsv/.test(carrier)

/** What came of a file: for tests and fuzzers of every reader. */
export interface Passage {
  /** Octets that its pieces stand for. */
  octets: number
  /** Errors that are no refusal, pieces out of place, octets that nobody speaks of, descriptions out of form. There should be none. */
  faults: unknown[]
  /** What a gateway would keep of it. */
  kept: (Description | Finding)[]
}

/** Splits and describes a file, however damaged. Whatever is wrong with it must come as a finding. */
export async function through(
  { format, carrier }: Pick<Seed, 'format' | 'carrier'>,
  bytes: Buffer,
): Promise<Passage> {
  const passage: Passage = { octets: 0, faults: [], kept: [] }
  let last = 0
  for await (const piece of carriers[carrier].split(chunksOf(bytes), { head: bytes })) {
    if (piece.offset < last || piece.end > bytes.length)
      passage.faults.push(`${piece.offset}-${piece.end} after ${last}`)
    lookBetween(last, piece.offset)
    last = piece.end
    passage.octets += piece.end - piece.offset
    if (piece.kind === 'broken') passage.kept.push(piece.finding)
    if (piece.kind === 'record') describe(format, piece.bytes, passage)
  }
  lookBetween(last, bytes.length)
  return passage

  function lookBetween(from: number, to: number): void {
    const gap = bytes.toString('latin1', from, to)
    if (!isFramed(carrier) && !(between[carrier] ?? blank).test(gap))
      passage.faults.push(`lost: ${gap.slice(0, 200)}`)
  }
}

async function* chunksOf(bytes: Buffer) {
  for (let at = 0; at < bytes.length; at += 777) yield bytes.subarray(at, at + 777)
}

function describe(format: Seed['format'], bytes: Uint8Array, { faults, kept }: Passage): void {
  try {
    const { description, findings } = crosswalkFor(format).describe(bytes)
    kept.push(...findings)
    if (description === undefined) return
    kept.push(description)
    if (description.titles.length > 0 && !form.Check(description)) faults.push(form.Errors(description)[0])
  } catch (error) {
    if (error instanceof RecordUnreadable) kept.push(error.finding)
    else faults.push(error)
  }
}
