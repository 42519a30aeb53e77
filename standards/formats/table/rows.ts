import { decodeAs, type Encoding } from '../encoding/candidates.js'
import type { ListText } from './text.js'

export interface Layout {
  /** Byte of the delimiter: tab, comma, semicolon. */
  delimiter: number
  /** Byte that ends a line: LF, or CR in a table that has no LF. */
  lineEnd: number
  /** Quotes enclose a cell (RFC 4180). In plain KBART a quote is a quote of the title. */
  quoted: boolean
  /** Cells of the header line, once it is known. */
  columns?: number
}

/** One row, by its place in the bytes. */
export interface Row {
  start: number
  end: number
  cells: string[]
}

const [lineFeed, carriageReturn, quote, tab] = [0x0a, 0x0d, 0x22, 0x09]

export const lineEndOf = (bytes: Buffer): number =>
  !bytes.includes(lineFeed) && bytes.includes(carriageReturn) ? carriageReturn : lineFeed

/**
 * The row that starts at `start`; `end` is that of the next one. In a list without quotes a spreadsheet still quotes the
 * cell that holds a tab or a line end: a row that has not the columns of its list, and has them so, is read so.
 */
export function readRow(text: ListText, layout: Layout, start: number): Row {
  if (layout.quoted) return readQuoted(text, layout, start)
  const plain = readPlain(text, layout, start)
  if (layout.columns === undefined || plain.cells.length === layout.columns) return plain
  const hasQuote = text.bytes.subarray(start, plain.end).includes(quote)
  const quoted = hasQuote ? readQuoted(text, layout, start) : plain
  return quoted.cells.length === layout.columns ? quoted : plain
}

export const delimiters = { tab, comma: 0x2c, semicolon: 0x3b } as const

function readPlain({ bytes, encoding }: ListText, layout: Layout, start: number): Row {
  const feed = bytes.indexOf(layout.lineEnd, start)
  const end = feed === -1 ? bytes.length : feed + 1
  const line = decode(bytes, encoding, start, trimEnd(bytes, start, end))
  return { start, end, cells: line.split(String.fromCharCode(layout.delimiter)).map(tidy) }
}

/** RFC 4180: a quoted cell may hold delimiters and line ends, and `""` for a quote. */
function readQuoted({ bytes, encoding }: ListText, layout: Layout, start: number): Row {
  const cells: string[] = []
  let at = start
  while (true) {
    const cell = cellAt(bytes, layout, at)
    const text = decode(bytes, encoding, cell.from, cell.to)
    cells.push(tidy(cell.isQuoted ? text.replaceAll('""', '"') : text))
    at = cell.next
    if (at >= bytes.length || bytes[at] !== layout.delimiter) break
    at++
  }
  while (at < bytes.length && bytes[at] !== layout.lineEnd) at++
  return { start, end: Math.min(at + 1, bytes.length), cells }
}

interface Cell {
  from: number
  to: number
  /** At its delimiter or line end. */
  next: number
  isQuoted: boolean
}

function cellAt(bytes: Buffer, layout: Layout, at: number): Cell {
  const { delimiter, lineEnd } = layout
  let from = at
  while (bytes[from] === 0x20) from++
  const closing = bytes[from] === quote ? closingQuote(bytes, layout, from + 1) : -1
  if (closing !== -1)
    return { from: from + 1, to: closing, next: skipBlanks(bytes, layout, closing + 1), isQuoted: true }
  let to = at
  while (to < bytes.length && bytes[to] !== delimiter && bytes[to] !== lineEnd) to++
  return { from: at, to: trimEnd(bytes, at, to), next: to, isQuoted: false }
}

/** A cell longer than this is a quote that nobody closed. */
const longestCell = 20_000

/** -1 when the quote is not closed before a delimiter or a line end: then it belongs to the text. */
function closingQuote(bytes: Buffer, layout: Layout, from: number): number {
  const { delimiter, lineEnd } = layout
  const limit = Math.min(bytes.length, from + longestCell)
  for (let at = bytes.indexOf(quote, from); at !== -1 && at < limit; at = bytes.indexOf(quote, at + 1)) {
    if (bytes[at + 1] === quote) {
      at++
      continue
    }
    const next = bytes[skipBlanks(bytes, layout, at + 1)]
    return next === undefined || next === delimiter || next === lineEnd ? at : -1
  }
  return -1
}

function skipBlanks(bytes: Buffer, { lineEnd }: Layout, from: number): number {
  let at = from
  while (bytes[at] === 0x20 || (bytes[at] === carriageReturn && lineEnd !== carriageReturn)) at++
  return at
}

function trimEnd(bytes: Buffer, start: number, end: number): number {
  let at = end
  while (at > start && (bytes[at - 1] === lineFeed || bytes[at - 1] === carriageReturn)) at--
  return at
}

function decode(bytes: Buffer, encoding: Encoding, from: number, to: number): string {
  if (encoding === 'utf-8') return bytes.toString('utf8', from, to)
  return decodeAs(encoding, bytes.subarray(from, to))
}

/** Tabs and line ends inside a cell would break the row that is made of it; `="978…"` is a spreadsheet's way to keep zeros. */
function tidy(text: string): string {
  const flat = /[\t\r\n\u0000]/.test(text) ? text.replace(/[\t\r\n\u0000]+/g, ' ') : text
  const value = flat.trim()
  return value.startsWith('="') && value.endsWith('"') ? value.slice(2, -1) : value
}
