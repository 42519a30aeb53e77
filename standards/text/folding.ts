import { foldHan, foldWord } from './characters.js'
import { cutPlain } from './plain-cut.js'
import { foldNumber, standardNumber } from './standard-numbers.js'

/**
 * What makes a text findable, and the only place that says so: documents and queries are folded by the same
 * rules, so two spellings are one when they fold to the same tokens.
 *
 *   1. Compatibility forms (NFKC): full and half width, ligatures, ①.
 *   2. Case, and the marks on Latin letters: Ünïcode → unicode. й and が keep theirs.
 *   3. Traditional Chinese → simplified.
 *   4. A Han character is a token; so is a run of letters of one script, and a run of digits: HTML5 is html 5.
 *   5. ISBN and ISSN are one token however they are hyphenated, ISBN-10 in the form of 13.
 *   6. Punctuation separates and is dropped, but for C++ and C#.
 *
 * How Chinese is read (readings.ts, sounds.ts) adds tokens to a document; what a reader may mean besides (numerals.ts, regional-words.ts, the
 * ways of a plan) adds none. Raise `foldingRevision` with each change of a rule.
 */
export const fold = (text: string): string[] => cut(text).map(({ token }) => token)

/** Part of every document's version: an index folded by older rules differs from the catalogue, and is written anew. */
export const foldingRevision = 3

/** A token and where it stands in the original text. */
export interface Cut {
  token: string
  start: number
  end: number
}

const kana = '\\p{sc=Hira}\\p{sc=Kana}\\u30fc\\uff70\\uff9e\\uff9f'
const other = `(?![${kana}]|\\p{sc=Han}|\\p{sc=Hang})`
const words = [
  `[${kana}][${kana}\\p{M}]*`,
  '\\p{sc=Hang}[\\p{sc=Hang}\\p{M}]*',
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

export const cut = (text: string): Cut[] => cutPlain(text, { foldHan, foldWord }) ?? cutByRules(text)

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

const tokensOf = (found: RegExpExecArray): string[] => {
  const { number, han, word } = found.groups as Record<string, string | undefined>
  if (han !== undefined) return [foldHan(han.normalize('NFKC'))]
  if (word !== undefined) return [foldWord(word)].filter(Boolean)
  const folded = foldNumber(number!)
  return folded === undefined ? number!.split(/[^\dXx]+/).map((part) => part.toLowerCase()) : [folded]
}
