import { bufferOf } from '../iso2709-bytes.js'
import type { SplitOptions } from '../iso2709-split.js'
import { MAX_RECORD_BYTES, type Piece } from '../pieces.js'

const [QUOTE, BACKSLASH, OPEN, CLOSE, LINE_FEED] = [0x22, 0x5c, 0x5b, 0x5d, 0x0a]

/**
 * The records of PICA JSON: a record is an array of arrays that begin with a text. They stand one a line, over many
 * lines, or in an array of their own. One that is not closed when a line begins the next is `broken`, and reading goes
 * on there; so is text that stands in no array.
 */
export async function* splitPicaJson(
  chunks: AsyncIterable<Uint8Array>,
  options: SplitOptions = {},
): AsyncGenerator<Piece> {
  const maxBytes = options.maxBytes ?? MAX_RECORD_BYTES
  let held: Buffer = Buffer.alloc(0)
  let position = options.offset ?? 0
  let at = 0
  /** Where the open arrays begin; the innermost is a field once it has a text. */
  let open: number[] = []
  let fieldDepth = 0
  let isText = false
  let stray = -1

  for await (const chunk of chunks) {
    held = held.length === 0 ? bufferOf(chunk) : Buffer.concat([held, chunk])
    yield* scan(held.length - 2)
    if (open.length > 0 && held.length - (open[0] as number) > maxBytes && fieldDepth > 0)
      yield broken(begin(), held.length, neverClosed)
    release()
  }
  yield* scan(held.length)
  if (fieldDepth > 0) yield broken(begin(), held.length, neverClosed)
  if (stray !== -1) yield broken(stray, held.length, strayText)

  /** The opening of a record is looked at as a whole: the last octets wait for the next chunk. */
  function* scan(limit: number): Generator<Piece> {
    for (; at < limit; at++) {
      const byte = held[at] as number
      if (byte === LINE_FEED && fieldDepth > 0 && held[at + 1] === OPEN && held[at + 2] === OPEN)
        yield broken(begin(), at + 1, neverClosed)
      else if (byte === BACKSLASH && isText) at++
      else if (byte === QUOTE && open.length > 0) text()
      else if (isText) continue
      else if (byte === OPEN) {
        if (stray !== -1) yield broken(stray, at, strayText)
        open.push(at)
      } else if (byte === CLOSE && open.length > 0) {
        const start = open.pop() as number
        if (fieldDepth > 0 && open.length === fieldDepth - 2) yield record(start, at + 1)
      } else if (open.length === 0 && stray === -1 && !isFrame(byte)) stray = at
    }
  }

  function text(): void {
    isText = !isText
    if (fieldDepth === 0 && open.length > 1) fieldDepth = open.length
  }

  function begin(): number {
    return open[fieldDepth - 2] ?? 0
  }

  /** Arrays around a record are known now to be none themselves: where they begin does not matter any more. */
  function record(from: number, to: number): Piece {
    fieldDepth = 0
    open = open.map(() => to)
    const bytes = held.subarray(from, to)
    return { kind: 'record', bytes, offset: position + from, end: position + to, findings: [] }
  }

  function broken(from: number, to: number, finding: typeof strayText): Piece {
    ;[open, fieldDepth, isText, stray] = [[], 0, false, -1]
    const bytes = held.subarray(from, to)
    return { kind: 'broken', bytes, offset: position + from, end: position + to, finding }
  }

  /** What lies before the open record is done with. Until a field shows which it is, one of the last two may be it. */
  function release(): void {
    const record = fieldDepth > 0 ? begin() : (open.at(-2) ?? open[0] ?? at)
    const keep = Math.min(at, record, stray === -1 ? at : stray)
    held = held.subarray(keep)
    position += keep
    at -= keep
    open = open.map((start) => Math.max(0, start - keep))
    if (stray !== -1) stray -= keep
  }
}

/** Blanks, the mark of UTF-8, and what stands between records. */
const frame = new Set(Buffer.from(',]\xef\xbb\xbf', 'latin1'))
const isFrame = (byte: number): boolean => byte <= 0x20 || frame.has(byte)

const neverClosed = {
  code: 'JSON_INVALID',
  detail: 'The JSON array of this record is never closed; reading went on at the next record.',
  detailZh: '这条记录的 JSON 数组没有结束；已从下一条记录继续读取。',
}

const strayText = {
  code: 'JSON_INVALID',
  detail: 'This text stands in no JSON array; reading went on at the next one.',
  detailZh: '这段文字不在任何 JSON 数组之内；已从下一个数组继续读取。',
}
