import { FIELD_END } from './iso2709-bytes.js'

export type Encoding =
  | 'utf-8'
  | 'gb18030'
  | 'marc-8'
  | 'iso-5426'
  | 'windows-1252'
  | 'windows-1251'
  | 'ibm866'
  | 'koi8-r'

export type Flavour = 'marc21' | 'cnmarc'

/** MARC 21 or the UNIMARC family (CNMARC), told from the title field, else from fields that only one of them has. */
export function flavourOf(tags: Iterable<string>, leader: string): Flavour | null {
  const has = new Set(tags)
  if (has.has('245')) return 'marc21'
  if (has.has('200')) return 'cnmarc'
  if (['040', '150', '151', '155', '852', '264', '260', '008'].some((tag) => has.has(tag))) return 'marc21'
  if (['801', '690', '905', '210', '101', '152'].some((tag) => has.has(tag))) return 'cnmarc'
  return leader.slice(20, 24) === '4500' && has.size > 0 ? 'marc21' : null
}

/**
 * UNIMARC 100$a/26-29: two codes of two characters. 50 is Unicode, 01 and 03 ISO 646 and ISO 5426; CNMARC writes 20
 * for GB 2312, RUSMARC 79, 89 and 99 for its code pages.
 */
const unimarcCodes: Record<string, Encoding> = {
  '50': 'utf-8',
  '20': 'gb18030',
  '03': 'iso-5426',
  '79': 'ibm866',
  '89': 'windows-1251',
  '99': 'koi8-r',
}

/** What the record says its encoding is, or null when it says nothing. A statement, not a proof. */
export function declaredEncoding(data: Buffer, leader: string, tags: string[]): Encoding | null {
  if (leader[9] === 'a') return 'utf-8'
  if (flavourOf(tags, leader) !== 'cnmarc') return leader[9] === ' ' ? 'marc-8' : null
  const coded = subfieldA(pieceAt(data, tags.indexOf('100')))
  const codes = [coded.slice(28, 30), coded.slice(26, 28)]
  for (const code of codes) if (unimarcCodes[code]) return unimarcCodes[code]
  return null
}

function pieceAt(data: Buffer, index: number): string {
  if (index < 0) return ''
  let from = 0
  for (let i = 0; i < index; i++) {
    const end = data.indexOf(FIELD_END, from)
    if (end === -1) return ''
    from = end + 1
  }
  const end = data.indexOf(FIELD_END, from)
  return data.toString('latin1', from, Math.min(end === -1 ? data.length : end, from + 200))
}

const subfieldA = (field: string): string =>
  field
    .split('\x1f')
    .find((piece) => piece.startsWith('a'))
    ?.slice(1) ?? ''
