import { isUtf8 } from 'node:buffer'
import type { Finding } from '../../record/change.js'
import { decodeFields } from '../encodings.js'
import { bufferOf } from '../iso2709-bytes.js'

/**
 * The text of one record of a text carrier. Such a text declares nothing that could be trusted (the leader in it is
 * that of the record it was made from), so the bytes alone are heard.
 */
export function decodeText(bytes: Uint8Array, findings: Finding[]): string {
  const buffer = bufferOf(bytes)
  const from = buffer[0] === 0xef && buffer[1] === 0xbb && buffer[2] === 0xbf ? 3 : 0
  if (isUtf8(buffer)) return buffer.toString('utf8', from)
  const decoded = decodeFields(buffer.subarray(from), '', [])
  findings.push(...decoded.findings)
  return decoded.text
}

/** Lines without their ends, CR LF and CR counting as one. */
export const linesOf = (text: string): string[] => text.split(/\r\n|\n|\r/)
