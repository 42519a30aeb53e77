import { RecordUnreadable } from '../crosswalks/crosswalk.js'
import type { Finding } from '../record/change.js'
import type { MarcField, MarcRecord, Subfield } from './marc.js'

/**
 * One record of MARC-in-JSON: `{ leader, fields: [{ "001": "…" }, { "245": { ind1, ind2, subfields: [{ a: "…" }] } }] }`.
 * @throws RecordUnreadable JSON_INVALID, MARC_INVALID
 */
export function readMarcJson(bytes: Uint8Array): { record: MarcRecord; findings: Finding[] } {
  const value = parsed(bytes)
  if (!isObject(value) || !Array.isArray(value['fields'])) throw new RecordUnreadable(noFields())
  const findings: Finding[] = []
  const fields = value['fields'].slice(0, 20_000).flatMap((field) => fieldsOf(field, findings))
  const leader = typeof value['leader'] === 'string' ? value['leader'] : ''
  return { record: { leader: leader.slice(0, 24).padEnd(24, ' '), fields }, findings }
}

function parsed(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes))
  } catch (cause) {
    const why = cause instanceof Error ? cause.message.slice(0, 80) : ''
    throw new RecordUnreadable({
      code: 'JSON_INVALID',
      detail: `The record is no JSON: ${why}.`,
      detailZh: `这条记录不是有效的 JSON:${why}。`,
    })
  }
}

function fieldsOf(field: unknown, findings: Finding[]): MarcField[] {
  if (!isObject(field)) return skipped('?', findings)
  return Object.entries(field).flatMap(([tag, content]): MarcField[] => {
    if (typeof content === 'string') return [{ tag, value: content }]
    if (!isObject(content) || !Array.isArray(content['subfields'])) return skipped(tag, findings)
    const subfields = content['subfields'].flatMap(subfieldsOf)
    return [{ tag, ind1: indicator(content['ind1']), ind2: indicator(content['ind2']), subfields }]
  })
}

const subfieldsOf = (subfield: unknown): Subfield[] =>
  isObject(subfield)
    ? Object.entries(subfield).flatMap(([code, value]) =>
        typeof value === 'string' ? [{ code, value }] : [],
      )
    : []

const indicator = (value: unknown): string =>
  typeof value === 'string' && value !== '' ? value.slice(0, 1) : ' '

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function skipped(tag: string, findings: Finding[]): [] {
  findings.push({
    code: 'MARC_FIELD_FORM',
    detail: `Field ${tag} is neither a text nor an object with subfields; it was left out.`,
    detailZh: `${tag} 字段既不是文字,也不是含子字段的对象,已略去。`,
    path: tag,
  })
  return []
}

const noFields = (): Finding => ({
  code: 'MARC_INVALID',
  detail: 'The JSON has no array "fields": it is no MARC-in-JSON record.',
  detailZh: 'JSON 中没有“fields”数组,不是 MARC-in-JSON 记录。',
  expected: 'fields',
})
