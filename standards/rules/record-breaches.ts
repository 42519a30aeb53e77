import { RecordUnreadable } from '../crosswalks/crosswalk.js'
import { readRows } from '../crosswalks/kbart.js'
import { writeIso2709 } from '../formats/iso2709-write.js'
import { carrierOf, readMarc } from '../formats/read-marc.js'
import type { Finding, Format } from '../record/change.js'
import { iso2709Rules } from './iso2709.js'
import { kbartRules } from './kbart.js'

/** A rule that a record breaks, with the first place where it does. */
export interface Breach {
  /** ISO2709-07, KBART-06; for what is said of any record its code. */
  rule: string
  finding: Finding
}

export interface StoredRecord {
  format: Format
  bytes: Uint8Array
  /** Of ingest: what its reading mended, and the rules on descriptions. */
  findings: readonly Finding[]
}

/**
 * Every rule that a stored record breaks, each once: those of its octets or rows, by which conformance judges too, and
 * what ingest found. A finding of the reading that a rule on the octets tells as well is told by that rule alone.
 */
export function breachesOf({ format, bytes, findings }: StoredRecord): Breach[] {
  const breaches = breachesOfBytes(format, bytes)
  const told = new Set(breaches.map(({ finding }) => finding.code))
  for (const finding of findings) {
    if (told.has(finding.code)) continue
    told.add(finding.code)
    breaches.push({ rule: finding.code, finding })
  }
  return breaches
}

/** Formats without rules of their own are judged by what ingest found. */
function breachesOfBytes(format: Format, bytes: Uint8Array): Breach[] {
  if (format === 'kbart') return breachesOfRows(bytes)
  return format === 'marc21' || format === 'cnmarc' ? breachesOfMarc(bytes, format) : []
}

function breachesOfMarc(bytes: Uint8Array, profile: 'marc21' | 'cnmarc'): Breach[] {
  const isFramed = carrierOf(bytes) === 'iso2709'
  const octets = isFramed ? bytes : framed(bytes)
  if (octets === undefined) return []
  return iso2709Rules.flatMap((rule) => {
    if (!isFramed && rule.of === 'frame') return []
    const [finding] = rule.check(octets, profile)
    if (!finding) return []
    // Places in octets of our own writing say nothing of the record that came.
    const { offset: _, ...placeless } = finding
    return [{ rule: rule.id, finding: isFramed ? finding : placeless }]
  })
}

/** The same record in octets, so that one rule holds in every carrier. */
function framed(bytes: Uint8Array): Uint8Array | undefined {
  try {
    return writeIso2709(readMarc(bytes).record, 'utf-8')
  } catch (error) {
    if (error instanceof RecordUnreadable || error instanceof RangeError) return undefined
    throw error
  }
}

function breachesOfRows(bytes: Uint8Array): Breach[] {
  const rows = readRows(bytes)
  return kbartRules.flatMap((rule) => {
    for (const row of rows) {
      const [finding] = rule.check(row)
      if (finding) return [{ rule: rule.id, finding }]
    }
    return []
  })
}

/** Rules by id: title and code of those that have more than a code. */
const named = new Map<string, { code: string; title: { en: string; zh: string } }>(
  [...iso2709Rules, ...kbartRules].map(({ id, code, title }) => [id, { code, title }]),
)

export const ruleNamed = (rule: string): { code: string; title?: { en: string; zh: string } } =>
  named.get(rule) ?? { code: rule }
