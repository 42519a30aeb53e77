import { constants, gunzipSync } from 'node:zlib'
import { guessIso2709, reasonOf } from './detect-iso2709.js'
import { guessTable } from './detect-table.js'
import { guessText } from './detect-text.js'
import { guessXml } from './detect-xml.js'
import { decoderFor } from './encoding/decoder.js'
import { flavourOf } from './encoding-declared.js'
import type { Guess } from './guess.js'
import { utf16Of } from './table/text.js'
import { xmlEncodingOf } from './xml-encoding.js'

/**
 * What a file is, from its first octets (64 KiB are plenty) and, where those leave a choice, its name. Null when
 * nothing speaks for any format.
 */
export function guessFormat(head: Uint8Array, fileName: string): Guess | null {
  const bytes = inUtf8(unpackedHead(head))
  const text = decoderFor(xmlEncodingOf(bytes)).decode(bytes)
  const first = text.trimStart()[0]
  if (first === '<') return guessXml(text)
  if (first === '{' || first === '[') return guessJson(text) ?? guessText(bytes)
  return guessText(bytes) ?? guessIso2709(bytes) ?? guessTable(bytes, fileName)
}

/** The beginning of what a gzipped file holds; of others as it is. */
export function unpackedHead(head: Uint8Array): Uint8Array {
  if (head[0] !== 0x1f || head[1] !== 0x8b) return head
  try {
    return gunzipSync(head, {
      maxOutputLength: 64 * 1024 * 1024,
      finishFlush: constants.Z_SYNC_FLUSH,
    }).subarray(0, 65_536)
  } catch {
    return head
  }
}

/** The beginning of what is in UTF-16; of others as it is. */
export function inUtf8(head: Uint8Array): Uint8Array {
  const utf16 = utf16Of(Buffer.from(head.buffer, head.byteOffset, head.length))
  return utf16 ? Buffer.from(new TextDecoder(utf16).decode(head)) : head
}

/** PICA JSON is arrays of arrays; what names a leader or fields is MARC, in one of its shapes. */
function guessJson(text: string): Guess | null {
  if (/^\s*\[\s*\[\s*(?:\[\s*)?"[012]\d\d[A-Z@]"/.test(text))
    return { format: 'pica', carrier: 'pica-json', reason: 'arrays that begin with tags of PICA+' }
  const tags = [...text.matchAll(/"(\d{3})"/g)].map((match) => match[1] as string)
  const leader = /(?:leader|"000|"LDR)"?\s*[:,]\s*\[?\s*"?([^<"]{24})/i.exec(text)?.[1] ?? ''
  const isMarc = /"(?:fields|f|leader|controlfield|record|000|unimarc|fieldNum)"\s*:/.test(text)
  const format = isMarc && tags.length > 0 ? flavourOf(tags, leader) : null
  return format && { format, carrier: 'json', reason: reasonOf(new Set(tags), format) }
}
