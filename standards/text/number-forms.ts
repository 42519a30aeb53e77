import { isNumeral, numberOf, numeralsOf, replaced } from './numerals.js'

const romans = 'i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix xx'.split(' ')
const words = 'one two three four five six seven eight nine ten eleven twelve'.split(' ')
const german = 'eins zwei drei vier funf sechs sieben acht neun zehn elf zwolf'.split(' ')

/** Forms are told apart by kind, so that all numbers of a title can be written in one. */
const kinds: ((number: number) => readonly string[] | undefined)[] = [
  (number) => [String(number)],
  (number) => tokenOf(romans[number - 1]),
  (number) => numeralsOf(number),
  (number) => (number < 10 ? [`0${number}`] : undefined),
  (number) => tokenOf(words[number - 1]),
  (number) => tokenOf(german[number - 1]),
]

const tokenOf = (token: string | undefined): string[] | undefined =>
  token === undefined ? undefined : [token]

/** Numbers of a text that are looked at, and other forms of it that are tried. */
const mostNumbers = 3
const mostForms = 10

/**
 * The same tokens with their numbers in any other form that titles have: 2, 02, ii, 二, two, zwei; all of them in one form first, then each
 * alone. Rarer than those of `otherNumerals`, so asked for only where nothing was found: `vi` is an editor, and `i` a person.
 */
export const numberForms = (tokens: readonly string[]): string[][] => {
  const numbers = numbersIn(tokens).slice(0, mostNumbers)
  const choices = [
    ...kinds.map((kind) => numbers.map((number) => ({ ...number, instead: kind(number.value) }))),
    ...(numbers.length > 1
      ? numbers.flatMap((one) => kinds.map((kind) => [{ ...one, instead: kind(one.value) }]))
      : []),
  ]
  const forms = choices.flatMap((choice) => {
    const written = choice.flatMap(({ instead, ...number }) =>
      instead ? [{ ...number, instead: [...instead] }] : [],
    )
    return written.length > 0 && written.length === choice.length ? [replaced(tokens, written)] : []
  })
  const distinct = new Map(forms.map((form) => [form.join(' '), form]))
  distinct.delete(tokens.join(' '))
  return [...distinct.values()].slice(0, mostForms)
}

interface Read {
  at: number
  end: number
  value: number
}

/** Numerals of Han beside each other are one number, or none: 二十五史 has no 5, and 一九九八 no 8. */
const numbersIn = (tokens: readonly string[]): Read[] => {
  const found: Read[] = []
  for (let at = 0; at < tokens.length; at++) {
    let end = at
    while (end < tokens.length && isNumeral(tokens[end] as string)) end++
    const value = end > at ? numberOf(tokens.slice(at, end)) : readToken(tokens[at] as string)
    end = Math.max(end, at + 1)
    if (value !== undefined && value >= 1 && value <= most) found.push({ at, end, value })
    at = end - 1
  }
  return found
}

/** Higher ones have the forms that `otherNumerals` knows. */
const most = romans.length

const readToken = (token: string): number | undefined => {
  if (/^\d{1,2}$/.test(token)) return Number(token)
  for (const list of [romans, words, german]) {
    const place = list.indexOf(token)
    if (place >= 0) return place + 1
  }
  return undefined
}
