import type { DataField, MarcRecord } from '../../formats/marc.js'
import type { DateStatement, Description, RecordType } from '../../record/v1-draft.js'
import { addDate, addLanguage, codedYear, type Draft } from '../draft.js'
import type { StepOf } from '../field-table.js'
import { languageCode } from '../languages.js'
import { controlValue, hasField, sourceOf } from '../marc-steps.js'

/** Leader/06 → type, for what is not language material. */
const types: Record<string, RecordType> = {
  c: 'score',
  d: 'score',
  e: 'map',
  f: 'map',
  g: 'video',
  i: 'audio',
  j: 'audio',
  k: 'image',
  m: 'software',
  o: 'object',
  p: 'archive',
  r: 'object',
}
/** 008/24-27, nature of contents of a book → type. */
const natures: Record<string, RecordType> = { m: 'thesis', t: 'report', j: 'patent', u: 'standard' }
/** 008/21 of an integrating resource: updating website, database, loose-leaf. */
const integrating: Record<string, RecordType> = { w: 'website', d: 'dataset', l: 'book' }

/** Leader 06 and 07, 008 and 502 say what it is. */
export function readType(record: MarcRecord, fixed: string): RecordType {
  const [kind = ' ', level = ' ', control = ' '] = record.leader.slice(6, 9)
  if (kind === 'm' && fixed[26] === 'a') return 'dataset'
  const other = types[kind]
  if (other) return other
  if (level === 'a' || level === 'b') return 'article'
  if (level === 's') return 'serial'
  if (level === 'i') return integrating[fixed[21] ?? ''] ?? 'serial'
  if (hasField(record, '502')) return 'thesis'
  if (control === 'a') return 'archive'
  return kind === 'a' || kind === 't' ? natureOf(fixed) : 'other'
}

function natureOf(fixed: string): RecordType {
  for (const code of fixed.slice(24, 28)) {
    const type = natures[code]
    if (type) return type
  }
  return 'book'
}

/** 008/06: type of date → what the two years are. */
export function readDates(draft: Draft, fixed: string): void {
  const [kind = ' ', one, two] = [fixed[6], fixed.slice(7, 11), fixed.slice(11, 15)]
  const [from, to] = [codedYear(one), codedYear(two)]
  const add = (kind: DateStatement['kind'], edtf: string | undefined, text: string): void => {
    if (edtf) addDate(draft, { kind, edtf, text }, '008/07-14')
  }
  const isWritten = draft.description.dates.some((date) => date.kind === 'issued' && date.edtf)
  if (kind === 'r') add('original', to, two)
  if (kind === 't') add('copyright', to, two)
  if (isWritten && !'cdmu'.includes(kind)) return
  const isRange = 'dmukiq'.includes(kind) && from && to && from !== to && !`${from}${to}`.includes('X')
  if (kind === 'c' || (kind === 'u' && two === '9999')) addRange(draft, from && `${from}/..`, one)
  else if (isRange) addRange(draft, `${from}/${to}`, `${one}-${two}`)
  else add('issued', kind === 'q' && from ? `${from}?` : from, one)
}

/** The years of a continuing resource are what a reader wants first; the imprint's own words stay beside them. */
function addRange(draft: Draft, edtf: string | undefined, text: string): void {
  const { dates } = draft.description
  if (!edtf || dates.some((date) => date.edtf === edtf)) return
  addDate(draft, { kind: 'issued', edtf, text: text.includes('-') ? text : `${text}-` }, '008/07-14')
}

/** 008/35-37, where 041 says nothing of the text. */
export function readLanguage(draft: Draft, fixed: string): void {
  if (draft.description.languages.some(({ role }) => role === 'text')) return
  const code = fixed.slice(35, 38)
  if (/^[a-z]{3}$/.test(code)) addLanguage(draft, code, 'text', '008/35-37')
}

/** 008, or nothing where it is broken. */
export const fixedField = (record: MarcRecord): string => controlValue(record, '008') ?? ''

/** The language of the text that 008 names, for telling scripts. */
export const languageOf = (fixed: string): string | undefined => languageCode(fixed.slice(35, 38))

/** 041: codes of the row's subfields. Old records write several in one: `engfre`. */
export const language: StepOf =
  ({ kind, reads }) =>
  (field, draft) => {
    for (const { code, value } of field.subfields)
      if (reads.includes(code))
        for (const one of unpacked(field, value.trim()))
          addLanguage(draft, one, kind as Role, sourceOf(field, code))
  }

type Role = Description['languages'][number]['role']

const unpacked = (field: DataField, value: string): string[] =>
  field.ind2 !== '7' && value.length > 3 && value.length % 3 === 0
    ? (value.match(/.{3}/gs) as string[])
    : [value]
