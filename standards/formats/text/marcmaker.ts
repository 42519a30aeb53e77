import { RecordUnreadable } from '../../crosswalks/crosswalk.js'
import type { Finding } from '../../record/change.js'
import type { MarcField, MarcRecord, Subfield } from '../marc.js'
import { decodeText, linesOf } from './decode.js'
import type { PlaceOf } from './lines.js'
import { addOnce, withCharacters } from './mnemonics.js'

const MAX_FIELDS = 20_000
const fieldLine = /^=(Leader|[0-9A-Za-z]{3})(?: {1,2}|\t)?(.*)$/s
const opensRecord = /^=(?:LDR|000|Leader)/i

/** A record begins at its leader; where leaders are missing, at the first line after a blank one. */
export const placeOfMarcmaker: PlaceOf = (head, opening) => {
  if (head.trim() === '') return 'between'
  return opening === '' || opensRecord.test(head) ? 'opens' : 'continues'
}

/**
 * One record of MARCMaker text as the Library of Congress defined it and MarcEdit writes it (`.mrk`): `=245  10$aTitle`,
 * `\` for a blank, `{dollar}` for a dollar sign, `{eacute}` for a letter. A line without `=` goes on with the field
 * before it.
 * @throws RecordUnreadable MARC_INVALID
 */
export function readMarcmaker(bytes: Uint8Array): { record: MarcRecord; findings: Finding[] } {
  const findings: Finding[] = []
  const record: MarcRecord = { leader: '', fields: [] }
  for (const [tag, content] of fieldsOf(linesOf(decodeText(bytes, findings)), findings)) {
    if (/^(?:LDR|000|Leader)$/i.test(tag)) record.leader ||= blanks(content).slice(0, 24)
    else if (record.fields.length < MAX_FIELDS) record.fields.push(fieldOf(tag, content, findings))
  }
  if (record.fields.length === 0 && record.leader === '') throw new RecordUnreadable(noField)
  record.leader = record.leader.padEnd(24, ' ')
  return { record, findings }
}

function fieldsOf(lines: string[], findings: Finding[]): [tag: string, content: string][] {
  const fields: [string, string][] = []
  for (const line of lines) {
    if (line.trim() === '') continue
    const found = fieldLine.exec(line)
    const last = fields.at(-1)
    if (found) fields.push([found[1] as string, found[2] as string])
    else if (last) last[1] += ` ${line.trim()}`
    else addOnce(findings, lineSkipped(line))
  }
  return fields
}

function fieldOf(tag: string, content: string, findings: Finding[]): MarcField {
  if (/^00[0-9]$/.test(tag)) return { tag, value: withCharacters(blanks(content), findings) }
  const [head = '', ...parts] = content.split('$')
  const indicators = blanks(head).padEnd(2, ' ')
  return {
    tag,
    ind1: indicators[0] as string,
    ind2: indicators[1] as string,
    subfields: parts.filter((part) => part !== '').map((part) => subfieldOf(part, findings)),
  }
}

const subfieldOf = (part: string, findings: Finding[]): Subfield => ({
  code: part[0] as string,
  value: withCharacters(part.slice(1), findings),
})

const blanks = (text: string): string => text.replaceAll('\\', ' ')

const lineSkipped = (line: string): Finding => ({
  code: 'MARC_LINE_SKIPPED',
  detail: `A line before the first field is no field of MARCMaker (=245  10$a…); it was left out: "${line.slice(0, 60)}".`,
  detailZh: `首个字段之前有一行不是 MARCMaker 字段(=245  10$a…),已略去：“${line.slice(0, 60)}”。`,
})

const noField: Finding = {
  code: 'MARC_INVALID',
  detail: 'The text holds neither a leader (=LDR) nor a field (=245  10$a…) of MARCMaker.',
  detailZh: '文本中既无头标区(=LDR),也无 MARCMaker 字段(=245  10$a…)。',
  expected: '=LDR  00000nam a2200000 a 4500',
}
