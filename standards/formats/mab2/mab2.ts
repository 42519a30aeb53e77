import { isUtf8 } from 'node:buffer'
import { RecordUnreadable } from '../../crosswalks/crosswalk.js'
import type { Finding } from '../../record/change.js'
import { bufferOf } from '../iso2709-bytes.js'
import { decodeIso5426 } from '../iso5426.js'
import { type DataField, isDataField, type MarcRecord, type Subfield } from '../marc.js'
import { readMarcxml } from '../marcxml.js'
import { readAlephSequential } from '../text/aleph-sequential.js'
import { decodeText } from '../text/decode.js'
import type { PlaceOf } from '../text/lines.js'
import { scanXml } from '../xml-scan.js'
import { readXmlText } from '../xml-tree.js'
import { PARTS, subfieldsOf } from './subfields.js'

/**
 * A record of MAB2. `ind1` is the indicator of the field; `ind2` the level: 2 for what Aleph adds of the set to the
 * record of its volume. Content without subfields stands in `a`.
 */
export interface Mab2Record {
  /** 24 characters: octet 5 the status, octet 23 the type of record (h u y z: titles; p k s: authorities). */
  leader: string
  fields: DataField[]
}

const MAX_FIELDS = 20_000
const fieldForm = /^(\d{3})(.)(.*)$/s
const leaderForm = /^[\d ]{5}[a-z]M2\.0.{14}/

/**
 * One record of MAB2: band (0x1D, 0x1E, 0x1F, no directory), diskette (`### `, a field a line), MAB XML (`datensatz`), or
 * the MARCXML-like one of Aleph.
 * @throws RecordUnreadable MAB2_INVALID, XML_NOT_WELL_FORMED and its like
 */
export function readMab2(bytes: Uint8Array): { record: Mab2Record; findings: Finding[] } {
  const findings: Finding[] = []
  const head = bufferOf(bytes.subarray(0, 1_024)).toString('latin1')
  const isXml = head.trimStart().startsWith('<') || head.startsWith('\xef\xbb\xbf<')
  const record = isXml
    ? /<(?:\w+:)?datensatz[\s>]/.test(head)
      ? fromMabXml(readXmlText(bytes, findings), findings)
      : fromAleph(readMarcxml(bytes), findings)
    : /^\d{9,20} [0-9A-Z]{3}/.test(head)
      ? fromAleph(readAlephSequential(bytes), findings)
      : fromText(textOf(bytes, findings))
  if (record.fields.length === 0) throw new RecordUnreadable(noField)
  return { record: { ...record, fields: record.fields.slice(0, MAX_FIELDS) }, findings }
}

/** Band format that is no UTF-8 is in the character set of MAB2, which follows ISO 5426; diskettes were written on PCs. */
function textOf(bytes: Uint8Array, findings: Finding[]): string {
  const buffer = bufferOf(bytes)
  return isUtf8(buffer) || !buffer.includes(0x1e) ? decodeText(bytes, findings) : decodeIso5426(buffer)
}

function fromText(text: string): Mab2Record {
  const record: Mab2Record = { leader: '', fields: [] }
  const content = text.replace(/^\s*(?:### ?)?/, '')
  const hasLeader = leaderForm.test(content)
  if (hasLeader) record.leader = content.slice(0, 24)
  const rest = hasLeader ? content.slice(24) : content
  for (const piece of rest.split(/[\x1d\x1e\r\n]+/)) {
    const [, tag, indicator = '', value = ''] = fieldForm.exec(piece) ?? []
    const last = record.fields.at(-1)?.subfields.at(-1)
    if (tag) record.fields.push(fieldOf(tag, indicator, subfieldsOf(value)))
    else if (last && piece.trim() !== '') last.value += ` ${piece.trim()}`
  }
  return record
}

const fieldOf = (tag: string, indicator: string, subfields: Subfield[]): DataField => ({
  tag,
  ind1: indicator === '-' ? ' ' : indicator,
  ind2: '1',
  subfields,
})

/** MAB XML 1 of the German National Library: `feld` with `nr` and `ind`, `uf` subfields, `ns` what is not filed by. */
function fromMabXml(xml: string, findings: Finding[]): Mab2Record {
  const record: Mab2Record = { leader: '', fields: [] }
  let field: DataField | undefined
  let open: Subfield | undefined
  scanXml(
    xml,
    {
      start(name, attributes) {
        if (name === 'datensatz') record.leader = leaderOf(attributes)
        else if (name === 'feld') {
          field = fieldOf(attributes.get('nr') ?? '', attributes.get('ind') ?? ' ', [])
          record.fields.push(field)
          open = begin(field, 'a')
        } else if (name === 'uf' && field) open = begin(field, attributes.get('code') ?? 'a')
        else if (name === 'ns' && open) open.value += '¬'
        else if (name === 'tf' && open) open.value += PARTS
      },
      text(more) {
        if (open) open.value += more
      },
      end(name) {
        if (name === 'ns' && open) open.value += '¬'
        else if (name === 'feld' || name === 'uf') open = undefined
        return name !== 'datensatz'
      },
    },
    findings,
  )
  for (const { subfields } of record.fields) tidy(subfields)
  return record
}

function begin(field: DataField, code: string): Subfield {
  const subfield = { code, value: '' }
  field.subfields.push(subfield)
  return subfield
}

function tidy(subfields: Subfield[]): void {
  for (const subfield of subfields) subfield.value = subfield.value.replace(/\s+/g, ' ').trim()
  const [first] = subfields
  if (first?.value === '' && subfields.length > 1) subfields.shift()
}

const leaderOf = (attributes: Map<string, string>): string =>
  `00000${attributes.get('status') ?? 'n'}${(attributes.get('mabVersion') ?? 'M2.0').padEnd(4)}1200024      ${attributes.get('typ') ?? 'h'}`

/** Aleph gives fields of fixed positions as control fields, and repeats the leader among them. */
function fromAleph(read: { record: MarcRecord; findings: Finding[] }, findings: Finding[]): Mab2Record {
  findings.push(...read.findings)
  const fields = read.record.fields.flatMap((field): DataField[] => {
    if (isDataField(field)) return [{ ...field, ind1: field.ind1 === '-' ? ' ' : field.ind1 }]
    return /^\d{3}$/.test(field.tag) ? [fieldOf(field.tag, ' ', [{ code: 'a', value: field.value }])] : []
  })
  return { leader: read.record.leader, fields }
}

/** `### ` opens a record of a diskette, a blank line ends it. */
export const placeOfMabDiskette: PlaceOf = (head, opening) => {
  if (head.trim() === '' || head === '\x1a') return 'between'
  return head.startsWith('###') || opening === '' ? 'opens' : 'continues'
}

/** Whether the first octets, in any text carrier, are those of MAB2: its leader names its version. */
export const looksLikeMab2 = (head: string): boolean => /^\s*(?:### ?)?[\d ]{5}[a-z]M\d\.\d/.test(head)

const noField: Finding = {
  code: 'MAB2_INVALID',
  detail: 'The record holds no field of MAB2: three digits, an indicator, then its content.',
  detailZh: '记录中没有 MAB2 字段：应为三位数字、指示符、内容。',
  expected: '331 …',
}
