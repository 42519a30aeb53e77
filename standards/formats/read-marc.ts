import type { Finding } from '../record/change.js'
import { readIso2709 } from './iso2709.js'
import type { MarcRecord } from './marc.js'
import { readMarcJson } from './marc-json.js'
import { readMarcxml } from './marcxml.js'

export type MarcCarrier = 'iso2709' | 'marcxml' | 'json'

/** The carrier is told from the first byte that is not blank: `<` MARCXML, `{` or `[` MARC-in-JSON, else ISO 2709. */
export function carrierOf(bytes: Uint8Array): MarcCarrier {
  let at = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0
  while (at < bytes.length && isBlank(bytes[at] as number)) at++
  if (bytes[at] === 0x3c) return 'marcxml'
  return bytes[at] === 0x7b || bytes[at] === 0x5b ? 'json' : 'iso2709'
}

/**
 * One MARC record from the bytes of any of its carriers.
 * @throws RecordUnreadable MARC_INVALID, XML_NOT_WELL_FORMED, XML_ENTITY, JSON_INVALID
 */
export function readMarc(bytes: Uint8Array): {
  record: MarcRecord
  findings: Finding[]
  carrier: MarcCarrier
} {
  const carrier = carrierOf(bytes)
  const read = carrier === 'marcxml' ? readMarcxml : carrier === 'json' ? readMarcJson : readIso2709
  const { record, findings } = read(bytes)
  return { record, findings, carrier }
}

const isBlank = (byte: number): boolean => byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09
