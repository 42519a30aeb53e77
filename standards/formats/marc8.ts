import type { Finding } from '../record/change.js'
import { ansel } from './ansel.js'
import { marc8Sets } from './marc8-sets.js'

/** A graphic set at work: what a 7-bit byte stands for ('' for nothing, undefined when the set lacks it). */
interface CharacterSet {
  /** Final byte of its escape sequence. */
  name: string
  /** Bytes a character. */
  width: number
  isKnown: boolean
  at(byte: number): string | undefined
}

const table = (name: string, rows: readonly string[]): CharacterSet => ({
  name,
  width: 1,
  isKnown: true,
  at: (byte) => {
    const character = rows[(byte - 0x20) >> 4]?.[byte & 15]
    return character === ' ' ? undefined : character
  },
})

const ascii: CharacterSet = { name: 'B', width: 1, isKnown: true, at: (byte) => String.fromCharCode(byte) }
const latin = table('E', ansel)
/** EC and FB close the double marks that EB and FA opened; the first half carries the whole mark. */
const latinExtended: CharacterSet = {
  ...latin,
  at: (byte) => (byte === 0x6c || byte === 0x7b ? '' : latin.at(byte)),
}

/** MARC 21 Specifications, Character Sets: the final bytes of the escape sequences. */
const sets = new Map<string, CharacterSet>([
  ['B', ascii],
  ['s', ascii],
  ['E', latinExtended],
  ['N', table('N', marc8Sets.cyrillic)],
  ['Q', table('Q', marc8Sets.cyrillicExtended)],
  ['S', table('S', marc8Sets.greek)],
  ['2', table('2', marc8Sets.hebrew)],
  ['3', table('3', marc8Sets.arabic)],
  ['4', table('4', marc8Sets.arabicExtended)],
  ['b', table('b', marc8Sets.subscripts)],
  ['p', table('p', marc8Sets.superscripts)],
  ['g', table('g', marc8Sets.greekSymbols)],
])

/** A set without a table here. East Asian (final byte 1) takes three bytes a character. */
const setOf = (name: string): CharacterSet =>
  sets.get(name) ?? { name, width: name === '1' ? 3 : 1, isKnown: false, at: () => undefined }

/** Joiners and non-sorting marks of the C1 area. */
const controls = new Map([
  [0x88, '\u0098'],
  [0x89, '\u009c'],
  [0x8d, '\u200d'],
  [0x8e, '\u200c'],
])

/** Text so far, and the marks that wait for their letter. */
interface Writing {
  out: string[]
  marks: string
  g0: CharacterSet
  g1: CharacterSet
  unknown: Set<string>
}

/**
 * MARC-8 to Unicode, NFC. Marks, which precede their letter, follow it; the sets revert to basic and extended Latin
 * at each delimiter, as the specification asks. Characters of a set without a table become U+FFFD.
 */
export function decodeMarc8(bytes: Uint8Array): { text: string; findings: Finding[] } {
  const writing: Writing = { out: [], marks: '', g0: ascii, g1: latinExtended, unknown: new Set() }
  let at = 0
  while (at < bytes.length) {
    const byte = bytes[at] as number
    if (byte === 0x1b) at += designate(bytes, at, writing)
    else if (byte >= 0x1d && byte <= 0x1f) at += delimit(bytes, at, writing)
    else if (byte <= 0x20 || byte === 0x7f) at += put(String.fromCharCode(byte), 1, writing)
    else if (byte >= 0x80 && byte < 0xa0) at += put(controls.get(byte) ?? '\ufffd', 1, writing)
    else at += graphic(bytes, at, byte < 0x80 ? writing.g0 : writing.g1, writing)
  }
  releaseMarks(writing)
  return { text: writing.out.join('').normalize('NFC'), findings: [...writing.unknown].map(unknownSet) }
}

function graphic(bytes: Uint8Array, at: number, set: CharacterSet, writing: Writing): number {
  if (!set.isKnown) writing.unknown.add(set.name)
  const character = set.at((bytes[at] as number) & 0x7f) ?? '\ufffd'
  let width = 1
  while (width < set.width && (bytes[at + width] ?? 0) > 0x20) width++
  return put(character, width, writing)
}

function put(character: string, width: number, writing: Writing): number {
  if (isMark(character)) writing.marks += character
  else if (character !== '') {
    writing.out.push(character)
    if (writing.marks !== '') writing.out.push(writing.marks)
    writing.marks = ''
  }
  return width
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
  writing.out.push(String.fromCharCode(bytes[at] as number), hasCode ? String.fromCharCode(code) : '')
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
    writing.g0 = setOf(next())
    return 2
  }
  const isMultiByte = next() === '$'
  if (isMultiByte) at++
  const isG1 = next() === ')' || next() === '-'
  const isNamed = isG1 || next() === '(' || next() === ','
  if (isNamed) at++
  if (next() === '!') at++
  const isFinal = (bytes[at] ?? 0) >= 0x30 && (bytes[at] ?? 0) < 0x7f
  if (!isFinal || !(isMultiByte || isNamed)) return put('\ufffd', 1, writing)
  if (isG1) writing.g1 = setOf(next())
  else writing.g0 = setOf(next())
  return at - from + 1
}

const isMark = (character: string): boolean => character > '\u02ff' && /^\p{M}$/u.test(character)

const unknownSet = (name: string): Finding => ({
  code: 'ENCODING_UNKNOWN_SET',
  detail: `The text switches to the MARC-8 set "${name}"${name === '1' ? ' (East Asian)' : ''}, which cannot be read yet; its characters stand as U+FFFD. Export the record in UTF-8.`,
  detailZh: `文字切换到 MARC-8 字符集“${name}”${name === '1' ? '(东亚)' : ''},目前无法读出,以 U+FFFD 代替;请改用 UTF-8 导出。`,
  got: name,
})
