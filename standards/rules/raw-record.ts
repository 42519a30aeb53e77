import {
  bufferOf,
  ENTRY_LENGTH,
  FIELD_END,
  LEADER_LENGTH,
  numberAt,
  RECORD_END,
} from '../formats/iso2709-bytes.js'

/** A field where the directory says it is; octets outside the record are cut off. */
export interface RawField {
  tag: string
  /** Place of the entry in the record. */
  entryAt: number
  /** As the entry states them; -1 when not a number. */
  size: number
  start: number
  /** Absolute, `to` exclusive and after the field's 0x1E. Both -1 when the entry points outside the record. */
  from: number
  to: number
}

/** More entries than a base address of five digits has room for. */
const MAX_ENTRIES = 8_331

/** A character of the leader, or '' when the record is shorter. */
export const leaderAt = (bytes: Uint8Array, from: number, to = from + 1): string =>
  bufferOf(bytes).toString('latin1', from, Math.min(to, LEADER_LENGTH))

/** Where the directory ends: the first 0x1E after the leader, or -1. */
export const directoryEnd = (bytes: Uint8Array): number => bytes.indexOf(FIELD_END, LEADER_LENGTH)

export function fieldsOf(bytes: Uint8Array): RawField[] {
  const buffer = bufferOf(bytes)
  const end = directoryEnd(buffer)
  const fields: RawField[] = []
  for (let at = LEADER_LENGTH; at + ENTRY_LENGTH <= end && fields.length < MAX_ENTRIES; at += ENTRY_LENGTH) {
    const size = numberAt(buffer, at + 3, 4)
    const start = numberAt(buffer, at + 7, 5)
    const from = end + 1 + start
    const isInside = size > 0 && start >= 0 && from + size <= buffer.length
    fields.push({
      tag: buffer.toString('latin1', at, at + 3),
      entryAt: at,
      size,
      start,
      from: isInside ? from : -1,
      to: isInside ? from + size : -1,
    })
  }
  return fields
}

/** The octets of a field without its 0x1E and the record's 0x1D; never more than four digits can state. */
export function contentOf(bytes: Uint8Array, field: RawField): Buffer {
  let to = field.to
  while (to > field.from && (bytes[to - 1] === FIELD_END || bytes[to - 1] === RECORD_END)) to--
  return bufferOf(bytes.subarray(Math.max(field.from, 0), Math.max(to, 0)))
}

/**
 * Fields that lie inside the record and follow one another without overlap. Where entries overlap, only the first
 * counts, which keeps the sum of their octets within the record.
 */
export function soundFields(bytes: Uint8Array): RawField[] {
  let covered = 0
  return [...fieldsOf(bytes)]
    .filter((field) => field.from >= 0)
    .sort((a, b) => a.from - b.from)
    .filter((field) => {
      if (field.from < covered) return false
      covered = field.to
      return true
    })
}

export const isControlTag = (tag: string): boolean => tag.startsWith('00')

/** Text of the first subfield `a`, in Latin-1: for coded fields, which are ASCII. */
export const codedValue = (content: Buffer): string | undefined =>
  content
    .toString('latin1')
    .split('\x1f')
    .slice(1)
    .find((piece) => piece.startsWith('a'))
    ?.slice(1)

export type RecordType = 'bib' | 'authority' | 'holding'

/** MARC 21 leader/06 tells holdings and authorities; in UNIMARC those are records of formats of their own. */
export function recordTypeOf(bytes: Uint8Array): RecordType {
  const type = leaderAt(bytes, 6)
  if ('uvxy'.includes(type) && type !== '') return 'holding'
  return type === 'z' || type === 'x' ? 'authority' : 'bib'
}
