import { isUtf8 } from 'node:buffer'
import { RecordUnreadable } from '../crosswalks/crosswalk.js'
import type { Finding } from '../record/change.js'
import { decoderFor } from './encoding/decoder.js'
import { decodeFields } from './encodings.js'
import { bufferOf } from './iso2709-bytes.js'
import type { DataField, MarcField, MarcRecord } from './marc.js'
import { mayBeMojibake, mendMojibake } from './mojibake.js'
import { xmlEncodingOf } from './xml-encoding.js'
import { scanXml, type XmlHandler } from './xml-scan.js'
import { withoutIllegal } from './xml-text.js'

const MAX_FIELDS = 20_000
const MAX_SUBFIELDS = 100_000

/**
 * The first MARC record of an XML document or of one element (MARCXML, MarcXchange). Namespace and prefix do not
 * matter, and wrappers such as OAI-PMH and SRU are passed through.
 * @throws RecordUnreadable XML_NOT_WELL_FORMED, XML_ENTITY, XML_TOO_DEEP, XML_ATTRIBUTES, MARC_INVALID
 */
export function readMarcxml(bytes: Uint8Array): { record: MarcRecord; findings: Finding[] } {
  const findings: Finding[] = []
  const xml = withoutIllegal(textOf(bufferOf(bytes), findings), findings)
  const reading = marcReading()
  scanXml(xml, reading, findings)
  const { fields } = reading
  if (fields.length === 0 && reading.leader === '') throw new RecordUnreadable(noRecord())
  if (mayBeMojibake(xml)) mendMojibake(fields, findings)
  return { record: { leader: leaderOf(reading.leader, findings), fields }, findings }
}

function textOf(buffer: Buffer, findings: Finding[]): string {
  const encoding = xmlEncodingOf(buffer)
  if (encoding !== 'utf-8') return decoderFor(encoding).decode(buffer)
  const from = buffer[0] === 0xef && buffer[1] === 0xbb ? 3 : 0
  if (isUtf8(buffer)) return buffer.toString('utf8', from)
  // XML without a true encoding: the same witnesses are heard as for ISO 2709, UTF-8 being what was declared.
  const decoded = decodeFields(buffer.subarray(from), '         a', [])
  findings.push(...decoded.findings)
  return decoded.text
}

/** A line that whoever set the XML out broke and moved in: no value of MARC has lines. */
const onOneLine = (text: string): string =>
  /[\t\n\r]/.test(text) ? text.replace(/\s*[\t\n\r]\s*/g, ' ').trim() : text

function marcReading(): XmlHandler & { leader: string; fields: MarcField[] } {
  let text = ''
  let tag = ''
  let code = ''
  let isLeaf = false
  let field: DataField | null = null
  let subfieldCount = 0
  const reading = { leader: '', fields: [] as MarcField[], start, text: gather, end }
  return reading

  function start(name: string, attributes: Map<string, string>): void {
    if (name === 'datafield') {
      field = {
        tag: attributes.get('tag') ?? '',
        ind1: attributes.get('ind1') || ' ',
        ind2: attributes.get('ind2') || ' ',
        subfields: [],
      }
      add(field)
    } else if (name === 'subfield' && field) code = begin(attributes.get('code') ?? '')
    else if (name === 'controlfield') tag = begin(attributes.get('tag') ?? '')
    else if (name === 'leader') begin('')
  }

  function begin(label: string): string {
    isLeaf = true
    text = ''
    return label
  }

  function gather(more: string): void {
    if (isLeaf) text = text === '' ? more : text + more
  }

  function end(name: string): boolean {
    if (name === 'subfield' && field) addSubfield(field)
    else if (name === 'controlfield') add({ tag, value: onOneLine(text) })
    else if (name === 'leader') reading.leader ||= text
    else if (name === 'datafield') field = null
    isLeaf = false
    return !(name === 'record' && (reading.fields.length > 0 || reading.leader !== ''))
  }

  function add(added: MarcField): void {
    if (reading.fields.push(added) > MAX_FIELDS) throw new RecordUnreadable(tooMany())
  }

  function addSubfield(to: DataField): void {
    to.subfields.push({ code, value: onOneLine(text) })
    if (++subfieldCount > MAX_SUBFIELDS) throw new RecordUnreadable(tooMany())
  }
}

function leaderOf(got: string, findings: Finding[]): string {
  if (got.length === 24) return got
  const leader = got.trim()
  findings.push({
    code: got.trim() === '' ? 'MARC_LEADER_BLANK' : 'MARC_LEADER_WRONG',
    detail: `The leader must have 24 characters; it has ${got.length}.`,
    detailZh: `头标区应为 24 个字符，实为 ${got.length} 个。`,
    path: 'leader',
    expected: '24',
    got: String(got.length),
  })
  return (leader.length === 24 ? leader : got).slice(0, 24).padEnd(24, ' ')
}

export const noRecord = (): Finding => ({
  code: 'MARC_INVALID',
  detail: 'The XML holds neither a leader nor a field of a MARC record.',
  detailZh: 'XML 中既无头标区，也无 MARC 字段。',
  expected: 'leader, controlfield, datafield',
})

const tooMany = (): Finding => ({
  code: 'MARC_INVALID',
  detail: 'The record has more fields than any record can have.',
  detailZh: '字段数超出任何记录的可能。',
})
