import { clean, wordsOf } from '../fts5/words.js'

/** The engine keeps no word beyond 250 bytes. */
const longestWord = 240
/** A facet value is cut at 468 bytes, wherever that falls. */
const longestValue = 400

/** Words that the engine's own segmenter leaves whole and as they are: Latin letters and digits, one Han character. */
const plain = /^(?:[a-pr-z][a-z0-9]*|[\u4e00-\u9fff])$/
/**
 * The engine parts a text where its script changes, before it cuts words, and takes digits to the script before them: of
 * `5g` behind Han only `g` would be a word. So a word begins with a letter; that letter is `q`, and begins no other words.
 */
const begunByDigit = /^[0-9q][a-z0-9]*$/
const mark = 'q'
/** Behind the mark, for what is not written as it is. */
const codes = 'x'

/**
 * A token as a word that the engine neither cuts, folds nor reads as syntax. Anything but Latin words is written in
 * letters and digits, four for each character, so that the beginnings of tokens stay beginnings.
 */
export const wordOf = (token: string): string => {
  if (plain.test(token)) return token.slice(0, longestWord)
  const written = begunByDigit.test(token) ? token : `${codes}${[...token].map(codeOf).join('')}`
  return `${mark}${written}`.slice(0, longestWord)
}

const codeOf = (character: string): string => character.codePointAt(0)!.toString(36).padStart(4, '0')

export const tokenOf = (word: string): string => {
  if (!word.startsWith(mark)) return word
  const written = word.slice(mark.length)
  if (!written.startsWith(codes)) return written
  return (written.slice(codes.length).match(/.{4}/g) ?? [])
    .map((code) => String.fromCodePoint(Number.parseInt(code, 36)))
    .join('')
}

/** A folded text, or a term's tokens, word by word. */
export const wordsIn = (text: string): string[] => wordsOf(text).map(wordOf)

/**
 * A facet value, so written that the engine's folding of values (NFKD, small letters, blanks at the ends) changes
 * nothing and its filters read nothing in it: values stay equal to the letter. `~` begins what was rewritten.
 */
export const writtenValue = (value: string): string => {
  const text = clean(value)
  // Most characters of most values nothing folds.
  const written = text.replace(unsure, (character, at: number) =>
    writtenCharacter(character, at, text.length),
  )
  return Buffer.byteLength(written) <= longestValue ? written : cut(text)
}

/** A blank is one at the ends only. */
const unsure = /^ | $|[^a-z0-9 .,:;()/\u4e00-\u9fff-]/gu

const writtenCharacter = (character: string, at: number, length: number): string => {
  const isEdge = /\s/.test(character) && (at === 0 || at === length - 1)
  return isEdge || isRewritten(character) ? escaped(character) : character
}

/** Between two characters, never inside of what one is written as. */
const cut = (text: string): string => {
  const characters = [...text]
  let at = 0
  const written = characters.map((character) => {
    const one = writtenCharacter(character, at, text.length)
    at += character.length
    return one
  })
  while (Buffer.byteLength(written.join('')) > longestValue) written.length = Math.floor(written.length * 0.9)
  return written.join('')
}

const known = new Map<string, boolean>()
/** Of an alphabet or some: to fold one costs as much as all else. */
const mostKnown = 2_000

const isRewritten = (character: string): boolean => {
  const before = known.get(character)
  if (before !== undefined) return before
  const is = /["'\\~]/.test(character) || folded(character) !== character
  if (known.size < mostKnown) known.set(character, is)
  return is
}

const folded = (character: string) => character.normalize('NFKD').toLowerCase().normalize('NFKD')
const escaped = (character: string) => `~${character.codePointAt(0)!.toString(36)};`

export const readValue = (value: string): string =>
  value.replace(/~([0-9a-z]+);/g, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 36)))

/** Ids of works are taken as they are; any other id is written in the alphabet that the engine asks for. */
export const documentIdOf = (id: string): string =>
  /^[a-z0-9_]{1,500}$/.test(id) ? id : `-${Buffer.from(id).toString('hex')}`

export const idOf = (documentId: string): string =>
  documentId.startsWith('-') ? Buffer.from(documentId.slice(1), 'hex').toString() : documentId
