import type { MarcRecord } from '../../formats/marc.js'
import { type DataField, isDataField } from '../../formats/marc.js'
import type { DateStatement, RecordType } from '../../record/v1-draft.js'
import { addDate, codedYear, type Draft } from '../draft.js'
import { languageCode } from '../languages.js'
import { first, hasField } from '../marc-steps.js'
import { scriptOf } from '../scripts.js'

/** Leader/06 → type, for what is not printed or written language. */
const types: Record<string, RecordType> = {
  c: 'score',
  d: 'score',
  e: 'map',
  f: 'map',
  g: 'video',
  i: 'audio',
  j: 'audio',
  k: 'image',
  l: 'software',
  m: 'object',
  r: 'object',
  u: 'object',
}
/** 105 $a 4-7, form of contents → type. */
const contents: Record<string, RecordType> = {
  k: 'patent',
  l: 'standard',
  m: 'thesis',
  p: 'report',
  v: 'thesis',
}

export function readType(record: MarcRecord): RecordType {
  const [own = ' ', level = ' '] = record.leader.slice(6, 8)
  const kind = own === 'l' && isText(record) ? 'a' : own
  const other = types[kind]
  if (other && !(kind === 'l' && level !== 'm')) return other
  if (level === 'a') return 'article'
  if (level === 's') return 'serial'
  if (level === 'i') return 'website'
  if (hasField(record, '328')) return 'thesis'
  return kind === 'a' || kind === 'b' || kind === 'l' || kind === ' ' ? contentsType(record) : 'other'
}

/** 135 $a 0 = d: of an electronic resource, that it is text. The book is the same; its carrier stands in 215 and 230. */
const isText = (record: MarcRecord): boolean => coded(record, '135').startsWith('d')

function contentsType(record: MarcRecord): RecordType {
  for (const code of coded(record, '105').slice(4, 8)) {
    const type = contents[code]
    if (type) return type
  }
  return 'book'
}

/** $a of a coded field; it may be short, broken, or not there. */
function coded(record: MarcRecord, tag: string): string {
  for (const field of record.fields)
    if (field.tag === tag && isDataField(field))
      return field.subfields.find(({ code }) => code === 'a')?.value ?? ''
  return ''
}

/** 100 $a: 8 type of date, 9-12 and 13-16 the years. What 210 says in words comes first. */
export function readDates(record: MarcRecord, draft: Draft): void {
  const fixed = coded(record, '100')
  const [kind = ' ', one, two] = [fixed[8], fixed.slice(9, 13), fixed.slice(13, 17)]
  const [from, to] = [codedYear(one), codedYear(two)]
  const isWritten = draft.description.dates.some((date) => date.kind === 'issued' && date.edtf)
  const add = (kind: DateStatement['kind'], edtf: string | undefined, text: string): void => {
    if (edtf && !draft.description.dates.some((date) => date.kind === kind && date.edtf === edtf))
      addDate(draft, { kind, edtf, text }, '100$a')
  }
  if (kind === 'e') add('original', to, two)
  if (kind === 'h') add('copyright', to, two)
  const isRange = 'bgf'.includes(kind) && from && to && from !== to
  if (kind === 'a') add('issued', from && `${from}/..`, `${one}-`)
  else if (isRange) add('issued', `${from}/${to}`, `${one}-${two}`)
  else if (!isWritten) add('issued', from && kind === 'f' ? `${from}?` : from, one)
}

/** The language that 101 names first, for telling scripts. */
export function codedLanguage(record: MarcRecord): string | undefined {
  return languageCode(coded(record, '101').slice(0, 3))
}

/** `chieng` in one subfield is two languages. */
export const unpacked = (value: string): string[] =>
  /^[a-z]{6,}$/.test(value) && value.length % 3 === 0 ? (value.match(/.{3}/g) as string[]) : [value]

/** Pinyin beside $a: CALIS writes $A (and $F), the National Library $9. Codes are case-sensitive. */
export const pinyinOf = (field: DataField): string | undefined =>
  first(field, 'A') ?? latin(first(field, '9')) ?? first(field, 'F')

/** $9 is also what one system keeps for itself: pinyin is Latin letters and more than a code. */
export const latin = (text: string | undefined): string | undefined =>
  text && /[a-zü]{2}/i.test(text) && scriptOf(text) === 'Latn' && !/\d{3}/.test(text) ? text : undefined

/**
 * `$6` of UNIMARC: a letter, two digits, the other field's tag. Fields of one block with the same digits are one in
 * several scripts.
 */
export function linkOf(field: DataField): string | undefined {
  const found = /^[a-z]?(\d{2})/.exec(first(field, '6') ?? '')
  return found && found[1] !== '00' ? `${field.tag.slice(0, 2)}-${found[1]}` : undefined
}
