import { RecordUnreadable } from '../crosswalks/crosswalk.js'
import type { Finding } from '../record/change.js'
import { decodeFields } from './encodings.js'
import {
  ENTRY_LENGTH,
  FIELD_END,
  LEADER_LENGTH,
  numberAt,
  RECORD_END,
  SUBFIELD_START,
} from './iso2709-bytes.js'
import { type Entry, piecesOf, readDirectory, type Stretch, stretchesOf } from './iso2709-directory.js'
import { readFields } from './iso2709-fields.js'
import {
  baseWrong,
  directoryBroken,
  directoryStray,
  fieldsLost,
  invalid,
  leaderBlank,
  leaderWrong,
  lengthWrong,
  separatorInField,
} from './iso2709-findings.js'
import { separateText } from './iso2709-separators.js'
import type { MarcRecord } from './marc.js'
import { mendMojibake } from './mojibake.js'

/** No cataloguer's record goes beyond these; they bound time and memory on hostile bytes. */
const MAX_BYTES = 1024 * 1024
const MAX_FIELDS = 20_000
const MAX_SUBFIELDS = 100_000
const MAX_FINDINGS = 50

interface Named extends Stretch {
  tag: string
}

/**
 * A record whose leader, directory and separators disagree. The separators decide where fields end, the directory
 * what they are called; whatever was mended is a finding. Linear in the length.
 * @throws RecordUnreadable MARC_INVALID
 */
export function mendIso2709(
  whole: Buffer,
  usual?: string,
): { record: MarcRecord; findings: Finding[]; encoding: string } {
  const buffer = withoutEnd(whole)
  const directoryEnd = buffer.indexOf(FIELD_END)
  refuseHopeless(buffer, directoryEnd)
  const findings: Finding[] = []
  const leader = leaderOf(buffer, directoryEnd, findings)
  checkNumbers(leader, whole.length, directoryEnd + 1, findings)
  const named = nameFields(buffer, directoryEnd, findings)
  const tags = named.map((field) => field.tag)
  const decoded = decodeFields(dataOf(buffer, named, findings), leader, tags, usual)
  const separated = separateText(decoded.text)
  const fields = readFields(separated, tags, findings)
  if (fields === null)
    throw new RecordUnreadable(invalid('its separators cannot be told apart', '无法辨别其分隔符'))
  findings.push(...decoded.findings)
  if (separated.isSuspicious || decoded.text.includes('???')) mendMojibake(fields, findings)
  return { record: { leader, fields }, findings: findings.slice(0, MAX_FINDINGS), encoding: decoded.encoding }
}

/** The record without its final 0x1D and what line ends or 0x1A follow it. */
function withoutEnd(whole: Buffer): Buffer {
  let end = whole.length
  while (end > 0 && ((whole[end - 1] as number) <= 0x1a || whole[end - 1] === RECORD_END)) end--
  return whole.subarray(0, end)
}

function refuseHopeless(buffer: Buffer, directoryEnd: number): void {
  if (buffer.length > MAX_BYTES)
    throw new RecordUnreadable(invalid('it is longer than 1 MiB', '长度超过 1 MiB'))
  if (directoryEnd < LEADER_LENGTH) {
    throw new RecordUnreadable(invalid('no directory follows its leader', '头标区之后没有目次区'))
  }
  if (hasMore(buffer, FIELD_END, MAX_FIELDS) || hasMore(buffer, SUBFIELD_START, MAX_SUBFIELDS)) {
    throw new RecordUnreadable(
      invalid('it has more fields than any record can have', '字段数超出任何记录的可能'),
    )
  }
}

function hasMore(buffer: Buffer, wanted: number, limit: number): boolean {
  let found = 0
  for (let at = buffer.indexOf(wanted); at !== -1; at = buffer.indexOf(wanted, at + 1))
    if (++found > limit) return true
  return false
}

/** 24 characters whatever the octets before the directory are. */
function leaderOf(buffer: Buffer, directoryEnd: number, findings: Finding[]): string {
  const text = buffer.toString('latin1', 0, Math.min(LEADER_LENGTH, directoryEnd))
  if (text.trim() === '') findings.push(leaderBlank())
  else if (/[^ -~]/.test(text)) findings.push(leaderWrong(text))
  return text.replace(/[^ -~]/g, ' ').padEnd(LEADER_LENGTH, ' ')
}

function checkNumbers(leader: string, length: number, base: number, findings: Finding[]): void {
  const bytes = Buffer.from(leader, 'latin1')
  if (numberAt(bytes, 0, 5) !== length) findings.push(lengthWrong(leader.slice(0, 5), length))
  if (numberAt(bytes, 12, 5) !== base) findings.push(baseWrong(leader.slice(12, 17), base))
}

/**
 * Three ways, each weaker than the one before: the directory where it is sound; as many separators as tags, taken in
 * order; the fields whose start the directory knows.
 */
function nameFields(buffer: Buffer, directoryEnd: number, findings: Finding[]): Named[] {
  const base = directoryEnd + 1
  const entries = readDirectory(buffer, directoryEnd)
  const tagged = entries.length > 0 && entries.every(hasTag)
  const stretches = tagged ? stretchesOf(entries, buffer, base) : null
  if (stretches) {
    const stray = (directoryEnd - LEADER_LENGTH) % ENTRY_LENGTH
    if (stray !== 0 && findings.length === 0) findings.push(directoryStray(stray))
    return named(entries, stretches)
  }
  const pieces = piecesOf(buffer, base)
  if (tagged && pieces.length === entries.length) {
    findings.push(directoryBroken(LEADER_LENGTH))
    return named(entries, pieces)
  }
  const found = byStart(entries, pieces, base)
  if (found.length * 2 < entries.length || found.length === 0) {
    const tell = `its directory names ${entries.length} fields, its separators bound ${pieces.length}`
    throw new RecordUnreadable(
      invalid(tell, `目次区列出 ${entries.length} 个字段,而分隔符划出 ${pieces.length} 个`),
    )
  }
  findings.push(fieldsLost(entries.length, found.length, lostTags(entries, found)))
  return found
}

function lostTags(entries: Entry[], found: Named[]): string[] {
  const left = found.map((field) => field.tag)
  const isLost = ({ tag }: Entry) =>
    left.indexOf(tag) === -1 || left.splice(left.indexOf(tag), 1).length === 0
  return entries
    .slice(0, 1000)
    .filter(isLost)
    .slice(0, 10)
    .map(({ tag }) => tag.replace(/[^ -~]/g, '?'))
}

const hasTag = (entry: Entry): boolean => /^[0-9A-Za-z]{3}$/.test(entry.tag)

const named = (entries: Entry[], stretches: Stretch[]): Named[] =>
  stretches.map(({ from, to }, i) => ({ tag: (entries[i] as Entry).tag, from, to }))

function byStart(entries: Entry[], pieces: Stretch[], base: number): Named[] {
  const starts = new Map(pieces.map((piece) => [piece.from, piece]))
  const found: Named[] = []
  for (const entry of entries) {
    const piece = starts.get(base + entry.start)
    if (!piece || !hasTag(entry)) continue
    starts.delete(piece.from)
    found.push({ tag: entry.tag, ...piece })
  }
  return found
}

/** The data in the order of the tags; a separator inside a field becomes a space, so that one ends each field. */
function dataOf(buffer: Buffer, fields: Named[], findings: Finding[]): Buffer {
  const data = Buffer.alloc(
    fields.reduce((sum, { from, to }) => sum + to - from + 1, 0),
    FIELD_END,
  )
  let at = 0
  for (const { tag, from, to } of fields) {
    buffer.copy(data, at, from, to)
    if (isCut(data, at, at + to - from)) findings.push(separatorInField(tag))
    at += to - from + 1
  }
  return data
}

function isCut(data: Buffer, from: number, to: number): boolean {
  let isFound = false
  for (let at = from; at < to; at++) {
    if (data[at] !== FIELD_END) continue
    data[at] = 0x20
    isFound = true
  }
  return isFound
}
