import { RecordUnreadable } from '../../crosswalks/crosswalk.js'
import type { Finding } from '../../record/change.js'
import type { DataField, Subfield } from '../marc.js'
import { decodeText } from '../text/decode.js'
import { childrenOf, descendants, readTree, type XmlNode } from '../xml-tree.js'

/** A field of PICA+: its tag (`021A`), and which of several it is (`036E/01`). It has no indicators. */
export interface PicaField extends DataField {
  occurrence?: string
}

export interface PicaRecord {
  fields: PicaField[]
}

const MAX_FIELDS = 50_000
/** Tag, occurrence, and what begins a subfield: 0x1F, `$` of PICA Plain, `ƒ` of a WinIBW download. */
const fieldForm = /^([012]\d\d[A-Z@])(?:\/(\d{2,3}))?[ \t]*([\x1f$ƒ‡])(.*)$/s
/** What WinIBW writes around a record. */
const frame = /^(?:SET|Eingabe|Warnung|Entered|Warning)\b/

/**
 * One record of PICA+ in any of its carriers: normalised (0x1E, 0x1F), plain (`021A $aTitle`), the download of WinIBW
 * (`ƒ`), import, binary, PICA XML, PPXML and PICA JSON.
 * @throws RecordUnreadable PICA_INVALID, JSON_INVALID, XML_NOT_WELL_FORMED and its like
 */
export function readPica(bytes: Uint8Array): { record: PicaRecord; findings: Finding[] } {
  const findings: Finding[] = []
  const first = firstOctet(bytes)
  const fields =
    first === 0x3c
      ? fromXml(readTree(bytes, findings))
      : first === 0x5b
        ? fromJson(decodeText(bytes, findings))
        : fromText(decodeText(bytes, findings))
  if (fields.length === 0) throw new RecordUnreadable(noField)
  return { record: { fields: fields.slice(0, MAX_FIELDS) }, findings }
}

export function firstOctet(bytes: Uint8Array): number {
  let at = bytes[0] === 0xef && bytes[1] === 0xbb ? 3 : 0
  while (at < bytes.length && (bytes[at] as number) <= 0x20 && bytes[at] !== 0x1e && bytes[at] !== 0x1d) at++
  return bytes[at] ?? 0
}

/** Fields end with 0x1E or with their line. A line that is none was broken off the one before it. */
function fromText(text: string): PicaField[] {
  const fields: PicaField[] = []
  for (const piece of text.split(/[\x1d\x1e\r\n]+/)) {
    const [, tag, occurrence, mark = '', rest = ''] = fieldForm.exec(piece.trimStart()) ?? []
    if (tag !== undefined) fields.push(fieldOf(tag, occurrence, subfieldsOf(rest, mark)))
    else if (piece.trim() !== '' && !frame.test(piece)) goOn(fields.at(-1), piece)
  }
  return fields
}

function goOn(field: PicaField | undefined, piece: string): void {
  const last = field?.subfields.at(-1)
  if (last) last.value += ` ${piece.trim()}`
}

/** PICA Plain doubles a `$` that is text. */
function subfieldsOf(rest: string, mark: string): Subfield[] {
  const parts = mark === '$' ? rest.split(/(?<!\$)\$(?!\$)/) : rest.split(mark)
  return parts.flatMap((part) =>
    part === ''
      ? []
      : [
          {
            code: part[0] as string,
            value: mark === '$' ? part.slice(1).replaceAll('$$', '$') : part.slice(1),
          },
        ],
  )
}

function fieldOf(tag: string, occurrence: string | undefined, subfields: Subfield[]): PicaField {
  const field: PicaField = { tag, ind1: ' ', ind2: ' ', subfields }
  if (occurrence) field.occurrence = occurrence
  return field
}

/** PICA XML: `datafield` with `tag` and `occurrence`; PPXML: `tag` with `id` and `occ`, on levels of their own. */
function fromXml(root: XmlNode): PicaField[] {
  const fields = [...descendants(root, 'datafield')]
  if (fields.length > 0)
    return fields.flatMap((node) => fromNode(node, 'tag', 'occurrence', 'subfield', 'code'))
  return [...descendants(root, 'tag')].flatMap((node) => fromNode(node, 'id', 'occ', 'subf', 'id'))
}

function fromNode(
  node: XmlNode,
  tagName: string,
  times: string,
  part: string,
  codeName: string,
): PicaField[] {
  const subfields = childrenOf(node, part).map((sub) => ({ code: named(sub, codeName), value: sub.text }))
  const tag = named(node, tagName)
  const occurrence = named(node, times)
  const isField = /^[012]\d\d[A-Z@]$/.test(tag)
  return isField ? [fieldOf(tag, /^\d$/.test(occurrence) ? `0${occurrence}` : occurrence, subfields)] : []
}

/** Some write the prefix of the namespace before attributes too. */
const named = (node: XmlNode, name: string): string =>
  node.attributes.get(name) ?? [...node.attributes].find(([key]) => key.endsWith(`:${name}`))?.[1] ?? ''

/** PICA JSON: `[["003@", "", "0", "12345"], ["021A", null, "a", "Title"]]`. */
function fromJson(text: string): PicaField[] {
  const value = parsed(text)
  if (!Array.isArray(value)) return []
  return value.flatMap((field: unknown): PicaField[] => {
    if (!Array.isArray(field) || typeof field[0] !== 'string') return []
    const subfields: Subfield[] = []
    for (let at = 2; at + 1 < field.length; at += 2)
      if (typeof field[at] === 'string' && typeof field[at + 1] === 'string')
        subfields.push({ code: field[at] as string, value: field[at + 1] as string })
    return [fieldOf(field[0], typeof field[1] === 'string' ? field[1] : undefined, subfields)]
  })
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    const why = cause instanceof Error ? cause.message.slice(0, 80) : ''
    throw new RecordUnreadable({
      code: 'JSON_INVALID',
      detail: `The record is no JSON: ${why}.`,
      detailZh: `这条记录不是有效的 JSON:${why}。`,
    })
  }
}

const noField: Finding = {
  code: 'PICA_INVALID',
  detail: 'The record holds no field of PICA+: a tag of three digits and a letter or @, then its subfields.',
  detailZh: '记录中没有 PICA+ 字段：应为三位数字加一个字母或 @,后接子字段。',
  expected: '003@ $0…',
}
