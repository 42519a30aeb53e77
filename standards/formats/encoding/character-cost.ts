import { commonHangul, hanFrequency } from './han-frequency.js'
import {
  arabicLetters,
  cyrillicLetters,
  greekLetters,
  hebrewLetters,
  latinLanguages,
} from './letter-frequency.js'

/** What a character is, as far as its neighbours in a word depend on it. */
export const kinds = {
  space: 0,
  /** Of East Asian text, as wide as its characters. */
  widePunctuation: 1,
  /** And digits. */
  punctuation: 2,
  latinSmall: 3,
  latinCapital: 4,
  cyrillicSmall: 5,
  cyrillicCapital: 6,
  greekSmall: 7,
  greekCapital: 8,
  hebrew: 9,
  arabic: 10,
  han: 11,
  kana: 12,
  hangul: 13,
  symbol: 14,
  stray: 15,
} as const

const KINDS = 16

/** Surprise, in nats (minus the natural logarithm of a probability). */
export interface CharacterCosts {
  /** By UTF-16 code unit. */
  kind: Uint8Array
  cost: Float32Array
  /** Row in `latin` of a letter whose cost depends on the language; -1 for all others. */
  row: Int16Array
  latin: Float32Array
  /** Of each row the least. */
  least: Float32Array
  languages: string[]
  /** From the kind of one character to that of the next. */
  transition: Float32Array
}

const CAPITAL = 2.4
/** A Latin letter in a language that does not write it: a name, a quotation. */
const FOREIGN = 9.5

/** Made when the first text comes whose encoding is not plain; some milliseconds, half a megabyte. */
let made: CharacterCosts | null = null

export function characterCosts(): CharacterCosts {
  made ??= make()
  return made
}

function make(): CharacterCosts {
  const languages = Object.keys(latinLanguages)
  const costs: CharacterCosts = {
    kind: new Uint8Array(0x10000).fill(kinds.stray),
    cost: new Float32Array(0x10000).fill(15),
    row: new Int16Array(0x10000).fill(-1),
    latin: new Float32Array(0),
    least: new Float32Array(0),
    languages,
    transition: transitions(),
  }
  addSigns(costs)
  addAscii(costs)
  addHan(costs)
  addScript(costs, cyrillicLetters, kinds.cyrillicSmall, kinds.cyrillicCapital)
  addScript(costs, greekLetters, kinds.greekSmall, kinds.greekCapital)
  addScript(costs, hebrewLetters, kinds.hebrew, kinds.hebrew)
  addScript(costs, arabicLetters, kinds.arabic, kinds.arabic)
  addLatin(costs, languages)
  return costs
}

function fill(costs: CharacterCosts, from: number, to: number, kind: number, cost: number): void {
  costs.kind.fill(kind, from, to + 1)
  costs.cost.fill(cost, from, to + 1)
}

function each(costs: CharacterCosts, text: string, kind: number, cost: number): void {
  for (const character of text) {
    const unit = character.charCodeAt(0)
    fill(costs, unit, unit, kind, cost)
  }
}

function addSigns(costs: CharacterCosts): void {
  fill(costs, 0xa1, 0xbf, kinds.symbol, 10)
  fill(costs, 0x2000, 0x2bff, kinds.symbol, 11)
  each(costs, '«»„“”‘–—…·', kinds.symbol, 5)
  each(costs, '°', kinds.symbol, 4.5)
  each(costs, '’', kinds.punctuation, 6)
  each(costs, '\u00a0', kinds.space, 8)
  // ISO 6630: around an article that is passed over in filing.
  each(costs, '\u0088\u0089\u0098\u009c', kinds.space, 3)
  each(costs, '§£€®±²³½¼№¿¡', kinds.symbol, 7.5)
  each(costs, '©', kinds.symbol, 5.5)
  fill(costs, 0x3000, 0x303f, kinds.widePunctuation, 9)
  fill(costs, 0xff01, 0xff5e, kinds.widePunctuation, 8)
  each(costs, '、。《》〈〉「」『』【】（），：；！？・ー〇　', kinds.widePunctuation, 5)
}

function addAscii({ kind, cost }: CharacterCosts): void {
  for (let unit = 0; unit < 0x80; unit++) {
    const character = String.fromCharCode(unit)
    if (unit <= 0x20) [kind[unit], cost[unit]] = [kinds.space, 2]
    else if (/\d/.test(character)) [kind[unit], cost[unit]] = [kinds.punctuation, 3]
    else if (/[a-z]/.test(character)) [kind[unit], cost[unit]] = [kinds.latinSmall, 3]
    else if (/[A-Z]/.test(character)) [kind[unit], cost[unit]] = [kinds.latinCapital, 4.5]
    else if (unit < 0x7f) [kind[unit], cost[unit]] = [kinds.punctuation, 3.5]
    if ('$#@^`|~'.includes(character)) [kind[unit], cost[unit]] = [kinds.symbol, 8]
  }
}

/** The first levels of GB 2312, Big5 and JIS X 0208 hold what is in use, their second levels what is rare. */
function addHan(costs: CharacterCosts): void {
  fill(costs, 0x3400, 0x4dbf, kinds.han, 14)
  fill(costs, 0x4e00, 0x9fff, kinds.han, 13)
  fill(costs, 0xf900, 0xfaff, kinds.han, 13)
  fill(costs, 0xac00, 0xd7a3, kinds.hangul, 12)
  fill(costs, 0x3041, 0x30fe, kinds.kana, 4.6)
  fill(costs, 0xff61, 0xff9f, kinds.kana, 7.5)
  each(costs, block('gb18030', 0xd8, 0xf7), kinds.han, 11)
  each(costs, block('euc-kr', 0xca, 0xfd), kinds.han, 11)
  each(costs, block('euc-jp', 0xb0, 0xcf), kinds.han, 9)
  each(costs, block('gb18030', 0xb0, 0xd7), kinds.han, 8.6)
  each(costs, block('big5', 0xa4, 0xc6), kinds.han, 8.6)
  each(costs, hanFrequency.frequent, kinds.han, 6.9)
  each(costs, hanFrequency.common, kinds.han, 5.6)
  each(costs, block('euc-kr', 0xb0, 0xc8), kinds.hangul, 7.8)
  each(costs, commonHangul, kinds.hangul, 5.2)
}

/** The characters of a two-octet set with these lead octets. */
function block(encoding: string, first: number, last: number): string {
  const octets: number[] = []
  for (let lead = first; lead <= last; lead++)
    for (let trail = encoding === 'big5' ? 0x40 : 0xa1; trail <= 0xfe; trail++)
      if (trail < 0x7f || trail > 0xa0) octets.push(lead, trail)
  return new TextDecoder(encoding).decode(Uint8Array.from(octets)).replaceAll('\ufffd', '')
}

function addScript(costs: CharacterCosts, letters: string, small: number, capital: number): void {
  for (const [letter, cost] of lettersOf(letters)) {
    each(costs, letter, small, cost)
    if (letter.toUpperCase() !== letter)
      each(costs, letter.toUpperCase().slice(0, 1), capital, cost + CAPITAL)
  }
}

const lettersOf = (list: string): [string, number][] =>
  list.split(' ').map((item) => {
    const letter = [...item][0] as string
    return [letter, -Math.log(Number(item.slice(letter.length)) / 100)]
  })

function addLatin(costs: CharacterCosts, languages: string[]): void {
  for (const [from, to, cost] of [
    [0xc0, 0x24f, FOREIGN],
    [0x1e00, 0x1eff, FOREIGN + 1],
  ] as const)
    for (let unit = from; unit <= to; unit++) addForeign(costs, unit, cost)
  fill(costs, 0x300, 0x36f, kinds.latinSmall, 11)
  each(costs, '×÷', kinds.symbol, 10)
  const rows: number[][] = []
  for (const [index, language] of languages.entries())
    for (const [letter, cost] of lettersOf(latinLanguages[language]?.letters ?? '')) {
      put(costs, rows, letter, index, cost)
      if (letter.toUpperCase() !== letter && letter.toUpperCase().length === 1)
        put(costs, rows, letter.toUpperCase(), index, cost + CAPITAL)
    }
  costs.latin = Float32Array.from(rows.flat())
  costs.least = Float32Array.from(rows, (row) => Math.min(...row))
}

function addForeign(costs: CharacterCosts, unit: number, cost: number): void {
  const letter = String.fromCharCode(unit)
  const isCapital = letter.toLowerCase() !== letter
  fill(costs, unit, unit, isCapital ? kinds.latinCapital : kinds.latinSmall, cost + (isCapital ? CAPITAL : 0))
}

function put(costs: CharacterCosts, rows: number[][], letter: string, language: number, cost: number): void {
  const unit = letter.charCodeAt(0)
  const isMark = unit >= 0x2b0 && unit <= 0x36f
  if (costs.row[unit] === -1) {
    const foreign = isMark ? 12 : (costs.cost[unit] as number)
    costs.row[unit] = rows.push(costs.languages.map(() => foreign)) - 1
    if (isMark) costs.kind[unit] = kinds.latinSmall
  }
  const row = rows[costs.row[unit] as number] as number[]
  row[language] = cost
}

function transitions(): Float32Array {
  const table = new Float32Array(KINDS * KINDS)
  const script = [0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 5, 6, 6, 7, 0, 8]
  const isCapital = (kind: number) => kind >= kinds.latinSmall && kind <= kinds.greekCapital && kind % 2 === 0
  for (let from = 0; from < KINDS; from++)
    for (let to = 0; to < KINDS; to++) {
      const [a, b] = [script[from] as number, script[to] as number]
      const isWord = a > 0 && b > 0
      let cost = 0
      if (isWord && a !== b) cost = isMixed(a, b) ? 4 : 6
      else if (isWord && isCapital(to)) cost = isCapital(from) ? 0.8 : from < kinds.hebrew ? 4 : 0
      else if ((from === kinds.symbol && b > 0) || (to === kinds.symbol && a > 0)) cost = 3
      else if ((from === kinds.widePunctuation && b === 1) || (to === kinds.widePunctuation && a === 1))
        cost = 3
      table[from * KINDS + to] = cost
    }
  return table
}

/** Latin letters stand beside East Asian ones, and Hangul beside Han; no word mixes others. */
const isMixed = (a: number, b: number): boolean =>
  (Math.min(a, b) === 1 && Math.max(a, b) >= 6) || (Math.min(a, b) === 6 && Math.max(a, b) === 7)
