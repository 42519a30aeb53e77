import { ShulianError, type TextField, type TextTerm } from '../../gateway/contracts/index.js'
import { fold } from '../../standards/text/folding.js'
import { foldNumber } from '../../standards/text/standard-numbers.js'
import { fieldPrefixes } from './plan/field-prefixes.js'

/** A word, or what stands between quotation marks. */
export interface Word {
  tokens: string[]
  quoted: boolean
  fields?: readonly TextField[]
  /** It may go on. */
  prefix?: boolean
}

/** What a reader asked for. */
export interface ReaderQuery {
  words: Word[]
  /** The words as conditions: what was typed together stands side by side. */
  all: TextTerm[]
  none: TextTerm[]
}

export const mostCharacters = 512
/** So many words tell any work from every other; whoever pastes more is answered by these. */
export const mostWords = 32
/** The same of tokens, of which each character of a run of Chinese is one. */
export const mostTokens = 64

/** Opening and closing quotation marks that hold a phrase together. */
const quotes: Record<string, string> = { '"': '"', '＂': '＂', '“': '”', '「': '」', '『': '』', '《': '》' }
const opening = Object.keys(quotes).join('')
const phrases = Object.entries(quotes).map(([open, close]) => `${open}[^${close}]*${close}`)
const names = [...fieldPrefixes.keys()].join('|')
const parts = new RegExp(
  `(?<minus>(?<!\\S)[-－−](?=\\S))?(?:(?<![\\p{L}\\p{N}])(?<field>${names})\\s?[:：]\\s*(?=\\S))?(?:(?<phrase>${phrases.join('|')})|(?<word>[^\\s${opening}]+))`,
  'giu',
)

/**
 * A reader's words: each is wanted, those typed together (`红楼梦`, `e-book`) side by side; "…", “…”, 「…」, 『…』
 * and 《…》 hold a phrase together; a hyphen before a word excludes it; `作者:`, `title:` ask in one field. Anything is
 * a query: a quotation mark that is never closed, a hyphen alone, a name of no field and other signs are passed over.
 *
 * @param options.typing the last word may go on
 * @throws ShulianError QUERY_TOO_LONG (400): more than 512 characters
 */
export const parseQuery = (text: string, options: { typing?: boolean } = {}): ReaderQuery => {
  if (text.length > mostCharacters)
    throw tooLong(`at most ${mostCharacters} characters`, `${text.length} characters`)
  const found = within(mostTokens, wordsOf(asWords(text.replace(/[\0\p{Surrogate}]/gu, ' ')))).slice(
    0,
    mostWords,
  )
  const words = found.filter(({ excluded }) => !excluded).map(({ word }) => word)
  if (options.typing) letGoOn(words.at(-1), text)
  return {
    words,
    all: words.map(termOf),
    none: found.filter(({ excluded }) => excluded).map(({ word }) => termOf(word)),
  }
}

export const termOf = ({ tokens, fields, prefix }: Word): TextTerm => ({
  tokens,
  ...(fields && { field: fields }),
  ...(prefix && { prefix }),
})

/** Blanks inside an ISBN, and the `u:` of keyboards without ü, part no words. */
const asWords = (text: string): string =>
  text
    .replace(spacedNumber, (number) =>
      foldNumber(number) === undefined ? number : number.replace(/\s/gu, ''),
    )
    .replace(/(?<=[nl])u:/giu, 'v')

const spacedNumber = /(?<![\p{L}\p{N}])(?:97[89][-\s])?(?:\d[-\s]?){9}[\dXx](?![\p{L}\p{N}])/gu

interface Typed {
  word: Word
  excluded: boolean
}

/** A phrase of which only the beginning is left excludes more than was said: then it excludes nothing. */
const within = (most: number, typed: readonly Typed[]): Typed[] => {
  let left = most
  return typed.flatMap(({ word, excluded }) => {
    const tokens = word.tokens.slice(0, left)
    left -= tokens.length
    const isCut = tokens.length < word.tokens.length
    return tokens.length === 0 || (excluded && isCut) ? [] : [{ word: { ...word, tokens }, excluded }]
  })
}

const wordsOf = (text: string): Typed[] =>
  [...text.matchAll(parts)].flatMap((found) => {
    const { minus, field, phrase, word } = found.groups as Record<string, string | undefined>
    const tokens = fold(phrase ?? word ?? '')
    const fields = field === undefined ? undefined : fieldPrefixes.get(field.toLowerCase())
    if (tokens.length === 0) return []
    return [
      {
        word: { tokens, quoted: phrase !== undefined, ...(fields && { fields }) },
        excluded: minus !== undefined,
      },
    ]
  })

/** A character of Han, Hangul or kana is whole; a word that is followed by a blank was ended. */
const letGoOn = (word: Word | undefined, text: string): void => {
  if (
    word &&
    !word.quoted &&
    /[\p{L}\p{N}]$/u.test(text) &&
    !/(?:\p{sc=Han}|\p{sc=Hang}|\p{sc=Hira}|\p{sc=Kana}|ー)$/u.test(text)
  )
    word.prefix = true
}

const tooLong = (expected: string, got: string) =>
  new ShulianError('QUERY_TOO_LONG', `q: expected ${expected}, got ${got}. Ask with fewer words.`, {
    status: 400,
    errors: [{ path: 'q', expected, got }],
  })
