import type { Finding } from '../record/change.js'
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

/**
 * The fields of `text` in order, one for each tag, each ended by 0x1E; null when the text holds more separators than
 * there are tags, for then the order proves nothing. This is the inner loop of reading a catalogue: one pass over the
 * text, no search, no pattern.
 */
export function readFields(text: string, tags: string[], findings: Finding[]): MarcField[] | null {
  const fields: MarcField[] = new Array(tags.length)
  let from = 0
  for (let i = 0; i < tags.length; i++) {
    const tag = tags[i] as string
    const first = nextSeparator(text, from)
    const isData = first === from + 2 && text.charCodeAt(first) === SUBFIELD_UNIT && !isControlTag(tag)
    const subfields: Subfield[] = []
    let to = isData ? plainSubfields(text, first, subfields) : -1
    if (to >= 0) fields[i] = { tag, ind1: text[from] as string, ind2: text[from + 1] as string, subfields }
    else {
      to = endOfField(text, first)
      fields[i] = otherField(tag, text.slice(from, to), findings)
    }
    from = to + 1
  }
  return text.indexOf(FIELD_END, from) === -1 ? fields : null
}

/** Adds the subfields from `at` on; where the field ends, or -1 when one of them has no code of one unit. */
function plainSubfields(text: string, first: number, subfields: Subfield[]): number {
  let at = first
  while (text.charCodeAt(at) === SUBFIELD_UNIT) {
    const code = text.charCodeAt(at + 1)
    // A surrogate is half a code, a control character none, and past the end of the text there is NaN.
    if (!(code >= 0x20 && code < 0xd800)) return -1
    const start = at + 2
    at = nextSeparator(text, start)
    subfields.push({ code: text[start - 1] as string, value: text.slice(start, at) })
  }
  return at
}

function nextSeparator(text: string, from: number): number {
  let at = from
  while (at < text.length) {
    const unit = text.charCodeAt(at)
    if (unit === SUBFIELD_UNIT || unit === FIELD_END_UNIT) break
    at++
  }
  return at
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
