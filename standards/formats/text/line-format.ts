import { RecordUnreadable } from '../../crosswalks/crosswalk.js'
import type { Finding } from '../../record/change.js'
import type { MarcField, MarcRecord, Subfield } from '../marc.js'
import { decodeText, linesOf } from './decode.js'
import type { PlaceOf } from './lines.js'
import { addOnce } from './mnemonics.js'

const MAX_FIELDS = 20_000

/**
 * What begins a subfield in the line formats of library systems: `$a` of yaz-marcdump and CMARC lists, `ǂa` and `▼a` of
 * Chinese workforms, `‡a` and `|a` of displays, `_a` of MicroLIF, `[a]` of BISIS, the separator itself. Where a blank
 * follows the code, one stands before the mark too, and a bare `$5` is a price.
 */
const marks: [opens: RegExp, subfields: RegExp][] = [
  [/^\x1f/, /\x1f([!-~])/],
  [/^[ǂ‡▼]/, /[ǂ‡▼] ?([0-9A-Za-z])/],
  [/^\$[0-9A-Za-z] /, /(?:^| )\$([0-9A-Za-z])(?: |$)/],
  [/^\$/, /\$([A-Za-z]|\d(?![\d.]))/],
  [/^\|[0-9A-Za-z] /, /(?:^| )\|([0-9A-Za-z])(?: |$)/],
  [/^\|/, /\|([0-9a-z])/],
  [/^\[/, /\[([0-9A-Za-z])\]/],
  [/^_/, /_([0-9A-Za-z])/],
]
const opensSubfield = /[\x1fǂ‡▼]|[$|_][0-9A-Za-z]|\[[0-9A-Za-z]\]/

/** With `LDR` or `000` before it, or bare: its length may be missing there, its status, type and level never. */
const leaderLine = /^(?:LDR|LEADER|000[^\d])|^[ \d]{5}[a-z][a-z][a-z \d]..[\d |]{2}/i
/** A tag of letters only where a subfield follows: `RAZ12_a`; a heading may begin with any word. */
const fieldLine = /^(?:\d{3}|[A-Z][A-Z\d]{2}[ \t\d#_\\-]{0,4}[\x1f$|_[\xc7\xe2ǂ‡▼])/
const rule = /^[*=\-~_]{3,}\s*$/

/** What MicroLIF begins a file with. */
const heading = /^(?:header |MicroLIF\b)/i

/** Records begin at a leader, and after a blank line or a rule (`***`). */
export const placeOfLine: PlaceOf = (head, opening) => {
  if (head.trim() === '' || rule.test(head) || heading.test(head)) return 'between'
  if (leaderLine.test(head)) return 'opens'
  if (opening !== '') return 'continues'
  return fieldLine.test(head) ? 'opens' : 'stray'
}

/**
 * One record of a line format: a field a line, tag, indicators, subfields behind a mark that the record itself shows.
 * MicroLIF is one of them, its lines ended by `^`.
 * @throws RecordUnreadable MARC_INVALID
 */
export function readLineFormat(bytes: Uint8Array): { record: MarcRecord; findings: Finding[] } {
  const findings: Finding[] = []
  const lines = joinedLines(linesOf(decodeText(bytes, findings)), findings)
  let leader = ''
  const fields: MarcField[] = []
  for (const line of lines.slice(0, MAX_FIELDS)) {
    if (leader === '' && fields.length === 0 && leaderLine.test(line)) leader = leaderOf(line)
    else fields.push(fieldOf(line))
  }
  if (!fields.some((field) => 'subfields' in field)) throw new RecordUnreadable(noField)
  return { record: { leader: leader.padEnd(24, ' '), fields }, findings }
}

function joinedLines(lines: string[], findings: Finding[]): string[] {
  const joined: string[] = []
  for (const raw of lines) {
    const line = raw.replace(/\^?`?\s*$/, '')
    if (line.trim() === '' || rule.test(line)) continue
    if (leaderLine.test(line) || fieldLine.test(line)) joined.push(line)
    else if (joined.length > 0 && !line.startsWith('(')) joined[joined.length - 1] += ` ${line.trim()}`
    else addOnce(findings, lineSkipped(line))
  }
  return joined
}

/** `LDR00180nam  22…`, `000    cam0 22002651  4500`: without its length the leader begins at its status. */
function leaderOf(line: string): string {
  const text = line.replace(/^(?:LDR|LEADER|000(?!\d))[^\da-z]*/i, '').replaceAll('_', ' ')
  return (/^\d{5}/.test(text) ? text : `00000${text.trimStart()}`).slice(0, 24)
}

function fieldOf(line: string): MarcField {
  const tag = line.slice(0, 3)
  const rest = line.slice(3)
  const at = /^00/.test(tag) && !/^ ##/.test(rest) ? -1 : rest.search(opensSubfield)
  if (at === -1 || at > 6) return withoutMark(tag, rest)
  const [ind1, ind2] = indicatorsOf(rest.slice(0, at))
  return { tag, ind1, ind2, subfields: subfieldsOf(rest.slice(at)) }
}

/** A control field, or a field whose content begins at once: `106  ar`, `245 10 Title |b subtitle`. */
function withoutMark(tag: string, rest: string): MarcField {
  if (/^00/.test(tag)) return { tag, value: rest.replace(/^[\t ‡]/, '') }
  const [, before = '', value = ''] = /^((?:[ \t][0-9#_ \\-]{2}[ \t])|[0-9#_ \\-]{2})?(.*)$/s.exec(rest) ?? []
  const [ind1, ind2] = indicatorsOf(before)
  return { tag, ind1, ind2, subfields: [{ code: 'a', value: value.trim() }] }
}

/** Between tag and first subfield stand two indicators, with or without a blank on either side. */
function indicatorsOf(text: string): [string, string] {
  const isParted = /^[ \t]/.test(text) && text.length > 2
  const pair = (isParted ? text.slice(1) : text)
    .slice(0, 2)
    .padEnd(2, ' ')
    .replace(/[#_\\|-]/g, ' ')
  return [pair[0] as string, pair[1] as string]
}

function subfieldsOf(text: string): Subfield[] {
  const [, mark] = marks.find(([opens]) => opens.test(text)) ?? []
  if (!mark) return [{ code: 'a', value: text.trim() }]
  const [, ...parts] = text.split(mark)
  const subfields: Subfield[] = []
  for (let at = 0; at + 1 < parts.length; at += 2)
    subfields.push({ code: parts[at] as string, value: (parts[at + 1] as string).trim() })
  return subfields
}

const lineSkipped = (line: string): Finding => ({
  code: 'MARC_LINE_SKIPPED',
  detail: `A line before the first field is no field of MARC; it was left out: "${line.slice(0, 60)}".`,
  detailZh: `首个字段之前有一行不是 MARC 字段，已略去：“${line.slice(0, 60)}”。`,
})

const noField: Finding = {
  code: 'MARC_INVALID',
  detail: 'No line is a field of MARC with subfields: tag, indicators, then $a or the like.',
  detailZh: '没有一行是带子字段的 MARC 字段：字段号、指示符、$a 等。',
  expected: '245 10 $a…',
}

/** Whether most of the first lines are fields, one of them with a subfield, and one such as begins a record. */
export function looksLikeLines(head: string): boolean {
  const lines = linesOf(head)
    .filter((line) => line.trim() !== '' && !rule.test(line))
    .slice(0, 40)
  const fields = lines.filter((line) => leaderLine.test(line) || fieldLine.test(line))
  const hasStart = lines.some((line) => leaderLine.test(line) || /^0\d\d/.test(line))
  return hasStart && fields.length >= 2 && fields.length >= 0.6 * lines.length && fields.some(hasSubfield)
}

const hasSubfield = (line: string): boolean =>
  /^.{3}[ \t\d#_\\-]{0,5}(?:[$|_][a-z\d]|\[[a-z\d]\]|[\x1fǂ‡▼])/.test(line)
