import { isUtf8 } from 'node:buffer'
import type { Finding } from '../record/change.js'
import { declaredEncoding, type Encoding } from './encoding-declared.js'
import { cyrillicOf, type Evidence, evidenceOf, looksGb, looksMarc8 } from './encoding-evidence.js'
import { ESCAPE } from './iso2709-bytes.js'
import { decodeIso5426 } from './iso5426.js'
import { decodeMarc8 } from './marc8.js'

export interface Decoded {
  /** The three separators stand where they stood. */
  text: string
  encoding: string
  findings: Finding[]
}

/**
 * The text of a record's data area: fields in the order of `tags`, each ended by 0x1E. Strict UTF-8 first; else what
 * the bytes show, the record's own statement being one witness among others. Never throws: what no table holds
 * becomes U+FFFD, with a finding.
 */
export function decodeFields(data: Buffer, leader: string, tags: string[]): Decoded {
  const declared = declaredEncoding(data, leader, tags)
  if (isUtf8(data) && !(data.includes(ESCAPE) && declared !== 'utf-8'))
    return sound(data.toString('utf8'), 'utf-8')
  const encoding = encodingOf(data, declared)
  const decoded = decodeAs(encoding, data)
  if (declared !== null && encoding !== declared) decoded.findings.unshift(notAsDeclared(declared, encoding))
  else if (encoding === 'windows-1252') decoded.findings.unshift(lastResort())
  return decoded
}

/** In the order of certainty: well-formed sequences prove more than statements, statements more than likeness. */
function encodingOf(data: Buffer, declared: Encoding | null): Encoding {
  const evidence = evidenceOf(data)
  if (evidence.utf8 > 2 * evidence.invalid) return 'utf-8'
  if (declared === 'windows-1251' || declared === 'ibm866' || declared === 'koi8-r') return declared
  if (declared === 'iso-5426' && !hasManyPairs(evidence)) return 'iso-5426'
  if (data.includes(ESCAPE)) return 'marc-8'
  const cyrillic = cyrillicOf(evidence)
  if (cyrillic) return cyrillic
  if (looksGb(evidence)) return 'gb18030'
  return isMarc8(evidence, declared) ? 'marc-8' : 'windows-1252'
}

/** Marks of ISO 5426 (C0 to DF) and a special letter can pair up as Han; three pairs in a chain are text. */
const hasManyPairs = (evidence: Evidence): boolean =>
  looksGb(evidence) && evidence.pairs >= 3 * evidence.chains

const isMarc8 = (evidence: Evidence, declared: Encoding | null): boolean =>
  (declared === 'marc-8' && evidence.marksBeforeLetter >= 0.9 * evidence.marks) || looksMarc8(evidence)

function decodeAs(encoding: Encoding, data: Buffer): Decoded {
  if (encoding === 'marc-8') return { ...decodeMarc8(data), encoding }
  const text = encoding === 'iso-5426' ? decodeIso5426(data) : new TextDecoder(encoding).decode(data)
  const count = text.split('\ufffd').length - 1
  return count === 0 ? sound(text, encoding) : { text, encoding, findings: [replaced(encoding, count)] }
}

const sound = (text: string, encoding: Encoding): Decoded => ({ text, encoding, findings: [] })

const notAsDeclared = (declared: Encoding, actual: Encoding): Finding => ({
  code: 'ENCODING_NOT_AS_DECLARED',
  detail: `The record says its text is ${declared}, but its bytes are not; it was read as ${actual}.`,
  detailZh: `记录声明的字符编码为 ${declared},但实际字节并非如此;已按 ${actual} 读取。`,
  path: 'leader/9',
  expected: declared,
  got: actual,
})

const lastResort = (): Finding => ({
  code: 'ENCODING_GUESSED',
  detail:
    'The text is neither UTF-8 nor GB 18030 nor MARC-8; it was read as Windows-1252. Look at its accents.',
  detailZh: '文字既非 UTF-8、GB 18030,也非 MARC-8;已按 Windows-1252 读取,请核对其变音字母。',
  got: 'windows-1252',
})

const replaced = (encoding: Encoding, count: number): Finding => ({
  code: 'ENCODING_BYTES_REPLACED',
  detail: `${count} places of the text are no characters in ${encoding}; they stand as U+FFFD.`,
  detailZh: `文字中有 ${count} 处不是 ${encoding} 的有效字符,以 U+FFFD 代替。`,
  expected: encoding,
})
