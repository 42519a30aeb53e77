import { RecordUnreadable } from '../../crosswalks/crosswalk.js'
import type { Finding } from '../../record/change.js'
import { isDataField, type MarcField, type MarcRecord } from '../marc.js'
import { decodeText, linesOf } from './decode.js'
import type { PlaceOf } from './lines.js'

const MAX_FIELDS = 20_000
/** System number, tag with its indicators, and (Aleph, not Alma) the alphabet of the field: `L`, `C`, `H`. */
const fieldLine = /^(\d{9,20}) ([0-9A-Z]{3})(.{2}) (?:([A-Z]) )?(.*)$/s

/** A line of another system number opens the next record. A line without one was broken by a line end in its text. */
export const placeOfAlephSequential: PlaceOf = (head, opening) => {
  const number = systemNumberOf(head)
  if (number === '') return head.trim() === '' ? 'between' : opening === '' ? 'stray' : 'continues'
  return number === systemNumberOf(opening) ? 'continues' : 'opens'
}

const systemNumberOf = (head: string): string => /^\d{9,20}(?= [0-9A-Z]{3})/.exec(head)?.[0] ?? ''

/**
 * One record of Aleph sequential: `000000002 24510 L $$aTitle`, `^` a blank of leader and control fields. `DEL $$aY` is a
 * deletion. The system number stands in for a 001 that is missing or has subfields.
 * @throws RecordUnreadable MARC_INVALID
 */
export function readAlephSequential(bytes: Uint8Array): { record: MarcRecord; findings: Finding[] } {
  const findings: Finding[] = []
  const lines = joinedLines(linesOf(decodeText(bytes, findings)))
  let leader = ''
  const fields: MarcField[] = []
  for (const line of lines.slice(0, MAX_FIELDS)) {
    if (line.tag === 'LDR') leader ||= leaderOf(line.content, findings)
    else fields.push(fieldOf(line))
  }
  if (lines[0] === undefined) throw new RecordUnreadable(noField)
  if (!fields.some((field) => field.tag === '001' && !isDataField(field)))
    fields.unshift({ tag: '001', value: lines[0].number })
  leader = leader.padEnd(24, ' ')
  if (fields.some(isDeletion)) leader = `${leader.slice(0, 5)}d${leader.slice(6)}`
  return { record: { leader, fields }, findings }
}

interface Line {
  number: string
  tag: string
  indicators: string
  content: string
}

function joinedLines(lines: string[]): Line[] {
  const joined: Line[] = []
  for (const line of lines) {
    const [, number = '', tag = '', indicators = '', , content = ''] = fieldLine.exec(line) ?? []
    const last = joined.at(-1)
    if (number !== '') joined.push({ number, tag, indicators, content })
    else if (last && line.trim() !== '') last.content += ` ${line.trim()}`
  }
  return joined
}

function fieldOf({ tag, indicators, content }: Line): MarcField {
  const [before = '', ...parts] = content.split('$$')
  if (parts.length === 0) return { tag, value: blanks(content) }
  const subfields = parts
    .filter((part) => part !== '')
    .map((part) => ({ code: part[0] as string, value: part.slice(1) }))
  if (before.trim() !== '') subfields.unshift({ code: 'a', value: before.trim() })
  return { tag, ind1: indicators[0] as string, ind2: indicators[1] as string, subfields }
}

/** Aleph pads or cuts leaders by a character or two: what matters (status, type, level) stands at their beginning. */
function leaderOf(content: string, findings: Finding[]): string {
  const leader = blanks(content)
  if (leader.trimEnd().length !== 24 && leader.length !== 24) findings.push(wrongLeader(leader.length))
  return leader.slice(0, 24).padEnd(24, ' ')
}

const isDeletion = (field: MarcField): boolean =>
  field.tag === 'DEL' && isDataField(field) && field.subfields.some(({ value }) => /^y/i.test(value))

const blanks = (text: string): string => text.replaceAll('^', ' ')

const wrongLeader = (length: number): Finding => ({
  code: 'MARC_LEADER_WRONG',
  detail: `The leader must have 24 characters; it has ${length}.`,
  detailZh: `头标区应为 24 个字符，实为 ${length} 个。`,
  path: 'leader',
  expected: '24',
  got: String(length),
})

const noField: Finding = {
  code: 'MARC_INVALID',
  detail: 'No line is a field of Aleph sequential: system number, tag, text.',
  detailZh: '没有一行是 Aleph 顺序格式的字段：系统号、字段号、内容。',
  expected: '000000001 24510 L $$a…',
}
