import { encodeGb18030 } from './gb18030-encode.js'
import { isDataField, type MarcField, type MarcRecord } from './marc.js'

/**
 * A record as ISO 2709. Lengths, base address and the fixed positions of the leader are worked out anew; the two last
 * positions (MARC 21 `00`, CNMARC `0 `) and leader/09 stay as they are.
 * @throws RangeError when a field or the record is longer than the directory can state (9,999 and 99,999 octets)
 */
export function writeIso2709(record: MarcRecord, encoding: 'utf-8' | 'gb18030'): Uint8Array {
  const encode = encoding === 'gb18030' ? encodeGb18030 : (text: string) => Buffer.from(text, 'utf8')
  const contents = record.fields.map((field) => encode(`${textOf(field)}\x1e`))
  let start = 0
  const entries = contents.map((content, i) => {
    const entry = `${record.fields[i]?.tag}${stated(content.length, 4)}${stated(start, 5)}`
    start += content.length
    return entry
  })
  const base = 24 + 12 * entries.length + 1
  const length = base + start + 1
  const old = record.leader.padEnd(24, ' ')
  const map = `45${old.slice(22, 24) === '  ' ? '00' : old.slice(22, 24)}`
  const leader = `${stated(length, 5)}${old.slice(5, 10)}22${stated(base, 5)}${old.slice(17, 20)}${map}`
  const head = Buffer.from(`${leader}${entries.join('')}\x1e`, 'latin1')
  return Buffer.concat([head, ...contents, Buffer.of(0x1d)])
}

const textOf = (field: MarcField): string =>
  isDataField(field)
    ? field.ind1 + field.ind2 + field.subfields.map(({ code, value }) => `\x1f${code}${value}`).join('')
    : field.value

function stated(value: number, digits: number): string {
  const text = String(value).padStart(digits, '0')
  if (text.length > digits)
    throw new RangeError(`${value} octets do not fit the ${digits} digits of ISO 2709`)
  return text
}
