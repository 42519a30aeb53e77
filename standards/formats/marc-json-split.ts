import { bufferOf } from './iso2709-bytes.js'
import type { SplitOptions } from './iso2709-split.js'
import { MAX_RECORD_BYTES, type Piece } from './pieces.js'

const QUOTE = 0x22
const BACKSLASH = 0x5c

/**
 * The outermost objects of a stream of JSON: one object, an array of them, one a line, or a list in an object. An object
 * that is not closed when a line begins the next record is `broken`, and reading goes on there; so is text that stands
 * in no object. `head` is the file's first octets, where reading begins in the middle of it.
 */
export async function* splitMarcJson(
  chunks: AsyncIterable<Uint8Array>,
  options: SplitOptions & { head?: Uint8Array } = {},
): AsyncGenerator<Piece> {
  const maxBytes = options.maxBytes ?? MAX_RECORD_BYTES
  let held: Buffer = Buffer.alloc(0)
  let position = options.offset ?? 0
  let at = 0
  let start = -1
  let depth = 0
  let isText = false
  /** Where text outside of every object begins; -1 when there is none. */
  let stray = -1
  /** The records stand in a list of an object: what else that says is no record. */
  let isWrapped = options.head !== undefined && holdsList.test(bufferOf(options.head).toString('latin1'))

  for await (const chunk of chunks) {
    held = held.length === 0 ? bufferOf(chunk) : Buffer.concat([held, chunk])
    yield* scan(false)
    if (start !== -1 && held.length - start > maxBytes) yield cut(held.length)
    if (stray !== -1 && at - stray > maxBytes) yield outside(at)
    release()
  }
  yield* scan(true)
  if (start !== -1) yield cut(held.length)
  if (stray !== -1) yield outside(held.length)

  function* scan(isEnd: boolean): Generator<Piece> {
    // A record's opening is looked at as a whole, so the last octets wait for the next chunk.
    const limit = isEnd ? held.length : held.length - 10
    while (at < limit) {
      const byte = held[at] as number
      if (start === -1 && stray === -1 && !isWrapped && !isFrame(byte)) stray = at
      if (byte === 0x7b && stray !== -1) yield outside(at)
      if (byte === 0x0a && start !== -1 && beginsRecord(held, at + 1)) yield cut(at + 1)
      else if (byte === 0x0a) isText = false
      else if (byte === BACKSLASH && isText) at++
      else if (byte === QUOTE) isText = start !== -1 && !isText
      else if (byte === 0x7b && !isText) open()
      else if (byte === 0x5b && !isText && depth === 1 && opensList(held, at)) enterList()
      else if (byte === 0x7d && !isText && start !== -1 && --depth === 0) yield whole(at + 1)
      at++
    }
  }

  function open(): void {
    if (start === -1) start = at
    depth++
  }

  function whole(to: number): Piece {
    const piece = { bytes: held.subarray(start, to), offset: position + start, end: position + to }
    close()
    return { kind: 'record', ...piece, findings: [] }
  }

  function cut(to: number): Piece {
    const piece = { bytes: held.subarray(start, to), offset: position + start, end: position + to }
    close()
    return {
      kind: 'broken',
      ...piece,
      finding: {
        code: 'JSON_INVALID',
        detail: 'The JSON object of this record is never closed; reading went on at the next record.',
        detailZh: '这条记录的 JSON 对象没有结束；已从下一条记录继续读取。',
      },
    }
  }

  function outside(to: number): Piece {
    const piece = { bytes: held.subarray(stray, to), offset: position + stray, end: position + to }
    stray = -1
    return { kind: 'broken', ...piece, finding: strayText }
  }

  function enterList(): void {
    isWrapped = true
    close()
  }

  function close(): void {
    start = -1
    depth = 0
    isText = false
  }

  function release(): void {
    const open = start === -1 ? stray : start
    const keep = open === -1 ? Math.min(at, held.length) : open
    held = held.subarray(keep)
    position += keep
    at -= keep
    if (start !== -1) start = 0
    if (stray !== -1) stray = 0
  }
}

/** Blanks, controls (RFC 7464 parts records by 0x1E), the mark of UTF-8, and what JSON itself has between objects. */
const frame = new Set(Buffer.from('[]{},\xef\xbb\xbf', 'latin1'))
const isFrame = (byte: number): boolean => byte <= 0x20 || frame.has(byte)

const strayText = {
  code: 'JSON_INVALID',
  detail: 'This text stands in no JSON object; reading went on at the next one.',
  detailZh: '这段文字不在任何 JSON 对象之内；已从下一个对象继续读取。',
}

const lists = '"(?:records|library|collection|items|results|docs)"\\s*:\\s*'
const holdsList = new RegExp(`${lists}\\[`)
const beforeList = new RegExp(`${lists}$`)

/** An object around a list of records is none itself: its list is gone through, and what else it says passed over. */
const opensList = (bytes: Buffer, at: number): boolean =>
  beforeList.test(bytes.toString('latin1', Math.max(0, at - 60), at))

const openings = ['{"leader"', '{"fields"']

const beginsRecord = (bytes: Buffer, at: number): boolean =>
  openings.includes(bytes.toString('latin1', at, at + 9))
