import type { Format } from '../record/change.js'
import { cnmarc } from './cnmarc.js'
import type { Crosswalk } from './crosswalk.js'
import { dublinCore } from './dublin-core.js'
import { kbart } from './kbart.js'
import { marc21 } from './marc21.js'

/** One crosswalk for each vocabulary; each is pure and stands alone. */
export const crosswalks: Record<Format, Crosswalk> = { marc21, cnmarc, 'dublin-core': dublinCore, kbart }

export const crosswalkFor = (format: Format): Crosswalk => crosswalks[format]
