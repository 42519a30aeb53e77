import { ansel } from './ansel.js'
import { eacc } from './eacc.js'
import { marc8Sets } from './marc8-sets.js'

/** A graphic set of ISO 2022 that an escape sequence can put to work. */
export interface GraphicSet {
  /** Final byte of its escape sequence, `$` before it for the sets of ISO-IR. */
  name: string
  /** Octets a character. */
  width: 1 | 2 | 3
  isKnown: boolean
  /** What octets with their high bit off stand for: '' for nothing, undefined when the set lacks them. */
  at(first: number, second: number, third: number): string | undefined
}

const table = (name: string, rows: readonly string[]): GraphicSet => ({
  name,
  width: 1,
  isKnown: true,
  at: (octet) => {
    const character = rows[(octet - 0x20) >> 4]?.[octet & 15]
    return character === ' ' ? undefined : character
  },
})

export const ascii: GraphicSet = {
  name: 'B',
  width: 1,
  isKnown: true,
  at: (octet) => String.fromCharCode(octet),
}

const latin = table('E', ansel)
/** EC and FB are the second halves of the double marks EB and FA. */
export const latinExtended: GraphicSet = {
  ...latin,
  at: (octet, second, third) =>
    octet === 0x6c ? '\ufe21' : octet === 0x7b ? '\ufe23' : latin.at(octet, second, third),
}

const EACC_SIDE = 96

/** Unpacked when the first East Asian character comes, and not before. */
let eaccTable: Map<number, string> | null = null

const eastAsian: GraphicSet = {
  name: '1',
  width: 3,
  isKnown: true,
  at: (first, second, third) => {
    eaccTable ??= unpackEacc()
    return eaccTable.get((first << 16) | (second << 8) | third)
  },
}

/** Punctuation that lies outside of the square. */
const eaccPunctuation: [number, string][] = [
  [0x7f2014, '—'],
  [0x7f2019, '’'],
  [0x7f2020, '”'],
  [0x7f2122, '™'],
]

function unpackEacc(): Map<number, string> {
  const unpacked = new Map(eaccPunctuation)
  for (const [lead, rows] of Object.entries(eacc)) {
    let place = -1
    for (const [piece] of rows.join('').matchAll(/\d+|[^\d]/gu)) {
      const isGap = /^\d/.test(piece)
      place += isGap ? Number(piece) : 1
      const octets = ((0x20 + Math.floor(place / EACC_SIDE)) << 8) | (0x20 + (place % EACC_SIDE))
      if (!isGap) unpacked.set((Number(lead) << 16) | octets, piece)
    }
  }
  return unpacked
}

/** GB 2312, JIS X 0208 and KS X 1001 (ISO-IR 58, 42, 87 and 149): their EUC forms set the high bits, and are known. */
function ofEuc(name: string, label: string): GraphicSet {
  const decoder = new TextDecoder(label)
  return {
    name,
    width: 2,
    isKnown: true,
    at: (first, second) => {
      const character = decoder.decode(Uint8Array.of(first | 0x80, second | 0x80))
      return character.length === 1 && character !== '\ufffd' ? character : undefined
    },
  }
}

/** MARC 21 Specifications, Character Sets, and ISO-IR: the final bytes of the escape sequences. */
const sets = new Map<string, GraphicSet>(
  [
    ascii,
    { ...ascii, name: 's' },
    latinExtended,
    table('N', marc8Sets.cyrillic),
    table('Q', marc8Sets.cyrillicExtended),
    table('S', marc8Sets.greek),
    table('2', marc8Sets.hebrew),
    table('3', marc8Sets.arabic),
    table('4', marc8Sets.arabicExtended),
    table('b', marc8Sets.subscripts),
    table('p', marc8Sets.superscripts),
    table('g', marc8Sets.greekSymbols),
    eastAsian,
    { ...eastAsian, name: '$1' },
    ofEuc('$A', 'gb18030'),
    ofEuc('$@', 'euc-jp'),
    ofEuc('$B', 'euc-jp'),
    ofEuc('$C', 'euc-kr'),
  ].map((set) => [set.name, set]),
)

/** A set without a table here has one octet a character, and none of them is known. */
export const setOf = (name: string): GraphicSet =>
  sets.get(name) ?? { name, width: 1, isKnown: false, at: () => undefined }
