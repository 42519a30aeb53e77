import type { Finding } from '../record/change.js'
import type { Separated } from './iso2709-separators.js'
import type { MarcField, Subfield } from './marc.js'

const SUBFIELD_START = '\x1f'

/** One field from its text, ISO 2709 §4.5. Text that breaks the form is kept as far as the form has room for it. */
function readField(tag: string, text: string, findings: Finding[]): MarcField {
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
    detailZh: `${tag} 是控制字段，不应有子字段；已合并其文字。`,
    path: tag,
  })
  const [before = '', ...subfields] = value.split(SUBFIELD_START)
  return { tag, value: (before.trim() + subfields.map((piece) => piece.slice(1)).join(' ')).trim() }
}

const wrongIndicators = (tag: string, got: string): Finding => ({
  code: 'MARC_INDICATORS_WRONG',
  detail: `Field ${tag} must begin with two indicators, then a subfield delimiter; it begins with "${got.slice(0, 20)}".`,
  detailZh: `${tag} 字段应以两位指示符开头，其后为子字段标识；实为“${got.slice(0, 20)}”。`,
  path: tag,
  expected: '2',
  got: String(got.length),
})

const withoutSubfields = (tag: string, value: string): Finding => ({
  code: 'MARC_SUBFIELD_MISSING',
  detail: `Field ${tag} has no subfield; its text was kept whole.`,
  detailZh: `${tag} 字段没有子字段；已原样保留其文字。`,
  path: tag,
  got: value.slice(0, 40),
})

const subfieldWithoutCode = (tag: string): Finding => ({
  code: 'MARC_SUBFIELD_CODE_MISSING',
  detail: `Field ${tag} has a subfield delimiter without a code; it was left out.`,
  detailZh: `${tag} 字段有一个没有代码的子字段标识，已略去。`,
  path: tag,
})

/**
 * The fields in order, one for each tag, each ended by 0x1E; null when their numbers differ, for then the order proves
 * nothing. No search and no pattern: the separators are known.
 */
export function readFields(separated: Separated, tags: string[], findings: Finding[]): MarcField[] | null {
  const { text, places, ends } = separated
  if (separated.fields !== tags.length) return null
  const fields: MarcField[] = new Array(tags.length)
  let from = 0
  let first = 0
  for (let i = 0; i < tags.length; i++) {
    const tag = tags[i] as string
    const last = ends[i] as number
    const isData = last > first && places[first] === from + 2 && !isControlTag(tag)
    const subfields = isData ? plainSubfields(separated, first, last) : null
    const to = places[last] as number
    fields[i] = subfields
      ? { tag, ind1: text[from] as string, ind2: text[from + 1] as string, subfields }
      : otherField(tag, text.slice(from, to), findings)
    from = to + 1
    first = last + 1
  }
  return fields
}

/** The subfields between the separators `first` and `last`; null when one of them has no code of one unit. */
function plainSubfields({ text, places }: Separated, first: number, last: number): Subfield[] | null {
  const subfields: Subfield[] = new Array(last - first)
  for (let i = first; i < last; i++) {
    const start = (places[i] as number) + 2
    const code = text.charCodeAt(start - 1)
    // A surrogate is half a code, a control character none, and past the end of the text there is NaN.
    if (!(code >= 0x20 && code < 0xd800)) return null
    subfields[i - first] = { code: text[start - 1] as string, value: text.slice(start, places[i + 1]) }
  }
  return subfields
}

function otherField(tag: string, text: string, findings: Finding[]): MarcField {
  return isControlTag(tag) && !text.includes(SUBFIELD_START)
    ? { tag, value: text }
    : readField(tag, text, findings)
}
