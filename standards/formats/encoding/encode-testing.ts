import { ansel } from '../ansel.js'
import { iso5426 } from '../iso5426.js'
import { marc8Sets } from '../marc8-sets.js'
import { decodeAs, type Encoding } from './candidates.js'

const tables = new Map<Encoding, Map<string, number[]>>()

/** Text in an encoding, by the reverse of its decoder; null when the encoding lacks one of the characters. */
export function encodeText(text: string, encoding: Encoding): Buffer | null {
  if (encoding === 'utf-8') return Buffer.from(text, 'utf8')
  if (encoding === 'marc-8') return withMarks(text, marc8Octets)
  if (encoding === 'iso-5426') return withMarks(text, (character) => latinOctets(iso5426, character))
  const table = tables.get(encoding) ?? reverse(encoding)
  tables.set(encoding, table)
  return joined([...text].map((character) => table.get(character) ?? ascii(character)))
}

const joined = (octets: (number[] | null)[]): Buffer | null =>
  octets.includes(null) ? null : Buffer.from((octets as number[][]).flat())

const ascii = (character: string): number[] | null => (character < '\x80' ? [character.charCodeAt(0)] : null)

function reverse(encoding: Encoding): Map<string, number[]> {
  const table = new Map<string, number[]>()
  const note = (...octets: number[]) => {
    const text = decodeAs(encoding, Buffer.from(octets))
    if ([...text].length === 1 && text !== '\ufffd' && !table.has(text)) table.set(text, octets)
  }
  for (let octet = 0x80; octet <= 0xff; octet++) note(octet)
  if (/gb|big5|euc|shift/.test(encoding))
    for (let lead = 0x81; lead <= 0xfe; lead++)
      for (let trail = 0x40; trail <= 0xfe; trail++) note(lead, trail)
  return table
}

/** In MARC-8 and ISO 5426 marks come before their letter. */
function withMarks(text: string, octetsOf: (character: string) => number[] | null): Buffer | null {
  const clusters = text.normalize('NFD').match(/[^\p{M}]\p{M}*/gu) ?? []
  return joined(
    clusters.flatMap((cluster) => {
      const whole = octetsOf(cluster.normalize('NFC'))
      if (whole) return [whole]
      const [letter = '', ...marks] = cluster
      return [...marks.map(octetsOf), octetsOf(letter)]
    }),
  )
}

function latinOctets(rows: readonly string[], character: string): number[] | null {
  const place = rows.join('').indexOf(character)
  return character < '\x80' ? ascii(character) : place < 0 || character === ' ' ? null : [0xa0 + place]
}

function marc8Octets(character: string): number[] | null {
  const latin = latinOctets(ansel, character)
  if (latin) return latin
  for (const [set, final] of [
    [marc8Sets.cyrillic, 'N'],
    [marc8Sets.hebrew, '2'],
  ] as const) {
    const place = set.join('').indexOf(character)
    if (place >= 0) return [...Buffer.from(`\x1b(${final}`), 0x20 + place, ...Buffer.from('\x1b(B')]
  }
  return null
}
