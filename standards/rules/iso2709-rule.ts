import type { Finding } from '../record/change.js'

export type MarcProfile = 'marc21' | 'cnmarc'

/** One requirement on the octets of one record. */
export interface Iso2709Rule {
  /** `ISO2709-01` …; never given to another rule. */
  id: string
  /** Of its findings. */
  code: string
  /** frame: of the octets alone. content: of the record, in whatever carrier it comes. */
  of: 'frame' | 'content'
  keyword: 'MUST' | 'SHOULD'
  /** The clause it comes from: ISO 2709 (GB/T 2901), else the profile's own. */
  section: string
  title: { en: string; zh: string }
  /**
   * What the record breaks; empty when it keeps the rule, and when another rule's breach makes this one void. Never
   * throws; linear in the length; at most 20 findings.
   */
  check(bytes: Uint8Array, profile: MarcProfile): Finding[]
}

export const MAX_FINDINGS = 20
