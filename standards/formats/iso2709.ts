import { isUtf8 } from 'node:buffer'
import type { Finding } from '../record/change.js'
import { decodeFields } from './encodings.js'
import {
  bufferOf,
  ENTRY_LENGTH,
  ESCAPE,
  FIELD_END,
  fiveDigitsAt,
  fourDigitsAt,
  isAlphanumeric,
  LEADER_LENGTH,
  numberAt,
  RECORD_END,
  tagAt,
} from './iso2709-bytes.js'
import { readFields } from './iso2709-fields.js'
import { mendIso2709 } from './iso2709-mend.js'
import { type Separated, separateText, separateUtf8 } from './iso2709-separators.js'
import type { MarcRecord } from './marc.js'
import { withReferences } from './marc8.js'
import { mendMojibake } from './mojibake.js'

export interface Iso2709Read {
  record: MarcRecord
  /** What was mended or is doubtful. Empty for a sound record. */
  findings: Finding[]
  /** What the bytes were read as: `ascii`, `utf-8`, `gb18030`, `marc-8`, `iso-5426`, `windows-1252` … */
  encoding: string
}

/**
 * One record of ISO 2709 (MARC 21, CNMARC, UNIMARC), its final 0x1D included or not. A sound record takes the quick
 * way; any doubt about leader or directory sends it to the mending one. Both are linear in the length. `usual` names the
 * encoding of the file's other records: heard when this one is too short to tell its own.
 * @throws RecordUnreadable MARC_INVALID when neither directory nor separators give the fields
 */
export function readIso2709(bytes: Uint8Array, usual?: string): Iso2709Read {
  const buffer = bufferOf(bytes)
  const tags = soundTags(buffer)
  return (tags && readSound(buffer, tags, usual)) ?? mendIso2709(buffer, usual)
}

/** Null when a field holds a separator of its own. */
function readSound(buffer: Buffer, tags: string[], usual: string | undefined): Iso2709Read | null {
  const leader = buffer.toString('latin1', 0, LEADER_LENGTH)
  const data = buffer.subarray(LEADER_LENGTH + tags.length * ENTRY_LENGTH + 1, buffer.length - 1)
  const findings: Finding[] = []
  const { separated, encoding } = plainText(data, leader) ?? doubtfulText()
  const { text, isSuspicious } = separated
  const fields = readFields(separated, tags, findings)
  if (fields === null) return null
  if (isSuspicious || text.includes('???')) mendMojibake(fields, findings)
  return { record: { leader, fields }, findings, encoding }

  function doubtfulText() {
    const decoded = decodeFields(data, leader, tags, usual)
    findings.push(...decoded.findings)
    return { separated: separateText(decoded.text), encoding: decoded.encoding }
  }
}

/** Text that needs no second thought: ASCII or UTF-8 without the escapes of MARC-8. */
function plainText(data: Buffer, leader: string): { separated: Separated; encoding: string } | null {
  if (data.includes(ESCAPE) || !isUtf8(data)) return null
  const separated = separateUtf8(data)
  const { text } = separated
  // Every character is one octet.
  if (text.length !== data.length) return { separated, encoding: 'utf-8' }
  const mended = leader[9] === ' ' ? withReferences(text) : text
  return { separated: mended === text ? separated : separateText(mended), encoding: 'ascii' }
}

/**
 * The tags of a record whose leader, directory and separators all agree, the fields standing in the order of the
 * directory (§4.3, §4.4); null when anything is off.
 */
function soundTags(buffer: Buffer): string[] | null {
  const length = buffer.length
  const base = numberAt(buffer, 12, 5)
  const count = (base - LEADER_LENGTH - 1) / ENTRY_LENGTH
  if (numberAt(buffer, 0, 5) !== length || buffer[length - 1] !== RECORD_END) return null
  if (!Number.isInteger(count) || count < 1 || base > length || buffer[base - 1] !== FIELD_END) return null
  for (let i = 5; i < LEADER_LENGTH; i++) {
    const byte = buffer[i] as number
    if (byte < 0x20 || byte > 0x7e) return null
  }
  const tags: string[] = new Array(count)
  let start = 0
  for (let i = 0, at = LEADER_LENGTH; i < count; i++, at += ENTRY_LENGTH) {
    const size = fourDigitsAt(buffer, at + 3)
    if (size < 1 || fiveDigitsAt(buffer, at + 7) !== start) return null
    start += size
    if (buffer[base + start - 1] !== FIELD_END) return null
    if (!isAlphanumeric(buffer[at]) || !isAlphanumeric(buffer[at + 1]) || !isAlphanumeric(buffer[at + 2]))
      return null
    tags[i] = tagAt(buffer, at)
  }
  return base + start === length - 1 ? tags : null
}
