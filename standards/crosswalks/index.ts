import type { Format } from '../record/change.js'
import { cnmarc } from './cnmarc.js'
import type { Crosswalk } from './crosswalk.js'
import { dublinCore } from './dublin-core.js'
import { kbart } from './kbart.js'
import { mab2 } from './mab2.js'
import { marc21 } from './marc21.js'
import { mods } from './mods.js'
import { pica } from './pica.js'
import { table } from './table.js'

/** One crosswalk for each vocabulary; each is pure and stands alone. */
export const crosswalks: Record<Format, Crosswalk> = {
  marc21,
  cnmarc,
  'dublin-core': dublinCore,
  kbart,
  mods,
  pica,
  mab2,
  csv: table,
}

export const crosswalkFor = (format: Format): Crosswalk => crosswalks[format]
