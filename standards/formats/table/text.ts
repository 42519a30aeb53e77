import { isUtf8 } from 'node:buffer'
import type { Encoding } from '../encoding/candidates.js'
import { chooseEncoding } from '../encoding/choose.js'

export interface ListText {
  /** In an encoding whose tabs, commas, quotes and line ends are those of ASCII: rows are cut on bytes. */
  bytes: Buffer
  encoding: Encoding
  /** What a person should know of it. */
  note?: string
}

/** UTF-16 is made UTF-8; the rest stays as it is, so that an offset is one of the file. */
export function readText(raw: Buffer): ListText {
  const utf16 = utf16Of(raw)
  if (utf16)
    return {
      bytes: Buffer.from(new TextDecoder(utf16).decode(raw)),
      encoding: 'utf-8',
      note: `read as ${utf16}`,
    }
  if (raw[0] === 0xef && raw[1] === 0xbb && raw[2] === 0xbf) return withoutMark(raw)
  if (isUtf8(raw)) return { bytes: raw, encoding: 'utf-8' }
  const { encoding } = chooseEncoding(raw)
  const note = encoding === 'utf-8' ? 'some bytes are no UTF-8' : `read as ${encoding}`
  return { bytes: raw, encoding, note }
}

/** The mark's three bytes become blanks, which the reader of cells trims: offsets stay true. */
function withoutMark(raw: Buffer): ListText {
  const bytes = Buffer.from(raw)
  bytes.fill(0x20, 0, 3)
  return { bytes, encoding: isUtf8(bytes) ? 'utf-8' : 'windows-1252' }
}

/** A byte order mark, or every other byte zero. */
export function utf16Of(raw: Buffer): 'utf-16le' | 'utf-16be' | undefined {
  if (raw[0] === 0xff && raw[1] === 0xfe) return 'utf-16le'
  if (raw[0] === 0xfe && raw[1] === 0xff) return 'utf-16be'
  const head = raw.subarray(0, 200)
  const zeros = (from: number): number => head.filter((byte, at) => byte === 0 && at % 2 === from).length
  if (zeros(1) > head.length / 3) return 'utf-16le'
  return zeros(0) > head.length / 3 ? 'utf-16be' : undefined
}
