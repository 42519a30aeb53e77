import { isUtf8 } from 'node:buffer'
import { decoderFor } from '../../standards/formats/encoding/decoder.js'
import { decodeFields } from '../../standards/formats/encodings.js'
import { xmlEncodingOf } from '../../standards/formats/xml-encoding.js'

/** OAI-PMH 2.0 §3.2 wants UTF-8; what else is declared or shows in the octets is honoured, and said in `note`. */
export function pageText(body: Uint8Array): { text: string; note?: string } {
  const bytes = Buffer.from(body.buffer, body.byteOffset, body.byteLength)
  const declared = xmlEncodingOf(bytes)
  if (declared === 'utf-8' && isUtf8(bytes)) return { text: withoutMark(bytes.toString('utf8')) }
  if (isUtf8InDisguise(bytes, declared))
    return {
      text: withoutMark(bytes.toString('utf8')),
      note: `Pages declare ${declared}, and are UTF-8; they were read as such. Ask the member to mend the declaration.`,
    }
  const { text, encoding } =
    declared === 'utf-8'
      ? decodeFields(bytes, '         a', [])
      : { text: decoderFor(declared).decode(bytes), encoding: declared }
  return { text: withoutMark(text), note: noteOf(encoding) }
}

/**
 * Octets of another encoding are UTF-8 by chance only where there are few of them; in Chinese encodings two at a time
 * may be (联通 in GBK), three hardly ever.
 */
function isUtf8InDisguise(bytes: Buffer, declared: string): boolean {
  if (declared.startsWith('utf-') || !isUtf8(bytes)) return false
  const isWide = /^(gb|big5|euc|shift|iso-2022)/.test(declared)
  return bytes.some((octet) => (isWide ? octet >= 0xe0 && octet <= 0xf4 : octet >= 0xc2))
}

const noteOf = (encoding: string): string =>
  encoding === 'utf-8'
    ? 'Pages hold octets that are not UTF-8; they stand as U+FFFD. Ask the member to mend them.'
    : `Pages came in ${encoding} instead of UTF-8 (OAI-PMH 2.0 §3.2) and were read as such.`

const withoutMark = (text: string): string => text.replace(/^\ufeff/, '')
