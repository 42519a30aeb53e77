import { crosswalkFor } from '../../../standards/crosswalks/index.js'
import { type Clues, cluesOf } from '../../../standards/matching/clues.js'
import { compare } from '../../../standards/matching/compare.js'
import { matchingKeys } from '../../../standards/matching/keys.js'
import type { Description } from '../../../standards/record/v1-draft.js'
import { marcRecords } from '../generated-records.js'

const records = 4_000
const rounds = 3

/** Clues and keys of each record, and comparisons, beside reading the same descriptions from their JSON. */
export function measureSpeed(report: (line: string) => void): void {
  const crosswalk = crosswalkFor('marc21')
  const descriptions = [...marcRecords(records, 20_260_401)].map(
    (bytes) => crosswalk.describe(bytes).description as Description,
  )
  const texts = descriptions.map((description) => JSON.stringify(description))
  const clues = descriptions.map(cluesOf)
  const parse = each(texts, (text) => JSON.parse(text))
  const prepare = each(descriptions, (description) => matchingKeys(cluesOf(description)))
  const pair = each(clues, (one, at) => compare(one, clues[(at * 7 + 1) % clues.length] as Clues))
  const alike = each(clues, (one) => compare(one, one))
  report(`JSON.parse of a description: ${parse.toFixed(1)} µs`)
  report(`clues and keys of a record: ${prepare.toFixed(1)} µs, ${(prepare / parse).toFixed(2)} of that`)
  report(`a pair that differs: ${pair.toFixed(1)} µs, ${Math.round(1e6 / pair)} a second`)
  report(`a pair that is one: ${alike.toFixed(1)} µs, ${Math.round(1e6 / alike)} a second`)
}

/** Microseconds for one, the best of some rounds after one that warms up. */
function each<T>(list: T[], act: (one: T, at: number) => unknown): number {
  let best = Number.POSITIVE_INFINITY
  for (let round = 0; round <= rounds; round++) {
    const began = performance.now()
    for (const [at, one] of list.entries()) act(one, at)
    if (round > 0) best = Math.min(best, (performance.now() - began) / list.length)
  }
  return best * 1000
}
