import { ENTRY_LENGTH, FIELD_END, isAlphanumeric, LEADER_LENGTH, numberAt, tagAt } from './iso2709-bytes.js'

/** One directory entry (§4.4): a tag and where its field stands, counted from the base address. */
export interface Entry {
  tag: string
  /** Octets with the final 0x1E; -1 when not a number. */
  size: number
  start: number
}

/** A stretch of bytes, `to` exclusive and without its 0x1E. */
export interface Stretch {
  from: number
  to: number
}

/**
 * The entries before `end`, the place of the first 0x1E. Where octets are too many or too few they are counted back
 * from there, so that a leader that lost or gained some shifts none of them; or from the leader on, when the stray
 * octets follow the entries: then these fit the fields.
 */
export function readDirectory(buffer: Buffer, end: number): Entry[] {
  const counted = entriesFrom(LEADER_LENGTH, buffer, end)
  const shift = (end - LEADER_LENGTH) % ENTRY_LENGTH
  if (shift === 0 || (counted.length > 0 && stretchesOf(counted, buffer, end + 1))) return counted
  return entriesFrom(firstAligned(buffer, end), buffer, end)
}

function entriesFrom(first: number, buffer: Buffer, end: number): Entry[] {
  const entries: Entry[] = []
  for (let at = first; at + ENTRY_LENGTH <= end; at += ENTRY_LENGTH) {
    entries.push({
      tag: tagAt(buffer, at),
      size: numberAt(buffer, at + 3, 4),
      start: numberAt(buffer, at + 7, 5),
    })
  }
  return entries
}

/** Where the unbroken row of entries that ends at `end` begins: three alphanumerics, nine digits each. */
function firstAligned(buffer: Buffer, end: number): number {
  let at = end
  while (at - ENTRY_LENGTH >= 0 && isEntry(buffer, at - ENTRY_LENGTH)) at -= ENTRY_LENGTH
  // A leader of digits may read as an entry of its own: no directory begins before octet 12.
  while (at < 12) at += ENTRY_LENGTH
  return at
}

const isEntry = (buffer: Buffer, at: number): boolean =>
  isAlphanumeric(buffer[at]) &&
  isAlphanumeric(buffer[at + 1]) &&
  isAlphanumeric(buffer[at + 2]) &&
  numberAt(buffer, at + 3, 9) >= 0

/** The stretches between separators from `base` on; what follows the last separator counts when it is not blank. */
export function piecesOf(buffer: Buffer, base: number): Stretch[] {
  const pieces: Stretch[] = []
  let from = base
  for (let end = buffer.indexOf(FIELD_END, from); end !== -1; end = buffer.indexOf(FIELD_END, from)) {
    pieces.push({ from, to: end })
    from = end + 1
  }
  if (buffer.subarray(from).some((byte) => byte > 0x20)) pieces.push({ from, to: buffer.length })
  return pieces
}

/** Where each entry says its field stands; null unless all lie inside, end on a separator and overlap nowhere. */
export function stretchesOf(entries: Entry[], buffer: Buffer, base: number): Stretch[] | null {
  const stretches: Stretch[] = []
  for (const { size, start } of entries) {
    const last = base + start + size - 1
    if (size < 1 || start < 0 || buffer[last] !== FIELD_END) return null
    stretches.push({ from: base + start, to: last })
  }
  const sorted = [...stretches].sort((a, b) => a.from - b.from)
  const overlaps = sorted.some((stretch, i) => i > 0 && stretch.from <= (sorted[i - 1] as Stretch).to)
  return overlaps ? null : stretches
}
