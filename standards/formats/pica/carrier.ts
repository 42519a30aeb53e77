import { bufferOf, FIELD_END, RECORD_END } from '../iso2709-bytes.js'
import type { PlaceOf } from '../text/lines.js'
import { firstOctet } from './pica.js'

export type PicaCarrier =
  | 'pica-xml'
  | 'pica-ppxml'
  | 'pica-json'
  | 'pica-binary'
  | 'pica-import'
  | 'pica-normalised'
  | 'pica-plain'

/** A field of PPXML, as the central library system of OCLC writes it. */
export const ppxmlTag = /<(?:[\w-]+:)?tag\s[^>]*?id\s*=\s*["'][012]\d\d[A-Z@]["']/

/** Which carrier of PICA+ a file that is known to be PICA+ has. */
export function picaCarrierOf(head: Uint8Array): PicaCarrier {
  const first = firstOctet(head)
  if (first === 0x3c) return ppxmlTag.test(bufferOf(head).toString('latin1')) ? 'pica-ppxml' : 'pica-xml'
  if (first === 0x5b) return 'pica-json'
  if (!head.includes(FIELD_END) && !head.includes(0x1f)) return 'pica-plain'
  if (first === FIELD_END || (first === RECORD_END && bufferOf(head).indexOf('\x1d\n') !== -1))
    return 'pica-import'
  if (head.includes(RECORD_END)) return 'pica-binary'
  return head.includes(FIELD_END) ? 'pica-normalised' : 'pica-plain'
}

const picaField = /^[012]\d\d[A-Z@](?:\/\d{2,3})?[ \t]*[\x1f$\xc6\x83\x9f\xe2]/

/** Whether the first octets hold fields of PICA+ as a text: one normalised, or several lines. */
export function looksLikePica(head: string): boolean {
  const pieces = head.split(/[\x1d\x1e\r\n]+/, 60).filter((piece) => piece.trim() !== '')
  const fields = pieces.filter((piece) =>
    /^[012]\d\d[A-Z@](?:\/\d{2,3})?[ \t]*[\x1f$ƒ‡]/.test(piece.trimStart()),
  )
  return fields.length >= 2 && fields.length >= 0.5 * pieces.length
}

/** The frame and the warnings that WinIBW, the client of the union catalogues, puts around records of a download. */
const frame = /^(?:SET|Eingabe|Input|Warnung|Warning): /

/** A blank line parts records. */
export const placeOfPicaPlain: PlaceOf = (head, opening) => {
  if (head.trim() === '' || frame.test(head)) return 'between'
  if (opening !== '') return 'continues'
  return picaField.test(head) ? 'opens' : 'stray'
}

/** One record a line. */
export const placeOfLineRecord: PlaceOf = (head) => (head.trim() === '' ? 'between' : 'opens')

export const placeOfPicaImport: PlaceOf = (head, opening) => {
  if (head.startsWith('\x1d')) return 'opens'
  if (head.trim() === '') return 'between'
  return opening === '' ? 'opens' : 'continues'
}
