import { foldHan, foldWord } from './characters.js'
import { cutPlain } from './plain-cut.js'
import { foldDigits, foldNumber, standardNumber } from './standard-numbers.js'

/**
 * What makes a text findable, and the only place that says so: documents and queries are folded by the same
 * rules, so two spellings are one when they fold to the same tokens.
 *
 *   1. Compatibility forms (NFKC): full and half width, ligatures, ①.
 *   2. Case, and the marks on Latin letters: Ünïcode → unicode. й and が keep theirs; ё is е, and Arabic is without vowel signs, with
 *      one alif, one yāʾ, and hāʾ for tāʾ marbūṭa, as readers type it.
 *   3. Traditional Chinese → simplified.
 *   4. A character of Han, Hangul or kana is a token, since words stand there without blanks; so is a run of letters of one script, and a
 *      run of digits: HTML5 is html 5.
 *   5. ISBN and ISSN are one token however they are hyphenated, ISBN-10 in the form of 13.
 *   6. Punctuation separates and is dropped, but for C++ and C#.
 *
 * How Chinese is read (readings.ts, sounds.ts) and how else words are spelt (other-spellings.ts) add tokens to a document; what a
 * reader may mean besides (numerals.ts, regional-words.ts, the ways of a plan) adds none. Raise `foldingRevision` with each
 * change of a rule.
 */
export const fold = (text: string): string[] => {
  if (/^\d+$/.test(text)) return [foldDigits(text)]
  const tokens: string[] = []
  return cutPlain(text, characters, (token) => tokens.push(token))
    ? tokens
    : cutByRules(text).map(({ token }) => token)
}

/** The same for names and keys, which are compared by words: kana and Hangul that stand together are one token. */
export const foldWords = (text: string): string[] => {
  const tokens: string[] = []
  let end = -1
  // Neither kana nor Hangul is plain.
  if (cutPlain(text, characters, (token) => tokens.push(token))) return tokens
  tokens.length = 0
  for (const one of cutByRules(text)) {
    const goesOn = one.start === end && isSpelt(one.token) && isSpelt(tokens.at(-1)!)
    if (goesOn) tokens.push(tokens.pop()! + one.token)
    else tokens.push(one.token)
    end = one.end
  }
  return tokens
}

const characters = { foldHan, foldWord }

const isSpelt = (token: string): boolean => /^(?:\p{sc=Hira}|\p{sc=Kana}|\p{sc=Hang}|ー)/u.test(token)

/** Part of every document's version: an index folded by older rules differs from the catalogue, and is written anew. */
export const foldingRevision = 10

/** A token and where it stands in the original text. */
export interface Cut {
  token: string
  start: number
  end: number
}

const kana = '\\p{sc=Hira}\\p{sc=Kana}\\u30fc\\uff70\\uff9e\\uff9f'
const other = `(?![${kana}]|\\p{sc=Han}|\\p{sc=Hang})`
const words = [
  `[${kana}][\\p{M}\uff9e\uff9f]*`,
  '[\uac00-\ud7a3]',
  '\\p{sc=Hang}(?:(?![\uac00-\ud7a3])[\\p{sc=Hang}\\p{M}])*',
  '[\\p{N}][\\p{N}\\p{M}]*',
  `${other}\\p{L}(?:${other}[\\p{L}\\p{M}])*(?:(?<=[A-Za-zＡ-Ｚａ-ｚ])(?:\\+\\+|#|＋＋|＃))?`,
]
const pieces = new RegExp(
  [
    `(?<number>(?<![\\p{L}\\p{N}])(?:${standardNumber.source})(?![\\p{L}\\p{N}]))`,
    '(?<han>\\p{sc=Han})\\p{M}*',
    `(?<word>${words.join('|')})`,
  ].join('|'),
  'gu',
)

export const cut = (text: string): Cut[] => {
  const cuts: Cut[] = []
  return cutPlain(text, characters, (token, start, end) => cuts.push({ token, start, end }))
    ? cuts
    : cutByRules(text)
}

/** Every script there is. What `cutPlain` cuts, it cuts the same. */
export const cutByRules = (text: string): Cut[] => {
  const cuts: Cut[] = []
  for (const found of text.matchAll(pieces)) {
    const start = found.index
    const end = start + found[0].length
    for (const token of tokensOf(found)) cuts.push({ token, start, end })
  }
  return cuts
}

/** Letters of Hangul that stand apart: composed they are syllables, and each of those is a token. */
const jamo = /^(?![\uac00-\ud7a3])\p{sc=Hang}/u

const tokensOf = (found: RegExpExecArray): string[] => {
  const { number, han, word } = found.groups as Record<string, string | undefined>
  if (han !== undefined) return [foldHan(han.normalize('NFKC'))]
  if (word !== undefined) return jamo.test(word) ? [...foldWord(word)] : [foldWord(word)].filter(Boolean)
  const folded = foldNumber(number!)
  return folded === undefined ? number!.split(/[^\dXx]+/).map((part) => part.toLowerCase()) : [folded]
}
