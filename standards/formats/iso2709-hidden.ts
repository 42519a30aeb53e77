import { bufferOf, isAlphanumeric, isDigit, LEADER_LENGTH, numberAt } from './iso2709-bytes.js'

/**
 * Where further records begin inside what one terminator ends, because the terminators before it are missing: a leader
 * with the figures that ISO 2709 fixes (indicators and identifiers of two octets at 10-11, a map `45` at 20-21, a base
 * address) and the first entry of a directory behind it. Digits come so by chance inside a directory, which has no letter
 * where a leader has its type of record (6).
 */
export function hiddenStarts(bytes: Uint8Array): number[] {
  const buffer = bufferOf(bytes)
  const starts: number[] = []
  for (let at = buffer.indexOf('45', LEADER_LENGTH + MAP); at !== -1; at = buffer.indexOf('45', at + 1))
    if (isStart(buffer, at - MAP)) starts.push(at - MAP)
  return starts
}

const TYPE = 6
/** Leader/20: where its map of entries begins. */
const MAP = 20

const isLetter = (byte: number | undefined): boolean => isAlphanumeric(byte) && !isDigit(byte)

const isStart = (buffer: Buffer, at: number): boolean =>
  numberAt(buffer, at, 5) >= 0 &&
  isLetter(buffer[at + TYPE]) &&
  numberAt(buffer, at + 10, 2) === 22 &&
  numberAt(buffer, at + 12, 5) > LEADER_LENGTH &&
  isAlphanumeric(buffer[at + LEADER_LENGTH]) &&
  isAlphanumeric(buffer[at + LEADER_LENGTH + 1]) &&
  isAlphanumeric(buffer[at + LEADER_LENGTH + 2]) &&
  numberAt(buffer, at + LEADER_LENGTH + 3, 9) >= 0
