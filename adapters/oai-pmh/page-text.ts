import { isUtf8 } from 'node:buffer'
import { decodeFields } from '../../standards/formats/encodings.js'
import { xmlEncodingOf } from '../../standards/formats/xml-encoding.js'

/** OAI-PMH 2.0 §3.2 wants UTF-8; what else is declared or shows in the octets is honoured, and said in `note`. */
export function pageText(body: Uint8Array): { text: string; note?: string } {
  const bytes = Buffer.from(body.buffer, body.byteOffset, body.byteLength)
  const declared = xmlEncodingOf(bytes)
  if (declared === 'utf-8' && isUtf8(bytes)) return { text: withoutMark(bytes.toString('utf8')) }
  const { text, encoding } =
    declared === 'utf-8'
      ? decodeFields(bytes, '         a', [])
      : { text: new TextDecoder(declared).decode(bytes), encoding: declared }
  return { text: withoutMark(text), note: noteOf(encoding) }
}

const noteOf = (encoding: string): string =>
  encoding === 'utf-8'
    ? 'Pages hold octets that are not UTF-8; they stand as U+FFFD. Ask the member to mend them.'
    : `Pages came in ${encoding} instead of UTF-8 (OAI-PMH 2.0 §3.2) and were read as such.`

const withoutMark = (text: string): string => text.replace(/^\ufeff/, '')
