/** ISO 2709 §4.1: the three separators. No byte of a multi-byte character in UTF-8, GBK or GB18030 equals them. */
export const RECORD_END = 0x1d
export const FIELD_END = 0x1e
export const SUBFIELD_START = 0x1f
export const ESCAPE = 0x1b

export const LEADER_LENGTH = 24
export const ENTRY_LENGTH = 12

/** The number that `count` ASCII digits at `at` spell; -1 when one of them is no digit or lies outside. */
export function numberAt(bytes: Uint8Array, at: number, count: number): number {
  let value = 0
  for (let i = at; i < at + count; i++) {
    const digit = (bytes[i] as number) - 0x30
    if (!(digit >= 0 && digit <= 9)) return -1
    value = value * 10 + digit
  }
  return value
}

export const isDigit = (byte: number | undefined): boolean =>
  byte !== undefined && byte >= 0x30 && byte <= 0x39

/** What is no digit is worth so little that no other digits make up for it. */
const digitValues = Int32Array.from({ length: 256 }, (_, byte) => (isDigit(byte) ? byte - 0x30 : -1_000_000))

const digitAt = (bytes: Uint8Array, at: number): number => digitValues[bytes[at] as number] as number

/** The length of a field in a directory, §4.4; less than 0 when one of the octets is no digit. All lie inside. */
export const fourDigitsAt = (bytes: Uint8Array, at: number): number =>
  1000 * digitAt(bytes, at) +
  100 * digitAt(bytes, at + 1) +
  10 * digitAt(bytes, at + 2) +
  digitAt(bytes, at + 3)

/** The same for where a field starts. */
export const fiveDigitsAt = (bytes: Uint8Array, at: number): number =>
  10 * fourDigitsAt(bytes, at) + digitAt(bytes, at + 4)

const alphanumeric = Uint8Array.from({ length: 256 }, (_, byte) =>
  Number(/[0-9A-Za-z]/.test(String.fromCharCode(byte))),
)

export const isAlphanumeric = (byte: number | undefined): boolean => alphanumeric[byte ?? 0] === 1

/** Tags of three digits, so that a million records share a thousand strings. */
const numberedTags = Array.from({ length: 1000 }, (_, number) => String(number).padStart(3, '0'))

/** The three octets of a tag. */
export function tagAt(buffer: Buffer, at: number): string {
  return numberedTags[numberAt(buffer, at, 3)] ?? buffer.toString('latin1', at, at + 3)
}

/** A view, never a copy. */
export const bufferOf = (bytes: Uint8Array): Buffer =>
  Buffer.isBuffer(bytes) ? bytes : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)

/** The ASCII of `bytes[from, to)` for a message: what cannot be shown stands as `?`. */
export const shown = (bytes: Uint8Array, from: number, to: number): string =>
  bufferOf(bytes.subarray(from, Math.min(to, from + 40)))
    .toString('latin1')
    .replace(/[^ -~]/g, '?')
