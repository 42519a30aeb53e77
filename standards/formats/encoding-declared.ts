import { type Encoding, isEncoding } from './encoding/candidates.js'
import { FIELD_END } from './iso2709-bytes.js'

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

/** What a record states that bears on its encoding: nothing of it is a proof. */
export interface Statement {
  encoding: Encoding | null
  /** MARC code of its language; '' when it states none. */
  language: string
}

/** From leader/09, 066 and 008/35-37 of MARC 21, from 100$a and 101$a of UNIMARC. */
export function statementOf(data: Buffer, leader: string, tags: string[]): Statement {
  const isUnimarc = flavourOf(tags, leader) === 'cnmarc'
  return {
    encoding: isUnimarc ? unimarcEncoding(data, leader, tags) : marc21Encoding(leader, tags),
    language: languageOf(data, tags, isUnimarc),
  }
}

function marc21Encoding(leader: string, tags: string[]): Encoding | null {
  if (leader[9] === 'a') return 'utf-8'
  return leader[9] === ' ' || tags.includes('066') ? 'marc-8' : null
}

function unimarcEncoding(data: Buffer, leader: string, tags: string[]): Encoding | null {
  if (leader[9] === 'a') return 'utf-8'
  const coded = subfieldA(pieceAt(data, tags.indexOf('100')))
  const codes = [coded.slice(28, 30), coded.slice(26, 28)]
  for (const code of codes) if (unimarcCodes[code]) return unimarcCodes[code]
  return null
}

function languageOf(data: Buffer, tags: string[], isUnimarc: boolean): string {
  const code = isUnimarc
    ? subfieldA(pieceAt(data, tags.indexOf('101'))).slice(0, 3)
    : pieceAt(data, tags.indexOf('008')).slice(35, 38)
  return /^[a-z]{3}$/.test(code) ? code : ''
}

/** A name as it stands in settings and changes; undefined for one that nobody knows. */
export const encodingNamed = (name: string | undefined): Encoding | undefined =>
  name !== undefined && isEncoding(name) ? name : undefined

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
