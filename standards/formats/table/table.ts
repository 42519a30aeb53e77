import { isUtf8 } from 'node:buffer'
import type { Encoding } from '../encoding/candidates.js'
import { chooseEncoding } from '../encoding/choose.js'
import { bufferOf } from '../iso2709-bytes.js'
import type { SplitOptions } from '../iso2709-split.js'
import type { Piece } from '../pieces.js'
import { findHeader, type Header, type Vocabulary } from './header.js'
import { shelfLabels, type TableLabel, tableLabelOf } from './labels.js'
import { type Row, readRow } from './rows.js'
import { type ListText, readText } from './text.js'

/** No row of a list is longer. */
const MAX_ROW = 256 * 1024
/** How far past a row its last quote may be looked for. */
const LOOK_AHEAD = 32 * 1024
const LINE_FEED = 0x0a

const vocabulary: Vocabulary<TableLabel> = {
  labelOf: tableLabelOf,
  isHeader: (_cells, labels) => labels.has('title') && labels.size >= 2,
}

/**
 * The header of a library's own list; null when no row near the top has a title and one more label. Rows in another
 * encoding below it do not hide it.
 */
export function findTableHeader(head: Uint8Array): Header<TableLabel> | null {
  const text = headOfTable(head)
  return findHeader(text, vocabulary) ?? findHeader({ ...text, encoding: 'utf-8' }, vocabulary)
}

/** The first octets of a table as text: a character cut in two at their end must not make their encoding doubtful. */
export function headOfTable(head: Uint8Array): ListText {
  const bytes = bufferOf(head)
  const end = bytes.lastIndexOf(LINE_FEED)
  return readText(end > 0 && bytes.length >= 65_000 ? bytes.subarray(0, end + 1) : bytes)
}

export const hasShelves = (header: Header<TableLabel>): boolean =>
  header.columns.some((label) => label !== undefined && shelfLabels.includes(label))

/** Columns that nothing is known of: kept as notes. */
export const unknownColumns = (header: Header<TableLabel>): string[] =>
  header.cells.filter((cell, at) => cell !== '' && header.columns[at] === undefined)

/**
 * The rows of a table, each as its header line and itself, tab-separated UTF-8: a record that stands alone. A row that
 * is not UTF-8 is read as what it shows itself, else as what the head of the file showed.
 * @param options.head the first octets of the file: a stream that begins in its middle has no header
 */
export async function* splitTable(
  chunks: AsyncIterable<Uint8Array>,
  { head, offset = 0 }: SplitOptions & { head: Uint8Array },
): AsyncGenerator<Piece> {
  const header = findTableHeader(head)
  if (!header) return
  const cutter = rowCutter(header, headOfTable(head).encoding, offset)
  for await (const chunk of chunks) yield* cutter.push(bufferOf(chunk))
  yield* cutter.end()
}

function rowCutter(header: Header<TableLabel>, encoding: Encoding, offset: number) {
  const labels = header.cells.join('\t')
  let held: Buffer = Buffer.alloc(0)
  let position = offset
  let isOverlong = false

  return { push, end }

  function* push(chunk: Buffer): Generator<Piece> {
    held = held.length === 0 ? chunk : Buffer.concat([held, chunk])
    yield* rows(held.length - MAX_ROW - LOOK_AHEAD)
  }

  function* end(): Generator<Piece> {
    yield* rows(held.length)
  }

  function* rows(limit: number): Generator<Piece> {
    let at = 0
    while (at < limit) {
      if (isOverlong) at = pastLine(at)
      else if (position + at < header.rowsFrom) at += Math.min(header.rowsFrom - position - at, limit - at)
      else {
        const row = decoded(held, header, at, encoding)
        isOverlong = row.end - at > MAX_ROW
        const upTo = isOverlong ? at + MAX_ROW : row.end
        yield pieceOf(row, held.subarray(at, upTo), position + at, position + upTo)
        at = upTo
      }
    }
    held = held.subarray(at)
    position += at
  }

  function pastLine(at: number): number {
    const feed = held.indexOf(header.layout.lineEnd, at)
    isOverlong = feed === -1
    return feed === -1 ? held.length : feed + 1
  }

  function pieceOf({ cells }: Row, bytes: Buffer, from: number, end: number): Piece {
    if (isOverlong) return { kind: 'broken', bytes, offset: from, end, finding: tooLong }
    if (cells.every((cell) => cell === '')) return { kind: 'empty', offset: from, end }
    return {
      kind: 'record',
      bytes: Buffer.from(`${labels}\n${cells.join('\t')}`),
      offset: from,
      end,
      findings: [],
    }
  }
}

function decoded(bytes: Buffer, { layout }: Header<TableLabel>, at: number, encoding: Encoding): Row {
  const text: ListText = { bytes, encoding: 'utf-8' }
  const row = readRow(text, layout, at)
  const own = bytes.subarray(at, row.end)
  if (isUtf8(own)) return row
  const usual = encoding === 'utf-8' ? undefined : encoding
  return readRow({ bytes, encoding: chooseEncoding(own, { usual }).encoding }, layout, at)
}

const tooLong = {
  code: 'RECORD_TOO_LARGE',
  detail: `The row is longer than ${MAX_ROW} octets: a quote is not closed, or it is no row. Reading went on at the next line.`,
  detailZh: `该行超过 ${MAX_ROW} 字节：可能有引号未闭合，或不是数据行。已从下一行继续读取。`,
  expected: `≤ ${MAX_ROW}`,
}
