import { FIELD_END, SUBFIELD_START } from '../iso2709-bytes.js'

const SAMPLE = 768
/** ASCII kept before and after the octets that are none, so that words are seen whole and long lines are not. */
const MARGIN = 12

/** The words of `data` that hold octets over 0x7F, parted by spaces, and their fields by 0x1E; at most 768 octets. */
export function wordsToJudge(data: Buffer): Buffer {
  const words = Buffer.allocUnsafe(SAMPLE + 2)
  let length = 0
  let at = nextHigh(data, 0)
  while (at < data.length && length < SAMPLE) {
    const from = wordStart(data, at)
    const to = Math.min(wordEnd(data, at), from + SAMPLE - length)
    length += data.copy(words, length, from, to)
    at = nextHigh(data, to)
    words[length++] = hasFieldEnd(data, to, at) ? FIELD_END : 0x20
  }
  return words.subarray(0, length)
}

function nextHigh(data: Buffer, from: number): number {
  let at = from
  while (at < data.length && (data[at] as number) < 0x80) at++
  return at
}

/** A subfield code belongs to no word. */
function wordStart(data: Buffer, high: number): number {
  let from = high
  while (from > 0 && high - from < MARGIN && (data[from - 1] as number) > 0x20) from--
  return from > 0 && data[from - 1] === SUBFIELD_START && from < high ? from + 1 : from
}

/** An octet under 0x80 may be the second half of the character before it. */
function wordEnd(data: Buffer, high: number): number {
  let last = high
  let at = high
  while (at < data.length && (data[at] as number) > 0x20 && at - last <= MARGIN) {
    if ((data[at] as number) >= 0x80) last = at
    at++
  }
  return at
}

function hasFieldEnd(data: Buffer, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (data[at] === FIELD_END) return true
  return false
}
