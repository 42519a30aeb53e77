import { RecordUnreadable } from '../crosswalks/crosswalk.js'
import { isDataField, type MarcField } from '../formats/marc.js'
import { readMarc } from '../formats/read-marc.js'
import type { Finding } from '../record/change.js'
import { tagOf } from './place.js'

/** One field as cataloguers write it: `245 10 $a Title / $c Author`. */
export interface MarcLine {
  text: string
  /** The field that the finding names. */
  isMarked: boolean
}

const mostLines = 200
const longestLine = 400

/** The record in readable form, as far as it can be read; undefined when nothing can. */
export function marcLines(bytes: Uint8Array, finding: Finding): MarcLine[] | undefined {
  try {
    const { record } = readMarc(bytes)
    const tag = finding.path === undefined ? undefined : tagOf(finding.path)
    const leader = {
      text: `LDR ${record.leader}`,
      isMarked: finding.path?.startsWith('leader') ?? false,
    }
    const lines = record.fields.map((field) => ({ text: lineOf(field), isMarked: field.tag === tag }))
    return [leader, ...windowed(lines)]
  } catch (error) {
    if (error instanceof RecordUnreadable) return undefined
    throw error
  }
}

/** The marked field and what stands around it. */
function windowed(lines: MarcLine[]): MarcLine[] {
  if (lines.length <= mostLines) return lines
  const marked = Math.max(
    0,
    lines.findIndex(({ isMarked }) => isMarked),
  )
  const from = Math.max(0, Math.min(marked - mostLines / 2, lines.length - mostLines))
  return lines.slice(from, from + mostLines)
}

function lineOf(field: MarcField): string {
  const text = isDataField(field)
    ? `${field.tag} ${blank(field.ind1)}${blank(field.ind2)} ${field.subfields.map(({ code, value }) => `$${code} ${value}`).join(' ')}`
    : `${field.tag}    ${field.value}`
  return text.length > longestLine ? `${text.slice(0, longestLine)} …` : text
}

const blank = (indicator: string): string => (indicator === ' ' ? '#' : indicator)
