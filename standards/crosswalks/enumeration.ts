import { type DataField, isDataField, type MarcRecord } from '../formats/marc.js'
import type { StepOf } from './field-table.js'
import { addStatement } from './holdings.js'
import { all, first } from './marc-steps.js'

/** Values of a serial’s issues are told by the captions of another field: nothing to add by themselves. */
export const captions: StepOf = () => () => {}

/** Tag of the captions of an enumeration: MARC 21 863 → 853, UNIMARC/Holdings 510 → 500. */
const captionTag = (tag: string): string => (tag.startsWith('86') ? `85${tag[2]}` : `50${tag[2]}`)

/** No statement says more issues than this one by one; how many there are is said instead. */
const most = 60

/**
 * 863–865 (510–512): `$8 1.1 $a 33 $b 5 $i 2016 $j 03` under 853 `$8 1 $a v. $b no. $i (year) $j (month)` is
 * `v.33:no.5 (2016:Mar.)` (ANSI/NISO Z39.71). Read once, with the first field of its tag.
 */
export const enumeration: StepOf =
  () =>
  (field, draft, { record }) => {
    const fields = fieldsOf(record, field.tag)
    if (fields[0] !== field) return
    const captions = new Map(
      fieldsOf(record, captionTag(field.tag)).map((caption) => [linkOf(caption)[0], caption]),
    )
    const ordered = [...fields].sort((one, other) => inOrder(linkOf(one), linkOf(other)))
    const statements = ordered.map((one) => statementOf(one, captions.get(linkOf(one)[0]))).filter(Boolean)
    const shown = statements.slice(0, most).join(' ; ')
    addStatement(draft, field, statements.length > most ? `${shown} … (${statements.length})` : shown)
  }

const fieldsOf = (record: MarcRecord, tag: string): DataField[] =>
  record.fields.filter((field): field is DataField => field.tag === tag && isDataField(field))

/** `$8 1.10`: number of the captions, number in the sequence; `\a` and the like may follow. */
function linkOf(field: DataField): [captions: number, sequence: number] {
  const [captions = '0', sequence = '0'] = (first(field, '8') ?? '').split(/[.\\]/)
  return [Number(captions) || 0, Number(sequence) || 0]
}

const inOrder = (one: [number, number], other: [number, number]): number =>
  one[0] - other[0] || one[1] - other[1]

/** Numbers `$a`–`$h` by colons, dates `$i`–`$m` by colons in brackets. */
function statementOf(values: DataField, captions: DataField | undefined): string {
  const levels = (codes: string): string =>
    [...codes]
      .map((code) => level(first(values, code), captions ? first(captions, code) : undefined))
      .filter(Boolean)
      .join(':')
  const [numbers, dates] = [levels('abcdefgh'), levels('ijklm')]
  if (numbers && dates) return `${numbers} (${dates})`
  return numbers || dates || all(values, 'a').join(' ')
}

/** A caption in brackets is not shown: `(year)`. Months and seasons are codes (21 spring … 24 winter). */
function level(value: string | undefined, caption = ''): string {
  if (!value) return ''
  const hidden = /^\((.*)\)$/.exec(caption)
  if (!hidden) return caption + value
  return /month|season|月|季/i.test(hidden[1] as string) ? value.replace(/\d+/g, monthName) : value
}

const months = 'Jan. Feb. Mar. Apr. May June July Aug. Sept. Oct. Nov. Dec.'.split(' ')
const seasons = 'Spring Summer Autumn Winter'.split(' ')
const monthName = (code: string): string => months[Number(code) - 1] ?? seasons[Number(code) - 21] ?? code
