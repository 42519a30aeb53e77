import { type DataField, isDataField, type MarcRecord, type Subfield } from '../formats/marc.js'
import type { Described } from './crosswalk.js'
import type { Draft } from './draft.js'
import type { Table } from './field-table.js'
import type { Context } from './step.js'

export type { Context, Step } from './step.js'

/** Every data field of the record through the steps of its row. */
export function walkTable(table: Table, draft: Draft, context: Context): void {
  for (const field of context.record.fields)
    if (isDataField(field)) for (const step of table.stepsOf(field.tag)) step(field, draft, context)
}

/** First value of a subfield that is not blank. Codes are case-sensitive: $A is not $a. */
export function first(field: DataField, code: string): string | undefined {
  for (const subfield of field.subfields)
    if (subfield.code === code) {
      const value = subfield.value.trim()
      if (value) return value
    }
  return undefined
}

export function all(field: DataField, code: string): string[] {
  const values: string[] = []
  for (const subfield of field.subfields) {
    const value = subfield.code === code ? subfield.value.trim() : ''
    if (value) values.push(value)
  }
  return values
}

/** Values of several subfields in the order of the field. */
export function joined(field: DataField, codes: string, separator = ' '): string {
  let text = ''
  for (const subfield of field.subfields) {
    const value = codes.includes(subfield.code) ? subfield.value.trim() : ''
    if (value) text = text ? text + separator + value : value
  }
  return text
}

export const has = (field: DataField, codes: string): boolean =>
  field.subfields.some((subfield) => codes.includes(subfield.code))

/** Value of a control field: 001, 003, 008. */
export function controlValue(record: MarcRecord, tag: string): string | undefined {
  for (const field of record.fields) if (field.tag === tag && !isDataField(field)) return field.value
  return undefined
}

export const hasField = (record: MarcRecord, tag: string): boolean =>
  record.fields.some((field) => field.tag === tag)

/** `200$a` */
export const sourceOf = (field: DataField, code: string): string => `${field.tag}$${code}`

/** `(OCoLC)123` → ['OCoLC', '123']; without a prefix ['', text]. */
export function splitPrefix(text: string): [agency: string, number: string] {
  const end = text.startsWith('(') ? text.indexOf(')') : -1
  return end > 0 ? [text.slice(1, end).trim(), text.slice(end + 1).trim()] : ['', text.trim()]
}

/** Subfields of a field with another tag or code set, for steps that read a part of it. */
export const fieldOf = (tag: string, subfields: Subfield[], ind1 = ' ', ind2 = ' '): DataField => ({
  tag,
  ind1,
  ind2,
  subfields,
})

/** What a crosswalk answers with. The title proper stands first, wherever the record has it. */
export function finish(
  { sourceId, deleted, description, findings }: Draft,
  kind?: Described['kind'],
): Described {
  const proper = description.titles.findIndex((title) => title.kind === 'original')
  if (proper > 0) description.titles.unshift(...description.titles.splice(proper, 1))
  const described: Described = { deleted, findings }
  if (sourceId !== undefined) described.sourceId = sourceId
  if (kind) described.kind = kind
  if (!deleted || description.titles.length > 0) described.description = description
  return described
}
