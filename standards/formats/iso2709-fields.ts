import type { Finding } from '../record/change.js'
import type { MarcField, Subfield } from './marc.js'

const FIELD_END = '\x1e'
const SUBFIELD_START = '\x1f'
const SUBFIELD_CODE = 0x1f

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
 * The fields of `text` from `at` on, in order, one for each tag, each ended by 0x1E; null when the text holds more
 * separators than there are tags, for then the order proves nothing.
 */
export function readFields(
  text: string,
  at: number,
  tags: string[],
  findings: Finding[],
): MarcField[] | null {
  const fields: MarcField[] = new Array(tags.length)
  let from = at
  for (let i = 0; i < tags.length; i++) {
    const tag = tags[i] as string
    const end = text.indexOf(FIELD_END, from)
    const to = end === -1 ? text.length : end
    fields[i] = plainField(tag, text, from, to) ?? readField(tag, text.slice(from, to), findings)
    from = to + 1
  }
  return text.indexOf(FIELD_END, from) === -1 ? fields : null
}

/** The quick way for a field in due form; null sends it through the tolerant one. */
function plainField(tag: string, text: string, from: number, to: number): MarcField | null {
  if (isControlTag(tag)) {
    const value = text.slice(from, to)
    return value.includes(SUBFIELD_START) ? null : { tag, value }
  }
  if (from + 2 >= to || text.charCodeAt(from + 2) !== SUBFIELD_CODE) return null
  const subfields: Subfield[] = []
  let at = from + 2
  while (at < to) {
    let next = text.indexOf(SUBFIELD_START, at + 1)
    if (next === -1 || next > to) next = to
    if (next < at + 2 || isSurrogate(text.charCodeAt(at + 1))) return null
    subfields.push({ code: text[at + 1] as string, value: text.slice(at + 2, next) })
    at = next
  }
  return { tag, ind1: text[from] as string, ind2: text[from + 1] as string, subfields }
}

const isSurrogate = (unit: number): boolean => unit >= 0xd800 && unit < 0xe000
