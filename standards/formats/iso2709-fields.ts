import type { Finding } from '../record/change.js'
import { suspicionOf } from './encoding/suspicion.js'
import type { MarcField, Subfield } from './marc.js'

const FIELD_END = '\x1e'
const SUBFIELD_START = '\x1f'
const FIELD_END_UNIT = 0x1e
const SUBFIELD_UNIT = 0x1f

/** One field from its text, ISO 2709 §4.5. Text that breaks the form is kept as far as the form has room for it. */
export function readField(tag: string, text: string, findings: Finding[]): MarcField {
  const first = text.indexOf(SUBFIELD_START)
  if (first === -1) return bareField(tag, text, findings)
  if (isControlTag(tag)) return controlField(tag, text, findings)
  if (first !== 2) findings.push(wrongIndicators(tag, text.slice(0, first)))
  return {
    tag,
    ind1: first > 0 ? (text[0] as string) : ' ',
    ind2: first > 1 ? (text[1] as string) : ' ',
    subfields: readSubfields(text.slice(first), tag, findings),
  }
}

const isControlTag = (tag: string): boolean => tag.charCodeAt(0) === 0x30 && tag.charCodeAt(1) === 0x30

function readSubfields(text: string, tag: string, findings: Finding[]): Subfield[] {
  const subfields: Subfield[] = []
  for (const piece of text.slice(1).split(SUBFIELD_START)) {
    const width = (piece.codePointAt(0) ?? 0) > 0xffff ? 2 : 1
    if (piece === '') findings.push(subfieldWithoutCode(tag))
    else subfields.push({ code: piece.slice(0, width), value: piece.slice(width) })
  }
  return subfields
}

/** A data field without one delimiter: its text stays whole, as a bare field, so that nothing is guessed. */
function bareField(tag: string, value: string, findings: Finding[]): MarcField {
  if (/^\d/.test(tag) && !isControlTag(tag)) findings.push(withoutSubfields(tag, value))
  return { tag, value }
}

function controlField(tag: string, value: string, findings: Finding[]): MarcField {
  findings.push({
    code: 'MARC_CONTROL_FIELD_SUBFIELDS',
    detail: `Field ${tag} is a control field and has no subfields; their text was joined.`,
    detailZh: `${tag} 是控制字段,不应有子字段;已合并其文字。`,
    path: tag,
  })
  const [before = '', ...subfields] = value.split(SUBFIELD_START)
  return { tag, value: (before.trim() + subfields.map((piece) => piece.slice(1)).join(' ')).trim() }
}

const wrongIndicators = (tag: string, got: string): Finding => ({
  code: 'MARC_INDICATORS_WRONG',
  detail: `Field ${tag} must begin with two indicators, then a subfield delimiter; it begins with "${got.slice(0, 20)}".`,
  detailZh: `${tag} 字段应以两位指示符开头,其后为子字段标识;实为“${got.slice(0, 20)}”。`,
  path: tag,
  expected: '2',
  got: String(got.length),
})

const withoutSubfields = (tag: string, value: string): Finding => ({
  code: 'MARC_SUBFIELD_MISSING',
  detail: `Field ${tag} has no subfield; its text was kept whole.`,
  detailZh: `${tag} 字段没有子字段;已原样保留其文字。`,
  path: tag,
  got: value.slice(0, 40),
})

const subfieldWithoutCode = (tag: string): Finding => ({
  code: 'MARC_SUBFIELD_CODE_MISSING',
  detail: `Field ${tag} has a subfield delimiter without a code; it was left out.`,
  detailZh: `${tag} 字段有一个没有代码的子字段标识,已略去。`,
  path: tag,
})

export interface FieldsRead {
  fields: MarcField[]
  /** Characters stand together that misread text shows: `mendMojibake` should look at the fields. */
  isSuspicious: boolean
}

/**
 * The fields of `text` in order, one for each tag, each ended by 0x1E; null when the text holds more separators than
 * there are tags, for then the order proves nothing. This is the inner loop of reading a catalogue: one pass over the
 * text, no search, no pattern.
 */
export function readFields(text: string, tags: string[], findings: Finding[]): FieldsRead | null {
  const fields: MarcField[] = new Array(tags.length)
  const scan: Scan = { text, at: 0, suspicion: 0, found: [] }
  for (let i = 0; i < tags.length; i++) {
    const tag = tags[i] as string
    const from = scan.at
    toSeparator(scan)
    const isData = scan.at === from + 2 && text.charCodeAt(scan.at) === SUBFIELD_UNIT && !isControlTag(tag)
    const subfields = isData ? plainSubfields(scan) : null
    if (subfields) fields[i] = { tag, ind1: text[from] as string, ind2: text[from + 1] as string, subfields }
    else {
      scan.at = endOfField(text, scan.at)
      fields[i] = otherField(tag, text.slice(from, scan.at), findings)
    }
    scan.at++
  }
  if (text.indexOf(FIELD_END, scan.at) !== -1) return null
  return { fields, isSuspicious: scan.suspicion !== 0 }
}

/** Where in the text the reading stands, and what it noticed on its way. */
interface Scan {
  readonly text: string
  at: number
  suspicion: number
  /** Subfields of the field at hand: copied from here, an array is no larger than it need be. */
  readonly found: Subfield[]
}

/** The subfields from here to the end of the field; null when one of them has no code of one unit. */
function plainSubfields(scan: Scan): Subfield[] | null {
  const { text, found } = scan
  let count = 0
  while (text.charCodeAt(scan.at) === SUBFIELD_UNIT) {
    const code = text.charCodeAt(scan.at + 1)
    // A surrogate is half a code, a control character none, and past the end of the text there is NaN.
    if (!(code >= 0x20 && code < 0xd800)) return null
    const start = scan.at + 2
    scan.at = start
    toSeparator(scan)
    found[count++] = { code: text[start - 1] as string, value: text.slice(start, scan.at) }
  }
  return found.slice(0, count)
}

function toSeparator(scan: Scan): void {
  const { text } = scan
  let at = scan.at
  let suspicion = 0
  for (; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    if (unit < 0x20) {
      if (unit === SUBFIELD_UNIT || unit === FIELD_END_UNIT) break
    } else if (unit > 0x7f) suspicion |= suspicionOf(unit, text.charCodeAt(at - 1))
  }
  scan.suspicion |= suspicion
  scan.at = at
}

function endOfField(text: string, from: number): number {
  let at = from
  while (at < text.length && text.charCodeAt(at) !== FIELD_END_UNIT) at++
  return at
}

function otherField(tag: string, text: string, findings: Finding[]): MarcField {
  return isControlTag(tag) && !text.includes(SUBFIELD_START)
    ? { tag, value: text }
    : readField(tag, text, findings)
}
