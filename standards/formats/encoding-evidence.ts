import { ansel } from './ansel.js'

/** What the bytes of a text show about their encoding, counted over its first 64 KiB. */
export interface Evidence {
  /** Bytes over 0x7F, and how many stretches they form. */
  high: number
  stretches: number
  /** Well-formed UTF-8 characters of several bytes, and bytes over 0x7F outside of them. */
  utf8: number
  invalid: number
  /** Two-byte GBK pairs; those on common Han (GB 2312 level 1) or GB 2312 symbols; unbroken chains of pairs. */
  pairs: number
  commonPairs: number
  chains: number
  /** Bytes that MARC-8 uses as marks (E0 to FE); those before a letter; those that compose with that letter. */
  marks: number
  marksBeforeLetter: number
  marksComposing: number
  /** Bytes in the ranges that hold nearly all Russian text in Windows-1251 and code page 866. */
  cyrillic1251: number
  cyrillic1251Small: number
  /** The six commonest Russian letters, which Greek in Windows-1253 does not favour. */
  cyrillic1251Common: number
  cyrillic866: number
}

const none = (): Evidence => ({
  high: 0,
  stretches: 0,
  utf8: 0,
  invalid: 0,
  pairs: 0,
  commonPairs: 0,
  chains: 0,
  marks: 0,
  marksBeforeLetter: 0,
  marksComposing: 0,
  cyrillic1251: 0,
  cyrillic1251Small: 0,
  cyrillic1251Common: 0,
  cyrillic866: 0,
})

const SAMPLE = 65_536
/** о а е и н т */
const commonRussian = new Set([0xee, 0xe0, 0xe5, 0xe8, 0xed, 0xf2])

export function evidenceOf(bytes: Uint8Array): Evidence {
  const sample = bytes.subarray(0, SAMPLE)
  const evidence = none()
  countUtf8(sample, evidence)
  countPairs(sample, evidence)
  countBytes(sample, evidence)
  return evidence
}

function countUtf8(bytes: Uint8Array, evidence: Evidence): void {
  for (let at = 0; at < bytes.length; ) {
    const byte = bytes[at] as number
    const width = byte < 0x80 ? 1 : byte < 0xc2 ? 0 : byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : byte < 0xf5 ? 4 : 0
    let got = 1
    while (got < width && ((bytes[at + got] ?? 0) & 0xc0) === 0x80) got++
    if (byte >= 0x80 && got === width) evidence.utf8++
    else if (byte >= 0x80) evidence.invalid++
    at += got === width ? width : 1
  }
}

function countPairs(bytes: Uint8Array, evidence: Evidence): void {
  let inChain = false
  for (let at = 0; at < bytes.length; at++) {
    const lead = bytes[at] as number
    const trail = bytes[at + 1] ?? 0
    if (lead < 0x81 || trail < 0x40 || trail === 0x7f) {
      inChain = false
      continue
    }
    if (!inChain) evidence.chains++
    inChain = true
    evidence.pairs++
    if (trail >= 0xa1 && ((lead >= 0xb0 && lead <= 0xd7) || (lead >= 0xa1 && lead <= 0xa9)))
      evidence.commonPairs++
    at++
  }
}

function countBytes(bytes: Uint8Array, evidence: Evidence): void {
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] as number
    if (byte < 0x80) continue
    evidence.high++
    if (at === 0 || (bytes[at - 1] as number) < 0x80) evidence.stretches++
    if (byte >= 0xc0) evidence.cyrillic1251++
    if (byte >= 0xe0) evidence.cyrillic1251Small++
    if (commonRussian.has(byte)) evidence.cyrillic1251Common++
    if (byte < 0xb0 || (byte >= 0xe0 && byte <= 0xf1)) evidence.cyrillic866++
    if (byte >= 0xe0 && byte < 0xff) countMark(byte, bytes[at + 1] ?? 0, evidence)
  }
}

function countMark(mark: number, next: number, evidence: Evidence): void {
  evidence.marks++
  const isLetter = (next >= 0x41 && next <= 0x5a) || (next >= 0x61 && next <= 0x7a)
  if (isLetter || next >= 0xa1) evidence.marksBeforeLetter++
  if (evidence.marks > 2_000 || !isLetter) return
  const combining = ansel[(mark - 0xa0) >> 4]?.[mark & 15] ?? ''
  if ((String.fromCharCode(next) + combining).normalize('NFC').length === 1) evidence.marksComposing++
}

/** Chains of pairs, most of them common Han; or long chains, as traditional characters make them in GBK. */
export const looksGb = (e: Evidence): boolean =>
  e.pairs > 0 &&
  (e.commonPairs >= 0.6 * e.pairs || (e.pairs >= 4 * e.chains && e.commonPairs >= 0.2 * e.pairs))

/** Marks stand before letters, and with nearly all of them they make a letter that exists. */
export const looksMarc8 = (e: Evidence): boolean => e.marks > 0 && e.marksComposing >= 0.8 * e.marks

/** Words of high bytes that lie where Russian letters lie. */
export function cyrillicOf(e: Evidence): 'windows-1251' | 'ibm866' | null {
  if (e.high < 8 || e.high < 3 * e.stretches) return null
  const isRussian = e.cyrillic1251Common >= 0.3 * e.high && e.cyrillic1251Small >= 0.6 * e.high
  if (e.cyrillic1251 >= 0.95 * e.high && isRussian) return 'windows-1251'
  return e.cyrillic866 >= 0.97 * e.high ? 'ibm866' : null
}
