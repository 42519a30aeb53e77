import type { Finding } from '../record/change.js'
import { readIso2709 } from './iso2709.js'
import { bufferOf, FIELD_END, RECORD_END } from './iso2709-bytes.js'
import type { MarcRecord } from './marc.js'
import { readMarcJson } from './marc-json.js'
import { readMarcxml } from './marcxml.js'
import { readAlephSequential } from './text/aleph-sequential.js'
import { decodeText } from './text/decode.js'
import { looksLikeLines, readLineFormat } from './text/line-format.js'
import { readMarcmaker } from './text/marcmaker.js'

export type MarcCarrier = keyof typeof readers

const readers = {
  iso2709: readIso2709,
  marcxml: readMarcxml,
  json: readMarcJson,
  marcmaker: readMarcmaker,
  alephseq: readAlephSequential,
  lines: readLineFormat,
}

const HEAD_BYTES = 8_192

/**
 * The carrier is told from the first octets that are not blank: `<` MARCXML, `{` or `[` MARC-in-JSON; a text by the form
 * of its lines; else ISO 2709.
 */
export function carrierOf(bytes: Uint8Array): MarcCarrier {
  let at = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0
  while (at < bytes.length && isBlank(bytes[at] as number)) at++
  if (bytes[at] === 0x3c) return 'marcxml'
  if (bytes[at] === 0x7b || bytes[at] === 0x5b) return 'json'
  if (bytes.at(-1) === RECORD_END) return 'iso2709'
  const head = bufferOf(bytes.subarray(at, at + HEAD_BYTES))
  return head.includes(FIELD_END) ? 'iso2709' : textCarrierOf(wholeLines(head))
}

/** A character cut in two by the end of the head would make its encoding doubtful. */
function wholeLines(head: Buffer): string {
  const end = head.lastIndexOf(0x0a)
  return decodeText(end > 0 ? head.subarray(0, end) : head, [])
}

function textCarrierOf(head: string): MarcCarrier {
  if (/^=(?:LDR|Leader|\d{3})[ \t]/i.test(head)) return 'marcmaker'
  if (/^\d{9,20} [0-9A-Z]{3}.. /.test(head)) return 'alephseq'
  return looksLikeLines(head) ? 'lines' : 'iso2709'
}

/**
 * One MARC record from the bytes of any of its carriers. `usual` is the encoding of the file's other records, which
 * counts where one of ISO 2709 is too short to tell its own.
 * @throws RecordUnreadable MARC_INVALID, XML_NOT_WELL_FORMED, XML_ENTITY, JSON_INVALID
 */
export function readMarc(
  bytes: Uint8Array,
  usual?: string,
): {
  record: MarcRecord
  findings: Finding[]
  carrier: MarcCarrier
} {
  const carrier = carrierOf(bytes)
  const read: (bytes: Uint8Array, usual?: string) => { record: MarcRecord; findings: Finding[] } =
    readers[carrier]
  const { record, findings } = read(bytes, usual)
  return { record, findings, carrier }
}

const isBlank = (byte: number): boolean => byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09
