import { delimiters, type Layout, lineEndOf, type Row, readRow } from './rows.js'
import type { ListText } from './text.js'

/** The labels that a kind of table has, and whether a row that has some of them is its header. */
export interface Vocabulary<Label> {
  labelOf(cell: string): Label | undefined
  isHeader(cells: string[], labels: Set<Label>): boolean
}

export interface Header<Label> {
  layout: Layout
  /** The cells of the header line as they stand. */
  cells: string[]
  /** For each column what it is; undefined: not of this vocabulary. */
  columns: (Label | undefined)[]
  /** Where the rows begin. */
  rowsFrom: number
  /** The lines before it. */
  before: Row[]
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
 * The header line: the row near the top, cut in whichever way, that has the most labels of the vocabulary; null when
 * none is a header.
 */
export function findHeader<Label>(text: ListText, vocabulary: Vocabulary<Label>): Header<Label> | null {
  let best: Candidate | undefined
  for (const layout of layoutsOf(text))
    for (const candidate of candidates(text, layout, vocabulary))
      if (candidate.score > (best?.score ?? 0)) best = candidate
  if (!best) return null
  const { row, before } = best
  const layout = { ...best.layout, columns: row.cells.length }
  return { layout, cells: row.cells, columns: row.cells.map(vocabulary.labelOf), rowsFrom: row.end, before }
}

function* candidates<Label>(
  text: ListText,
  layout: Layout,
  vocabulary: Vocabulary<Label>,
): Generator<Candidate> {
  const before: Row[] = []
  let at = 0
  while (at < text.bytes.length && before.length < preambleRows) {
    const row = readRow(text, layout, at)
    yield { row, layout, before: [...before], score: scoreOf(row.cells, vocabulary) }
    before.push(row)
    at = row.end
  }
}

/** Different labels known. */
function scoreOf<Label>(cells: string[], { labelOf, isHeader }: Vocabulary<Label>): number {
  const labels = new Set(cells.map(labelOf).filter((label) => label !== undefined))
  return isHeader(cells, labels) ? labels.size : 0
}

/** Tabs first: a table cut at them needs no quotes, and wins where another way knows no more labels. */
function layoutsOf(text: ListText): Layout[] {
  const lineEnd = lineEndOf(text.bytes)
  return [
    { delimiter: delimiters.tab, lineEnd, quoted: hasQuotedTabs(text) },
    { delimiter: delimiters.comma, lineEnd, quoted: true },
    { delimiter: delimiters.semicolon, lineEnd, quoted: true },
  ]
}

/** Whether cells between tabs are quoted as a habit, and not because a title begins with a quotation. */
function hasQuotedTabs({ bytes }: ListText): boolean {
  const cells = bytes.toString('latin1', 0, 8_000).split(/[\t\r\n]+/)
  const filled = cells.filter((cell) => cell !== '')
  const quoted = filled.filter((cell) => cell.length > 1 && cell.startsWith('"') && cell.endsWith('"'))
  return quoted.length >= 3 && quoted.length > filled.length / 10
}
