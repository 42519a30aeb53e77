import { contentRules } from './iso2709-content.js'
import { leaderRules } from './iso2709-leader.js'
import type { Iso2709Rule } from './iso2709-rule.js'
import { structureRules } from './iso2709-structure.js'

export type { Iso2709Rule, MarcProfile } from './iso2709-rule.js'

/** What ISO 2709 (GB/T 2901), MARC 21 and CNMARC ask of one record's octets: ISO2709-01 to ISO2709-28, in order. */
export const iso2709Rules: readonly Iso2709Rule[] = [...leaderRules, ...structureRules, ...contentRules]
