import { fold } from './folding.js'

/**
 * Keys that put titles in the order of Chinese catalogues when they are compared character by character: digits,
 * Latin and other letters, then Han by pinyin (syllable, tone, strokes) or by the number of strokes (then radical),
 * as Unicode's CLDR collates `zh`. Titles are folded first, so a traditional title stands beside its simplified one
 * and 第 2 卷 before 第 10 卷.
 */
export const titleOrder = (title: string): { title: string; 'title-stroke': string } => {
  const tokens = fold(title).map(padded)
  return { title: keyOf(tokens, 'pinyin'), 'title-stroke': keyOf(tokens, 'stroke') }
}

/** What comes after so many characters puts no two titles in order that a reader compares. */
const longest = 80

const padded = (token: string) => (/^\d{1,8}$/.test(token) ? token.padStart(8, '0') : token)

type Collation = 'pinyin' | 'stroke'

const keyOf = (tokens: string[], collation: Collation): string => {
  const ranks = ranksOf(collation)
  let [key, wasHan] = ['', true]
  for (const token of tokens) {
    const rank = token.length === 1 ? ranks[token.charCodeAt(0) - firstHan] : undefined
    const isHan = rank !== undefined
    key += isHan ? String.fromCharCode(firstHan + rank) : `${wasHan ? '' : ' '}${token}`
    wasHan = isHan
    if (key.length >= longest) break
  }
  return key.slice(0, longest).replace(/[\ud800-\udbff]$/, '')
}

const firstHan = 0x3400
const lastHan = 0x9fff

/** The place of each Han character of the Basic Plane in an order; 30 ms, so made when first needed and kept. */
const ranksOf = (collation: Collation): Uint16Array => {
  kept[collation] ??= ranked(collation)
  return kept[collation]
}
const kept: Partial<Record<Collation, Uint16Array>> = {}

const ranked = (collation: Collation): Uint16Array => {
  const all: string[] = []
  for (let code = firstHan; code <= lastHan; code++) all.push(String.fromCharCode(code))
  const { compare } = new Intl.Collator(`zh-u-co-${collation}`)
  const ranks = new Uint16Array(all.length)
  for (const [rank, character] of all.sort(compare).entries())
    ranks[character.charCodeAt(0) - firstHan] = rank
  return ranks
}
