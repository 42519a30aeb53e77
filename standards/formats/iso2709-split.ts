import type { Finding } from '../record/change.js'
import { bufferOf, FIELD_END, isDigit, numberAt, RECORD_END } from './iso2709-bytes.js'
import { hiddenStarts } from './iso2709-hidden.js'
import { MAX_RECORD_BYTES, type Piece } from './pieces.js'

export interface SplitOptions {
  /** Where in the file the stream begins: added to every offset. */
  offset?: number
  maxBytes?: number
}

/**
 * Splits on 0x1D, which no multi-byte character of UTF-8 or GB 18030 contains. Line ends and filler between records
 * are passed over; a missing 0x1D is mended with a warning, where the file ends or another record begins. Past `maxBytes`
 * without either the octets are `broken` and reading goes on after the next 0x1D. Holds at most one record and one chunk.
 */
export async function* splitIso2709(
  chunks: AsyncIterable<Uint8Array>,
  options: SplitOptions = {},
): AsyncGenerator<Piece> {
  const splitter = iso2709Splitter(options)
  for await (const chunk of chunks) yield* splitter.push(chunk)
  yield* splitter.end()
}

export function iso2709Splitter({ offset = 0, maxBytes = MAX_RECORD_BYTES }: SplitOptions = {}) {
  let rest: Uint8Array[] = []
  let held = 0
  let position = offset
  /** Set while octets past the cap are passed over: how many so far. */
  let dropped = 0

  return { push, end }

  function push(chunk: Uint8Array): Piece[] {
    const pieces: Piece[] = []
    const buffer = bufferOf(chunk)
    let from = 0
    for (let at = buffer.indexOf(RECORD_END); at !== -1; at = buffer.indexOf(RECORD_END, from)) {
      const bytes = buffer.subarray(from, at + 1)
      if (held + dropped === 0 && bytes.length <= maxBytes) emit(pieces, bytes)
      else {
        hold(pieces, bytes)
        flush(pieces)
      }
      from = at + 1
    }
    if (from < buffer.length) hold(pieces, buffer.subarray(from))
    return pieces
  }

  function end(): Piece[] {
    const pieces: Piece[] = []
    flush(pieces)
    return pieces
  }

  function hold(pieces: Piece[], bytes: Uint8Array): void {
    if (dropped === 0 && held + bytes.length > maxBytes) giveHidden(pieces)
    if (held + bytes.length > maxBytes) {
      dropped += bytes.length
      return
    }
    rest.push(bytes)
    held += bytes.length
  }

  /** A file without any terminator: its records are given up to the last that began, which is held on. */
  function giveHidden(pieces: Piece[]): void {
    const bytes = Buffer.concat(rest, held)
    const last = hiddenStarts(bytes).at(-1)
    if (last === undefined) return
    addPieces(pieces, bytes.subarray(0, last), position, true)
    rest = [bytes.subarray(last)]
    held -= last
    position += last
  }

  /** A record that lies in one chunk, as nearly all do. */
  function emit(pieces: Piece[], bytes: Buffer): void {
    addPieces(pieces, bytes, position)
    position += bytes.length
  }

  function flush(pieces: Piece[]): void {
    if (held + dropped === 0) return
    const bytes = rest.length === 1 ? (rest[0] as Uint8Array) : Buffer.concat(rest, held)
    if (dropped > 0) pieces.push(tooLong(bytes, position, dropped))
    else addPieces(pieces, bytes, position)
    position += held + dropped
    rest = []
    held = 0
    dropped = 0
  }
}

/**
 * Adds what stands up to a terminator: one record, save where it has not the length it states and others begin inside it.
 * @param isFollowed the octets end where another record begins
 */
function addPieces(pieces: Piece[], bytes: Uint8Array, position: number, isFollowed = false): void {
  const skipped = fillerLength(bytes, position === 0)
  const isWhole = numberAt(bytes, skipped, 5) === bytes.length - skipped
  const starts = isWhole ? [] : hiddenStarts(bytes)
  let from = 0
  for (const to of [...starts, bytes.length]) {
    const piece = pieceOf(bytes.subarray(from, to), position + from, isFollowed || to < bytes.length)
    if (piece) pieces.push(piece)
    from = to
  }
}

/** Null for what is only filler, at the end of the stream or before the first record. */
function pieceOf(bytes: Uint8Array, position: number, isFollowed: boolean): Piece | null {
  const skipped = fillerLength(bytes, position === 0)
  const offset = position + skipped
  const end = position + bytes.length
  const isEnded = bytes[bytes.length - 1] === RECORD_END
  if (isBlank(bytes, skipped)) return isEnded ? { kind: 'empty', offset: position, end } : null
  const record = skipped === 0 ? bytes : bytes.subarray(skipped)
  if (isEnded) return { kind: 'record', bytes: record, offset, end, findings: [] }
  const finding = withoutTerminator(record.length, isFollowed)
  if (!record.includes(FIELD_END)) return { kind: 'broken', bytes: record, offset, end, finding }
  return { kind: 'record', bytes: withoutTail(record), offset, end, findings: [finding] }
}

/** Line ends, 0x00, 0x1A, a byte order mark; and blanks, where digits follow them: a leader may itself be blank. */
function fillerLength(bytes: Uint8Array, isStart: boolean): number {
  let at = isStart && bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0
  while (isLineFiller(bytes[at])) at++
  let blanks = at
  while (bytes[blanks] === 0x20 || isLineFiller(bytes[blanks])) blanks++
  // A length of five digits and no sixth: the directory after a blank leader begins with twelve of them.
  const isLength = isDigit(bytes[blanks]) && isDigit(bytes[blanks + 4]) && !isDigit(bytes[blanks + 5])
  return isLength ? blanks : at
}

const isLineFiller = (byte: number | undefined): boolean =>
  byte === 0x0a || byte === 0x0d || byte === 0x00 || byte === 0x1a || byte === 0x09

function isBlank(bytes: Uint8Array, from: number): boolean {
  for (let at = from; at < bytes.length; at++) {
    const byte = bytes[at] as number
    if (byte !== 0x20 && byte !== RECORD_END && !isLineFiller(byte)) return false
  }
  return true
}

function withoutTail(bytes: Uint8Array): Uint8Array {
  let end = bytes.length
  while (isLineFiller(bytes[end - 1])) end--
  return bytes.subarray(0, end)
}

const withoutTerminator = (length: number, isFollowed: boolean): Finding => ({
  code: 'MARC_NO_TERMINATOR',
  ...(isFollowed
    ? {
        detail:
          'The next record begins before the record terminator (0x1D) of this one; they were parted there.',
        detailZh: '下一条记录在本条的记录分隔符(0x1D)之前开始；已在该处分开。',
      }
    : {
        detail: 'The file ends without the record terminator (0x1D) of its last record.',
        detailZh: '文件结尾处，最后一条记录缺少记录分隔符(0x1D)。',
      }),
  expected: '0x1D',
  offset: length,
})

const tooLong = (bytes: Uint8Array, offset: number, dropped: number): Piece => ({
  kind: 'broken',
  bytes,
  offset,
  end: offset + bytes.length + dropped,
  finding: {
    code: 'MARC_NO_TERMINATOR',
    detail: `No record terminator (0x1D) within ${bytes.length + dropped} octets; the first ${bytes.length} are kept, reading went on after the next terminator.`,
    detailZh: `${bytes.length + dropped} 字节内没有记录分隔符(0x1D);已保留前 ${bytes.length} 字节，并从下一个分隔符之后继续读取。`,
    expected: '0x1D',
    offset: bytes.length,
  },
})
