import { bufferOf } from '../iso2709-bytes.js'
import type { SplitOptions } from '../iso2709-split.js'
import { MAX_RECORD_BYTES, type Piece } from '../pieces.js'

const [QUOTE, BACKSLASH, OPEN, CLOSE, LINE_FEED] = [0x22, 0x5c, 0x5b, 0x5d, 0x0a]

/**
 * The records of PICA JSON: a record is an array of arrays that begin with a text. They stand one a line, over many
 * lines, or in an array of their own. One that is not closed when a line begins the next is `broken`, and reading goes
 * on there; so is whatever stands between records and is none.
 */
export async function* splitPicaJson(
  chunks: AsyncIterable<Uint8Array>,
  options: SplitOptions = {},
): AsyncGenerator<Piece> {
  const maxBytes = options.maxBytes ?? MAX_RECORD_BYTES
  let held: Buffer = Buffer.alloc(0)
  let position = options.offset ?? 0
  let at = 0
  /** Up to here everything was given, or belongs to nothing. */
  let given = 0
  /** Where the open arrays begin; the innermost is a field once it has a text. */
  let open: number[] = []
  let fieldDepth = 0
  let isText = false

  for await (const chunk of chunks) {
    held = held.length === 0 ? bufferOf(chunk) : Buffer.concat([held, chunk])
    yield* scan(held.length - 2)
    if (held.length - given > maxBytes) yield* giveUp(at)
    release()
  }
  yield* scan(held.length)
  yield* giveUp(held.length)

  /** The opening of a record is looked at as a whole: the last octets wait for the next chunk. */
  function* scan(limit: number): Generator<Piece> {
    for (; at < limit; at++) {
      const byte = held[at] as number
      if (byte === LINE_FEED && held[at + 1] === OPEN && held[at + 2] === OPEN) yield* giveUp(at + 1)
      else if (byte === BACKSLASH && isText) at++
      else if (byte === QUOTE && open.length > 0) text()
      else if (isText) continue
      else if (byte === OPEN) open = open.length < deepest ? [...open, at] : [at]
      else if (byte === CLOSE && open.length > 0) yield* close()
    }
  }

  function text(): void {
    isText = !isText
    if (fieldDepth === 0 && open.length > 1) fieldDepth = open.length
  }

  function begin(): number {
    return open[fieldDepth - 2] ?? 0
  }

  function* close(): Generator<Piece> {
    const from = open.pop() as number
    if (fieldDepth === 0 || open.length !== fieldDepth - 2) return
    const to = at + 1
    yield* told(from, strayText)
    given = to
    fieldDepth = 0
    // Arrays around a record are known now to be none themselves: where they begin does not matter any more.
    open = open.map(() => to)
    const bytes = held.subarray(from, to)
    yield { kind: 'record', bytes, offset: position + from, end: position + to, findings: [] }
  }

  /** What is open will not be closed: the next thing begins at `to`. */
  function* giveUp(to: number): Generator<Piece> {
    const isRecord = fieldDepth > 0
    if (isRecord) yield* told(begin(), strayText)
    yield* told(to, isRecord ? neverClosed : strayText)
    ;[open, fieldDepth, isText] = [[], 0, false]
  }

  /** Tells what was not given up to here, where that is more than what stands between records. */
  function* told(to: number, finding: typeof strayText): Generator<Piece> {
    const from = given
    given = Math.max(from, to)
    const bytes = held.subarray(from, to)
    if (!bytes.every(isFrame))
      yield { kind: 'broken', bytes, offset: position + from, end: position + to, finding }
  }

  function release(): void {
    const gone = Math.min(at, given)
    held = held.subarray(gone)
    position += gone
    at -= gone
    given -= gone
    open = open.map((start) => Math.max(0, start - gone))
  }
}

/** Arrays in each other, of which a record and its fields are two. */
const deepest = 16

/** Blanks, the mark of UTF-8, and what stands between records. */
const frame = new Set(Buffer.from(',[]\xef\xbb\xbf', 'latin1'))
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
