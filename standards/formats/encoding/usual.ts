import { isUtf8 } from 'node:buffer'
import { bufferOf, ESCAPE, FIELD_END, RECORD_END } from '../iso2709-bytes.js'
import type { Encoding } from './candidates.js'
import { chooseEncoding } from './choose.js'
import { wordsToJudge } from './sample.js'

const MAX_RECORDS = 200
/** Fewer say nothing beyond what each says of itself. */
const FEWEST = 3

/**
 * What the records of ISO 2709 at the beginning of a file are in, taken together: to be heard for a record that is too
 * short to tell by itself. Undefined when all are UTF-8, or MARC-8 by its escapes. Told from the head alone, it is the
 * same wherever reading begins.
 */
export function usualEncoding(head: Uint8Array): Encoding | undefined {
  const words: Buffer[] = []
  const buffer = bufferOf(head)
  let from = 0
  for (let count = 0; count < MAX_RECORDS; count++) {
    const end = buffer.indexOf(RECORD_END, from)
    if (end === -1) break
    const directoryEnd = buffer.indexOf(FIELD_END, from)
    const data = buffer.subarray(Math.min(directoryEnd, end), end)
    if (!isUtf8(data) && !data.includes(ESCAPE))
      words.push(Buffer.concat([wordsToJudge(data), Buffer.of(FIELD_END)]))
    from = end + 1
  }
  if (words.length < FEWEST) return undefined
  const { encoding } = chooseEncoding(shared(words))
  return encoding === 'utf-8' || encoding === 'utf-8 and windows-1252' ? undefined : encoding
}

/** Some words of many records rather than many words of one. */
function shared(words: Buffer[]): Buffer {
  const each = Math.max(48, Math.floor(768 / words.length))
  return Buffer.concat(words.map((piece) => piece.subarray(0, wholeWords(piece, each))))
}

function wholeWords(piece: Buffer, size: number): number {
  if (piece.length <= size) return piece.length
  const space = Math.max(piece.lastIndexOf(0x20, size), piece.lastIndexOf(FIELD_END, size))
  return space > 0 ? space + 1 : piece.length
}
