import type { Format } from '../record/change.js'
import type { CarrierName } from './carriers.js'

/** What a file is taken for. */
export interface Guess {
  format: Format
  carrier: CarrierName
  /** What it was told from, for a person. */
  reason: string
}
