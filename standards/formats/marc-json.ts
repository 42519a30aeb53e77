import { RecordUnreadable } from '../crosswalks/crosswalk.js'
import type { Finding } from '../record/change.js'
import type { MarcField, MarcRecord } from './marc.js'
import { fieldOf, isObject, type Shaped, shapeOf } from './marc-json-shapes.js'
import { mayBeMojibake, mendMojibake } from './mojibake.js'
import { decodeText } from './text/decode.js'

const MAX_FIELDS = 20_000

/**
 * One record of MARC in JSON: MARC-in-JSON, `{ leader, fields: [{ "001": "…" }, { "245": { ind1, ind2, subfields: [{ a: "…" }]
 * } }] }`, or one of the shapes that other systems write (see marc-json-shapes).
 * @throws RecordUnreadable JSON_INVALID, MARC_INVALID
 */
export function readMarcJson(bytes: Uint8Array): { record: MarcRecord; findings: Finding[] } {
  const findings: Finding[] = []
  const text = decodeText(bytes, findings)
  const shaped = shapeOf(unwrapped(parsed(text, findings)))
  if (!shaped) throw new RecordUnreadable(noFields)
  const fields = fieldsOf(shaped, findings)
  if (mayBeMojibake(text)) mendMojibake(fields, findings)
  return { record: { leader: shaped.leader.slice(0, 24).padEnd(24, ' '), fields }, findings }
}

function fieldsOf({ fields }: Shaped, findings: Finding[]): MarcField[] {
  return fields.slice(0, MAX_FIELDS).flatMap(([tag, content]) => {
    const field = fieldOf(tag, content)
    if (!field) addOnce(findings, skipped(tag))
    return field ?? []
  })
}

/** Line ends and tabs inside a text are an error of JSON that many writers make: they are read as blanks. */
function parsed(text: string, findings: Finding[]): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    const mended = text.replace(/[\x00-\x1f]/g, ' ')
    if (mended === text) throw notJson(cause)
    try {
      const value: unknown = JSON.parse(mended)
      findings.push(controlCharacter)
      return value
    } catch {
      throw notJson(cause)
    }
  }
}

/** Systems put the record under a name of their own, beside its number in theirs. */
const wrappers = ['marcPayload', 'record', 'marc', 'bib'] as const

function unwrapped(value: unknown): unknown {
  if (!isObject(value) || 'fields' in value || 'leader' in value) return value
  for (const name of wrappers) if (isObject(value[name])) return value[name]
  return value
}

function addOnce(findings: Finding[], finding: Finding): void {
  if (!findings.some(({ code, path }) => code === finding.code && path === finding.path))
    findings.push(finding)
}

function notJson(cause: unknown): RecordUnreadable {
  const why = cause instanceof Error ? cause.message.slice(0, 80) : ''
  return new RecordUnreadable({
    code: 'JSON_INVALID',
    detail: `The record is no JSON: ${why}.`,
    detailZh: `这条记录不是有效的 JSON:${why}。`,
  })
}

const controlCharacter: Finding = {
  code: 'JSON_CONTROL_CHARACTER',
  detail: 'A line end, tab or other control character stands in a text unescaped; it was read as a blank.',
  detailZh: '文字中有未转义的换行、制表符等控制字符，已视为空格。',
  expected: '\\n',
}

const skipped = (tag: string): Finding => ({
  code: 'MARC_FIELD_FORM',
  detail: `Field ${tag.slice(0, 20)} is neither a text nor an object with subfields; it was left out.`,
  detailZh: `${tag.slice(0, 20)} 字段既不是文字，也不是含子字段的对象，已略去。`,
  path: tag.slice(0, 20),
})

const noFields: Finding = {
  code: 'MARC_INVALID',
  detail: 'The JSON has neither an array "fields" nor another known shape of MARC: it is no MARC record.',
  detailZh: 'JSON 中没有“fields”数组，也不是其他已知的 MARC 结构，不是 MARC 记录。',
  expected: 'fields',
}
