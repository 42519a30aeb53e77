import type { KbartLabel, packageLabel } from '../../crosswalks/kbart-labels.js'
import { isStandardLabel, labelOf } from './labels.js'
import { delimiters, type Layout, type Row, readRow } from './rows.js'
import type { ListText } from './text.js'

export type Column = KbartLabel | typeof packageLabel

export interface Header {
  layout: Layout
  /** For each column of the file what it is; undefined: not ours. */
  columns: (Column | undefined)[]
  /** Where the rows begin. */
  rowsFrom: number
  /** Said in the lines before the header. */
  package?: string
  /** Labels of the file that were read as one of the standard's. */
  renamed: string[]
}

/** Titles, their owners and dates of a list stand in at most so many lines before its header. */
export const preambleRows = 60

interface Candidate {
  row: Row
  layout: Layout
  before: Row[]
  score: number
}

/**
 * The header line: the row near the top, cut in whichever way, that has the most labels we know; null when none
 * has any.
 */
export function findHeader(text: ListText): Header | null {
  let best: Candidate | undefined
  for (const layout of layoutsOf(text))
    for (const candidate of candidates(text, layout))
      if (candidate.score > (best?.score ?? 0)) best = candidate
  if (!best) return null
  const columns = best.row.cells.map(labelOf)
  const name = best.before.find(({ cells }) => /^package name$/i.test(cells[0] ?? ''))?.cells[1]
  const renamed = best.row.cells.filter((cell) => labelOf(cell) && !isStandardLabel(cell))
  return { layout: best.layout, columns, rowsFrom: best.row.end, renamed, ...(name && { package: name }) }
}

function* candidates(text: ListText, layout: Layout): Generator<Candidate> {
  const before: Row[] = []
  let at = 0
  while (at < text.bytes.length && before.length < preambleRows) {
    const row = readRow(text, layout, at)
    yield { row, layout, before: [...before], score: scoreOf(row.cells) }
    before.push(row)
    at = row.end
  }
}

/** Different labels known. A title, or a label of the standard itself, must be among them. */
function scoreOf(cells: string[]): number {
  const labels = new Set(cells.map(labelOf).filter((label) => label !== undefined))
  const isHeader = cells.some(isStandardLabel) || (labels.has('publication_title') && labels.size >= 2)
  return isHeader ? labels.size : 0
}

/** Tabs first: that is the standard, and wins where another way knows no more labels. */
function layoutsOf(text: ListText): Layout[] {
  return [
    { delimiter: delimiters.tab, quoted: hasQuotedTabs(text) },
    { delimiter: delimiters.comma, quoted: true },
    { delimiter: delimiters.semicolon, quoted: true },
  ]
}

/** Whether cells between tabs are quoted as a habit, and not because a title begins with a quotation. */
function hasQuotedTabs({ bytes }: ListText): boolean {
  const cells = bytes.toString('latin1', 0, 8_000).split(/[\t\r\n]+/)
  const filled = cells.filter((cell) => cell !== '')
  const quoted = filled.filter((cell) => cell.length > 1 && cell.startsWith('"') && cell.endsWith('"'))
  return quoted.length >= 3 && quoted.length > filled.length / 10
}
