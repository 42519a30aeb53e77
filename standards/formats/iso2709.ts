import { isAscii, isUtf8, transcode } from 'node:buffer'
import type { Finding } from '../record/change.js'
import { decodeFields } from './encodings.js'
import {
  bufferOf,
  ENTRY_LENGTH,
  ESCAPE,
  FIELD_END,
  isAlphanumeric,
  LEADER_LENGTH,
  numberAt,
  RECORD_END,
  tagAt,
} from './iso2709-bytes.js'
import { readFields } from './iso2709-fields.js'
import { mendIso2709 } from './iso2709-mend.js'
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
  const count = soundEntries(buffer)
  return (count > 0 ? readSound(buffer, count, usual) : null) ?? mendIso2709(buffer, usual)
}

/** Null when a field holds a separator of its own. */
function readSound(buffer: Buffer, count: number, usual: string | undefined): Iso2709Read | null {
  const leader = buffer.toString('latin1', 0, LEADER_LENGTH)
  const tags = tagsOf(buffer, count)
  const findings: Finding[] = []
  const { text, encoding } = plainText(buffer, count, leader) ?? doubtfulText()
  const read = readFields(text, tags, findings)
  if (read === null) return null
  const { fields } = read
  if (read.isSuspicious || text.includes('???')) mendMojibake(fields, findings)
  return { record: { leader, fields }, findings, encoding }

  function doubtfulText() {
    const decoded = decodeFields(dataOf(buffer, count), leader, tags, usual)
    findings.push(...decoded.findings)
    return decoded
  }
}

const dataOf = (buffer: Buffer, count: number): Buffer =>
  buffer.subarray(LEADER_LENGTH + count * ENTRY_LENGTH + 1, buffer.length - 1)

/**
 * Text that needs no second thought: ASCII or UTF-8 without the escapes of MARC-8. By way of UTF-16 octets: half again as
 * fast as decoding UTF-8 into a string at once.
 */
function plainText(buffer: Buffer, count: number, leader: string): { text: string; encoding: string } | null {
  if (buffer.includes(ESCAPE)) return null
  const data = dataOf(buffer, count)
  if (isAscii(buffer)) {
    const text = data.toString('latin1')
    return { text: leader[9] === ' ' ? withReferences(text) : text, encoding: 'ascii' }
  }
  if (!isUtf8(buffer)) return null
  return { text: transcode(data, 'utf8', 'ucs2').toString('ucs2'), encoding: 'utf-8' }
}

function tagsOf(buffer: Buffer, count: number): string[] {
  const tags: string[] = new Array(count)
  for (let i = 0, at = LEADER_LENGTH; i < count; i++, at += ENTRY_LENGTH) tags[i] = tagAt(buffer, at)
  return tags
}

/**
 * How many directory entries a record has whose leader, directory and separators all agree, the fields standing
 * in the order of the directory (§4.3, §4.4); 0 when anything is off.
 */
function soundEntries(buffer: Buffer): number {
  const length = buffer.length
  const base = numberAt(buffer, 12, 5)
  const count = (base - LEADER_LENGTH - 1) / ENTRY_LENGTH
  if (numberAt(buffer, 0, 5) !== length || buffer[length - 1] !== RECORD_END) return 0
  if (!Number.isInteger(count) || count < 1 || base > length || buffer[base - 1] !== FIELD_END) return 0
  for (let i = 5; i < LEADER_LENGTH; i++) {
    const byte = buffer[i] as number
    if (byte < 0x20 || byte > 0x7e) return 0
  }
  let start = 0
  for (let at = LEADER_LENGTH; at < base - 1; at += ENTRY_LENGTH) {
    if (!isAlphanumeric(buffer[at]) || !isAlphanumeric(buffer[at + 1]) || !isAlphanumeric(buffer[at + 2]))
      return 0
    const size = numberAt(buffer, at + 3, 4)
    if (size < 1 || numberAt(buffer, at + 7, 5) !== start) return 0
    start += size
    if (buffer[base + start - 1] !== FIELD_END) return 0
  }
  return base + start === length - 1 ? count : 0
}
