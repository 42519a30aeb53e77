import { decodeIso5426 } from '../iso5426.js'
import { decodeMarc8 } from '../marc8.js'
import { codePages } from './code-pages.js'
import { type Decoder, decoderFor } from './decoder.js'
import { withHkscs } from './hkscs.js'

/**
 * Every encoding that is tried, with what it costs to believe in it before a byte is seen: minus the logarithm of how
 * often library data come in it. Those with a subset of another's characters at the same places are left out
 * (GB 2312 and GBK of GB 18030, ISO 8859-1 of Windows-1252).
 */
const beliefs = {
  'utf-8': 1,
  gb18030: 1,
  'windows-1252': 1,
  'marc-8': 3,
  'windows-1251': 1.5,
  big5: 2,
  'windows-1250': 2.5,
  'iso-5426': 6,
  'euc-kr': 3,
  shift_jis: 3,
  'euc-jp': 3.5,
  'windows-1253': 3,
  'windows-1254': 3.5,
  'windows-1255': 3.5,
  'windows-1256': 3.5,
  'windows-1257': 3.5,
  'iso-8859-2': 3.5,
  'iso-8859-5': 4.5,
  'koi8-r': 3,
  'koi8-u': 4.5,
  ibm866: 3,
  ibm850: 3.5,
  ibm437: 4,
  ibm852: 4,
  ibm855: 6,
  ibm737: 5,
  ibm857: 6,
  macintosh: 5.5,
  'utf-8 and windows-1252': 8,
} as const

export type Encoding = keyof typeof beliefs

export const encodings = Object.keys(beliefs) as Encoding[]

export const beliefIn = (encoding: Encoding): number => beliefs[encoding]

export const isEncoding = (name: string): name is Encoding => name in beliefs

/** Of one octet a character, and ASCII below 0x80. */
const singles = new Map<Encoding, Uint16Array>()
const decoders = new Map<Encoding, Decoder>()

/** The text of octets in an encoding; U+FFFD where it has no character. NFC where the encoding parts letter and mark. */
export function decodeAs(encoding: Encoding, data: Buffer): string {
  if (encoding === 'utf-8') return data.toString('utf8')
  if (encoding === 'marc-8') return decodeMarc8(data).text
  if (encoding === 'utf-8 and windows-1252') return decodeTwofold(data)
  if (encoding === 'iso-5426') return decodeIso5426(data)
  if (encoding === 'big5') return withHkscs(decoderOf(encoding).decode(data))
  if (isEastAsian(encoding)) return decoderOf(encoding).decode(data)
  const text = decodeSingle(data, singleOf(encoding))
  return encoding === 'windows-1252' ? withFilingMarks(text) : text
}

/** ISO 6630 stands beside any set: a pair of these around a few words is its, and no circumflex and per mille. */
const withFilingMarks = (text: string): string =>
  text.includes('‰') ? text.replace(/ˆ([^ˆ‰\x1e\x1f]{1,30})‰/g, '\u0088$1\u0089') : text

function decoderOf(encoding: Encoding) {
  const decoder = decoders.get(encoding) ?? decoderFor(encoding)
  decoders.set(encoding, decoder)
  return decoder
}

function singleOf(encoding: Encoding): Uint16Array {
  const known = singles.get(encoding)
  if (known) return known
  const upper = isCodePage(encoding)
    ? codePages[encoding]
    : decoderFor(encoding).decode(Uint8Array.from({ length: 128 }, (_, i) => i + 128))
  const table = Uint16Array.from({ length: 256 }, (_, i) => (i < 128 ? i : upper.charCodeAt(i - 128)))
  singles.set(encoding, table)
  return table
}

const isCodePage = (encoding: string): encoding is keyof typeof codePages => encoding in codePages

const PORTION = 4096

function decodeSingle(data: Buffer, table: Uint16Array): string {
  let text = ''
  for (let from = 0; from < data.length; from += PORTION) {
    const units = new Uint16Array(Math.min(PORTION, data.length - from))
    for (let at = 0; at < units.length; at++) units[at] = table[data[from + at] as number] as number
    text += String.fromCharCode.apply(null, units as unknown as number[])
  }
  return text
}

/** UTF-8 into which somebody pasted octets of Windows-1252: well-formed sequences first, the others one by one. */
function decodeTwofold(data: Buffer): string {
  const table = singleOf('windows-1252')
  // Made UTF-8 throughout, and read at once: no character of Windows-1252 takes more than three octets.
  const whole = Buffer.allocUnsafe(data.length * 3)
  let end = 0
  for (let at = 0; at < data.length; ) {
    const width = utf8Width(data, at)
    for (let next = 0; next < width; next++) whole[end++] = data[at + next] as number
    if (width === 0) end = writeUnit(whole, end, table[data[at] as number] as number)
    at += width || 1
  }
  return whole.toString('utf8', 0, end)
}

/** One character of the basic plane beyond ASCII as UTF-8 (RFC 3629 §3). @returns where the next one goes */
function writeUnit(whole: Buffer, at: number, unit: number): number {
  let end = at
  if (unit < 0x800) whole[end++] = 0xc0 | (unit >> 6)
  else {
    whole[end++] = 0xe0 | (unit >> 12)
    whole[end++] = 0x80 | ((unit >> 6) & 0x3f)
  }
  whole[end++] = 0x80 | (unit & 0x3f)
  return end
}

/** Octets of the well-formed character at `at`; 0 when there is none (RFC 3629 §4, surrogates and overlong forms aside). */
function utf8Width(data: Buffer, at: number): number {
  const lead = data[at] as number
  const width = lead < 0x80 ? 1 : lead < 0xc2 ? 0 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : lead < 0xf5 ? 4 : 0
  for (let next = 1; next < width; next++) if (((data[at + next] ?? 0) & 0xc0) !== 0x80) return 0
  return width
}

export const isEastAsian = (encoding: Encoding): boolean =>
  encoding === 'gb18030' ||
  encoding === 'big5' ||
  encoding === 'euc-kr' ||
  encoding === 'shift_jis' ||
  encoding === 'euc-jp'
