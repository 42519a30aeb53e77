import { carrierRemedies } from './carriers.js'
import { completenessRemedies } from './completeness.js'
import { descriptionRemedies } from './description.js'
import { kbartRemedies } from './kbart.js'
import { marcContentRemedies } from './marc-content.js'
import { marcFrameRemedies } from './marc-frame.js'
import { otherCarrierRemedies } from './other-carriers.js'
import type { Remedies, Remedy } from './remedy.js'

export type { Remedy, Words } from './remedy.js'

/** Code of a finding → what it means and how to mend it. Whatever shows a finding takes its words from here. */
export const remedies: Remedies = {
  ...marcFrameRemedies,
  ...marcContentRemedies,
  ...carrierRemedies,
  ...otherCarrierRemedies,
  ...kbartRemedies,
  ...descriptionRemedies,
  ...completenessRemedies,
}

/** Undefined for a code of an outsider's adapter. */
export const remedyOf = (code: string): Remedy | undefined =>
  Object.hasOwn(remedies, code) ? remedies[code] : undefined
