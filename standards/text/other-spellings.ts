import { streamSafe } from './characters.js'

/**
 * How else readers and catalogues write the same words, for documents: a query is looked up as it is typed first. Each rule, and why:
 *
 *   - ä ö ü å ø without those keys are ae oe ue aa oe (DIN 5007-2; folding alone makes a o u a o of them);
 *   - a hyphen or an apostrophe between letters of an alphabet is left out: `sociocultural`, `womens`, `lamour`, `obrien`;
 *   - Cyrillic is romanised as ALA-LC does Russian without its marks, and with y as most others do; not what has letters
 *     of other languages that are not in the table. A query in Cyrillic is asked for so, too.
 */
export const otherSpellings = (text: string): string[] => {
  const written = streamSafe(text).normalize('NFC')
  if (!mayDiffer.test(written)) return []
  const pieces = quoted.test(written) ? [written] : written.split(/\s+/u)
  const others = pieces.filter((piece) => mayDiffer.test(piece)).flatMap(formsOf)
  return [...new Set([...others, ...romanised(written)])]
}

/** The whole of several texts as each rule spells them, those that differ: for comparing what was found so. */
export const spelledOtherwise = <T extends readonly string[]>(texts: T): T[] => {
  const written = texts.map((text) => streamSafe(text).normalize('NFC'))
  const differing = written.map((text) => mayDiffer.test(text))
  if (!differing.includes(true)) return []
  const all = [closed, spelledOut, (text: string) => spelledOut(closed(text)), ...latinForms].map((rule) =>
    written.map((text, place) => (differing[place] ? rule(text) : text)),
  )
  return all.filter((some, at) => {
    const isAnother = (other: readonly string[]) => other.some((text, place) => text !== some[place])
    return isAnother(written) && all.slice(0, at).every(isAnother)
  }) as unknown as T[]
}

/** Of what stands between two blanks: readers type the words beside it as they are, and those are found already. */
const formsOf = (piece: string): string[] =>
  [closed(piece), spelledOut(piece), spelledOut(closed(piece))].filter((form) => form !== piece)

const closed = (text: string): string => text.replace(joints, '')

const letter = '[\\p{sc=Latn}\\p{sc=Grek}\\p{sc=Cyrl}]'
const mayDiffer = new RegExp(`[äöüåøÄÖÜÅØ]|\\p{sc=Cyrl}|${letter}['’ʼ‐-]${letter}`, 'u')
/** Quotation marks that come with a title hold a phrase together, in which no other spelling stands alone. */
const quoted = /["“”„«»]/u
const joints = new RegExp(`(?<=${letter})['’ʼ‐-](?=${letter})`, 'gu')

const digraphs: Record<string, string> = { ä: 'ae', ö: 'oe', ü: 'ue', å: 'aa', ø: 'oe' }

const spelledOut = (text: string): string =>
  text.replace(/[äöüåø]/giu, (letter) => digraphs[letter.toLowerCase()] as string)

const cyrillic = 'абвгдеёжзийклмнопрстуфхцчшщъыьэюяіїєґўј'
const latin =
  'a b v g d e e zh z i i k l m n o p r s t u f kh ts ch sh shch _ y _ e iu ia i i ie g u j'.split(' ')
const alaLc = new Map([...cyrillic].map((letter, at) => [letter, (latin[at] as string).replace('_', '')]))
const withY = new Map([...alaLc, ['й', 'y'], ['ю', 'yu'], ['я', 'ya'], ['ї', 'yi'], ['є', 'ye']])

/** Cyrillic in Latin letters, as ALA-LC has it and with y; none where there is no Cyrillic. */
export const romanised = (text: string): string[] =>
  /\p{sc=Cyrl}/u.test(text) ? [...new Set([alaLc, withY].flatMap((table) => inLatin(text, table)))] : []

const inLatin = (text: string, table: ReadonlyMap<string, string>): string[] => {
  const latin = [...streamSafe(text).normalize('NFC').toLowerCase()]
    .map((letter) => table.get(letter) ?? letter)
    .join('')
  return /\p{sc=Cyrl}/u.test(latin) ? [] : [latin]
}

/** What is not in the tables stays as it is. */
const latinForms = [alaLc, withY].map(
  (table) => (text: string) => (/\p{sc=Cyrl}/u.test(text) ? inLatin(text, table)[0] : undefined) ?? text,
)
