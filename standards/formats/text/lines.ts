import { bufferOf } from '../iso2709-bytes.js'
import type { SplitOptions } from '../iso2709-split.js'
import { MAX_RECORD_BYTES, type Piece } from '../pieces.js'
import { peek } from '../xml-encoding.js'

/**
 * Where a line stands: it opens a record, belongs to the one that is open, lies between two as their separator, or says
 * something and belongs to none.
 */
export type Place = 'opens' | 'continues' | 'between' | 'stray'

/**
 * `head` is the line's first octets as Latin-1 without its line end, `opening` those of the line that opened the
 * record: '' when none is open. Enough of both to tell by; what a line says is read later.
 */
export type PlaceOf = (head: string, opening: string) => Place

const HEAD_BYTES = 80
const [LINE_FEED, RETURN] = [0x0a, 0x0d]

/**
 * Records of a text, cut at line ends (LF, CR LF, or CR where the text has no other), which no character of UTF-8 or
 * GB 18030 contains. A record past `maxBytes` is `broken`, and reading goes on at the next one; so are lines that belong
 * to no record, those in a row together. Holds one record, one line and one chunk; linear in the length.
 */
export async function* splitLines(
  chunks: AsyncIterable<Uint8Array>,
  placeOf: PlaceOf,
  options: SplitOptions = {},
): AsyncGenerator<Piece> {
  const { head, all } = await peek(chunks, 65_536)
  const lineEnd = !head.includes(LINE_FEED) && head.includes(RETURN) ? RETURN : LINE_FEED
  const records = recordsOf(placeOf, options)
  const lines = lineCutter(lineEnd, options.maxBytes ?? MAX_RECORD_BYTES, records.line)
  for await (const chunk of all) {
    lines.push(bufferOf(chunk))
    yield* records.taken()
  }
  lines.end()
  records.end()
  yield* records.taken()
}

/** Octets past the cap of one line are counted, not kept. */
function lineCutter(lineEnd: number, maxBytes: number, give: (bytes: Buffer, length: number) => void) {
  let parts: Buffer[] = []
  let length = 0

  return { push, end }

  function push(chunk: Buffer): void {
    let from = 0
    for (let at = chunk.indexOf(lineEnd); at !== -1; at = chunk.indexOf(lineEnd, from)) {
      hold(chunk.subarray(from, at + 1))
      end()
      from = at + 1
    }
    if (from < chunk.length) hold(chunk.subarray(from))
  }

  function hold(part: Buffer): void {
    if (length < maxBytes) parts.push(part.subarray(0, maxBytes - length))
    length += part.length
  }

  function end(): void {
    if (length === 0) return
    give(parts.length === 1 ? (parts[0] as Buffer) : Buffer.concat(parts), length)
    parts = []
    length = 0
  }
}

function recordsOf(placeOf: PlaceOf, { offset = 0, maxBytes = MAX_RECORD_BYTES }: SplitOptions) {
  let [record, size, opening, isCut] = [[] as Buffer[], 0, '', false]
  let isStray = false
  let [start, position] = [offset, offset]
  let pieces: Piece[] = []

  return { line, end: flush, taken }

  function line(bytes: Buffer, length: number): void {
    const head = headOf(bytes, position === 0)
    const told = placeOf(head, isStray ? '' : opening)
    const place = told === 'stray' && isFiller(head) ? 'between' : told
    const goesOn = place === 'continues' || (place === 'stray' && isStray)
    if (!goesOn) flush()
    isStray = place === 'stray'
    if (place !== 'between') take(bytes, length, head)
    position += length
  }

  function take(bytes: Buffer, length: number, head: string): void {
    if (opening === '') [start, opening] = [position, head || ' ']
    isCut ||= bytes.length < length || size + length > maxBytes
    if (isCut) return
    record.push(bytes)
    size += length
  }

  function flush(): void {
    if (opening === '') return
    const bytes = record.length === 1 ? (record[0] as Buffer) : Buffer.concat(record, size)
    const piece = { bytes, offset: start, end: position }
    const finding = isCut ? tooLarge(maxBytes) : isStray ? strayLines : undefined
    pieces.push(finding ? { kind: 'broken', ...piece, finding } : { kind: 'record', ...piece, findings: [] })
    ;[record, size, opening, isCut] = [[], 0, '', false]
  }

  function taken(): Piece[] {
    const ready = pieces
    pieces = []
    return ready
  }
}

/** The first octets of a line; a byte order mark before the first line of a text is none of it. */
function headOf(line: Buffer, isFirst: boolean): string {
  const from = isFirst && line[0] === 0xef && line[1] === 0xbb && line[2] === 0xbf ? 3 : 0
  return line.toString('latin1', from, from + HEAD_BYTES).replace(/[\r\n]+$/, '')
}

/** Control characters that systems leave between records or at the end of a file (0x1A, 0x1D). */
const isFiller = (head: string): boolean => /^[\x00-\x20]*$/.test(head)

const strayLines = {
  code: 'TEXT_LINES_STRAY',
  detail: 'These lines belong to no record: no line before them opens one.',
  detailZh: '这些行不属于任何记录：此前没有开始一条记录的行。',
  expected: 'the first line of a record',
}

const tooLarge = (maxBytes: number) => ({
  code: 'RECORD_TOO_LARGE',
  detail: `The record does not end within ${maxBytes} octets; reading went on at the next record.`,
  detailZh: `${maxBytes} 字节内未见记录结束；已从下一条记录继续读取。`,
  expected: `≤ ${maxBytes}`,
})
