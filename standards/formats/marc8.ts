import type { Finding } from '../record/change.js'
import { ansel } from './ansel.js'
import { ascii, type GraphicSet, latinExtended, setOf } from './graphic-sets.js'
import { ESCAPE } from './iso2709-bytes.js'
import { marc8Sets } from './marc8-sets.js'

/** Joiners and non-sorting marks of the C1 area. */
const controls = new Map([
  [0x88, '\u0098'],
  [0x89, '\u009c'],
  [0x8d, '\u200d'],
  [0x8e, '\u200c'],
])

/** Text so far, and the marks that wait for their letter. */
interface Writing {
  /** Code units, `length` of them written. */
  units: Uint16Array
  length: number
  marks: string
  g0: GraphicSet
  g1: GraphicSet
  unknown: Set<string>
  replaced: number
  /** The first half of a double mark came, which stands for the whole: its second half adds nothing. */
  isDouble: boolean
}

/**
 * MARC-8 to Unicode, NFC. Marks, which precede their letter, follow it; the sets revert to basic and extended Latin
 * at each delimiter, as the specification asks. What no table holds becomes U+FFFD.
 */
export function decodeMarc8(bytes: Buffer): { text: string; findings: Finding[] } {
  const writing: Writing = {
    // No octet becomes more than one unit; a mark without a letter brings a space of its own, thirty marks a joiner.
    units: new Uint16Array(2 * bytes.length + 2),
    length: 0,
    marks: '',
    g0: ascii,
    g1: latinExtended,
    unknown: new Set(),
    replaced: 0,
    isDouble: false,
  }
  for (let at = 0; at < bytes.length; ) {
    const byte = bytes[at] as number
    const mark = latinMarks[byte]
    if (byte >= 0x20 && byte < 0x7f && writing.g0 === ascii) {
      writing.units[writing.length++] = byte
      if (writing.marks !== '') writeMarks(writing)
      at++
    } else if (mark !== undefined && writing.g1 === latinExtended && writing.marks === '') {
      writing.marks = mark
      at++
    } else at += special(bytes, at, byte, writing)
  }
  releaseMarks(writing)
  const { buffer, byteOffset } = writing.units
  const text = Buffer.from(buffer, byteOffset, 2 * writing.length).toString('utf16le')
  return { text: withReferences(text).normalize('NFC'), findings: findingsOf(writing) }
}

/** MARC 21 Specifications, Conversion: `&#x4E2D;` in MARC-8 stands for a character that its sets lack. */
export const withReferences = (text: string): string =>
  text.includes('&#x')
    ? text.replace(/&#x([\dA-Fa-f]{4,6});/g, (reference, digits: string) => {
        const point = Number.parseInt(digits, 16)
        const isCharacter = point >= 0x80 && point <= 0x10ffff && (point < 0xd800 || point > 0xdfff)
        return isCharacter ? String.fromCodePoint(point) : reference
      })
    : text

/** Marks of extended Latin by their octet, those of two halves aside: by far the most that come. */
const latinMarks = Array.from({ length: 256 }, (_, octet) => {
  const mark = octet >= 0xe0 ? ansel[(octet - 0xa0) >> 4]?.[octet & 15] : undefined
  return mark === ' ' || mark === '\u0361' || mark === '\u0360' ? undefined : mark
})

/** All but ASCII and the first mark of a letter; how many octets were read. */
function special(bytes: Buffer, at: number, byte: number, writing: Writing): number {
  if (byte === ESCAPE) return designate(bytes, at, writing)
  if (byte >= 0x1d && byte <= 0x1f) return delimit(bytes, at, writing)
  if (byte <= 0x20 || (byte === 0x7f && writing.g0.width < 3))
    return put(String.fromCharCode(byte), 1, writing)
  if (byte >= 0x80 && byte < 0xa0) return put(controls.get(byte), 1, writing)
  return graphic(bytes, at, byte < 0x80 ? writing.g0 : writing.g1, writing)
}

/** Octets at or under 0x20 end a character of several octets that the data cut short. */
function graphic(bytes: Uint8Array, at: number, set: GraphicSet, writing: Writing): number {
  if (!set.isKnown) writing.unknown.add(set.name)
  const octet = (offset: number) => (offset < set.width ? (bytes[at + offset] ?? 0) & 0x7f : 0)
  const character = set.at(octet(0), octet(1), octet(2))
  if (character !== undefined) return put(character, set.width, writing)
  let width = 1
  while (width < set.width && octet(width) > 0x20) width++
  return put(undefined, width, writing)
}

function put(character: string | undefined, width: number, writing: Writing): number {
  if (character === undefined) writing.replaced++
  if (character !== undefined && isMark(character)) addMark(character, writing)
  else {
    write(character ?? '\ufffd', writing)
    if (writing.marks !== '') writeMarks(writing)
  }
  return width
}

function write(text: string, writing: Writing): void {
  for (let at = 0; at < text.length; at++) writing.units[writing.length++] = text.charCodeAt(at)
}

function writeMarks(writing: Writing): void {
  write(writing.marks, writing)
  writing.marks = ''
}

/** After thirty marks, as UAX #15 §13 asks: to sort more of them at once takes the square of their number. */
const GRAPHEME_JOINER = '\u034f'

/** U+0361 and U+0360 are double by themselves; their second halves U+FE21 and U+FE23 matter only when alone. */
function addMark(mark: string, writing: Writing): void {
  const isSecondHalf = mark === '\ufe21' || mark === '\ufe23'
  if (!(isSecondHalf && writing.isDouble)) writing.marks += mark
  if (writing.marks.length % 31 === 30) writing.marks += GRAPHEME_JOINER
  writing.isDouble = !isSecondHalf && (writing.isDouble || mark === '\u0361' || mark === '\u0360')
}

/** Marks whose letter never came stand on a space of their own. */
function releaseMarks(writing: Writing): void {
  if (writing.marks !== '') put(' ', 1, writing)
}

/** A subfield code is ASCII whatever set was at work, so it is taken together with its delimiter. */
function delimit(bytes: Uint8Array, at: number, writing: Writing): number {
  releaseMarks(writing)
  writing.g0 = ascii
  writing.g1 = latinExtended
  const code = bytes[at + 1] ?? 0
  const hasCode = bytes[at] === 0x1f && code > 0x20 && code < 0x7f
  writing.units[writing.length++] = bytes[at] as number
  if (hasCode) writing.units[writing.length++] = code
  return hasCode ? 2 : 1
}

/**
 * ESC with `g` `b` `p` `s`; or ESC, an optional `$` (multi-byte), `(` `,` for G0 or `)` `-` for G1, an optional `!`, the
 * final byte. Any other ESC is none of MARC-8 and stands as U+FFFD.
 */
function designate(bytes: Uint8Array, from: number, writing: Writing): number {
  let at = from + 1
  const next = () => String.fromCharCode(bytes[at] ?? 0)
  if ('gbps'.includes(next())) {
    writing.g0 = next() === 's' ? ascii : setOf(next())
    return 2
  }
  const isMultiByte = next() === '$'
  if (isMultiByte) at++
  const isG1 = next() === ')' || next() === '-'
  const isNamed = isG1 || next() === '(' || next() === ','
  if (isNamed) at++
  if (next() === '!') at++
  const isFinal = (bytes[at] ?? 0) >= 0x30 && (bytes[at] ?? 0) < 0x7f
  if (!isFinal || !(isMultiByte || isNamed)) return put(undefined, 1, writing)
  const set =
    !isMultiByte && (next() === 'B' || next() === 'J') ? ascii : setOf(isMultiByte ? `$${next()}` : next())
  if (isG1) writing.g1 = set
  else writing.g0 = set
  return at - from + 1
}

/** Marks of the sets that have any (Unicode category M): Latin, Greek, Hebrew, Arabic, kana, double halves. */
const marks = new Set(
  [...ansel, ...Object.values(marc8Sets).flat(), '\ufe21\ufe23\u3099\u309a'].join('').match(/\p{M}/gu),
)

const isMark = (character: string): boolean => character > '\u02ff' && marks.has(character)

function findingsOf({ unknown, replaced }: Writing): Finding[] {
  const findings = [...unknown].map(unknownSet)
  return replaced > 0 && unknown.size === 0 ? [...findings, outsideTables(replaced)] : findings
}

const unknownSet = (name: string): Finding => ({
  code: 'ENCODING_UNKNOWN_SET',
  detail: `The text switches to the character set "${name}", which MARC-8 does not have; its characters stand as U+FFFD. Export the record in UTF-8.`,
  detailZh: `文字切换到 MARC-8 所没有的字符集“${name}”，其字符以 U+FFFD 代替；请改用 UTF-8 导出。`,
  got: name,
})

const outsideTables = (count: number): Finding => ({
  code: 'ENCODING_BYTES_REPLACED',
  detail: `What is no character of MARC-8 stands as U+FFFD, ${count} in all.`,
  detailZh: `文字中有 ${count} 处不是 MARC-8 的有效字符，以 U+FFFD 代替。`,
  expected: 'marc-8',
})
