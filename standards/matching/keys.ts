import type { Clues } from './clues.js'
import { weightOfTitle } from './common-titles.js'
import type { MatchingKey } from './comparison.js'
import { generations, type NameClue, particles } from './name-clues.js'
import { tokensOf } from './similarity.js'

const most = 8

/**
 * Where a record meets its candidates, the most telling first. A block that is over its cap joins nothing, so titles
 * stand alone and together with a name, a year, a publisher: a pair under a crowded title is found by those.
 */
export function matchingKeys(clues: Clues): MatchingKey[] {
  const keys: MatchingKey[] = []
  const add: Add = (kind, make) => {
    const value = keys.length < most ? make() : undefined
    if (value && !keys.some((key) => key.kind === kind && key.value === value)) keys.push({ kind, value })
  }
  for (const number of clues.numbers.slice(0, 2)) add('number', () => number)
  for (const number of clues.identifiers.filter(isOfTheThing(clues)).slice(0, 2)) add('id', () => number)
  const title = clues.titles[0]?.main
  if (title) titleKeys(clues, { text: title, tokens: tokensOf(title), isHan: startsHan.test(title) }, add)
  return keys
}

/** The ISSN of an article is its journal's. */
const isOfTheThing =
  ({ type }: Clues) =>
  (number: string): boolean =>
    !number.startsWith('issn') || type === 'serial'

/** A title as records meet by it alone. */
export const titleMeeting = (main: string): MatchingKey => ({ kind: 'title', value: startOf(tokensOf(main)) })
const startOf = (tokens: string[]): string => tokens.slice(0, 8).join('')

/** What is no longer wanted is not made. */
type Add = (kind: string, make: () => string | undefined) => void

/** A title proper, cut once for all that is made of it. */
interface Cut {
  text: string
  tokens: string[]
  isHan: boolean
}
const startsHan = /^\p{sc=Han}/u

function titleKeys(clues: Clues, title: Cut, add: Add): void {
  const { text, tokens } = title
  const start = startOf(tokens)
  const [year] = clues.years
  const [publisher] = clues.publishers
  const maker = clues.names.find(({ role }) => role === 'maker')
  const name = maker && nameKey(maker)
  if (name) add('title-agent', () => `${beginning(title)} ${name}`)
  add('title', () => start)
  if (year) add('title-year', () => `${start} ${year}`)
  add('place', () => placeKey(clues, name))
  add('words', () => wordsKey(clues.titles[0]?.rest ? tokensOf(`${text} ${clues.titles[0].rest}`) : tokens))
  add('slip', () => slipKey(title))
  if (publisher)
    add('title-publisher', () => (weightOfTitle(text) === 'telling' ? undefined : `${start} ${publisher}`))
  const place = /^(.{3,})[上中下]$/u.exec(text)?.[1]
  if (place && !clues.volume) add('title', () => startOf(tokensOf(place)))
  const other = clues.titles.find(({ main }) => main !== text)
  if (other) add('title', () => startOf(tokensOf(other.main)))
  const pages = clues.extent?.pages
  if (name && pages && year && clues.type !== 'article')
    add('agent-pages', () => [name, year, pages].join(' '))
  if (name && clues.type === 'article') add('agent-ending', () => `${name} ${tokens.at(-1)}`)
  const first = maker && familyInFront(maker)
  if (first) add('title-agent', () => `${beginning(title)} ${first}`)
}

/**
 * As much of a title as stays when it goes on: three characters, or the first two words that tell something, before an
 * alternative title (Walden, or, Life in the woods). One word alone brings every History of one Smith together.
 */
function beginning({ tokens: words, isHan }: Cut): string {
  if (isHan) return words.slice(0, 3).join('')
  const or = words.findIndex((word, at) => at > 0 && alternatives.has(word))
  const first = or === -1 ? words : words.slice(0, or)
  const telling = first.filter((word) => word.length > 3)
  return (telling.length > 0 ? telling : first).slice(0, 2).join(' ')
}

/** Before the second title of one title proper (RDA 2.3.2.1). */
const alternatives = new Set(['or', 'oder', 'ou', 'ovvero'])

/**
 * A name in Han whole; of others the family: `Ford, Robert` and `R. Ford`. Where it stands behind initials, or which it is, is
 * not known, the longest word, which is seldom an initial.
 */
const nameKey = ({ names: [name = ''], inverted, isBody }: NameClue): string =>
  /\p{sc=Han}/u.test(name)
    ? name.split(' ').sort().join('')
    : ((isBody ? undefined : familyIn(name.split(' '), inverted)) ??
      name.split(' ').sort((a, b) => b.length - a.length || (a < b ? -1 : 1))[0] ??
      '')

/** `ford robert f` of `Ford, Robert F.`, past `van der`; `robert ford`. */
const familyIn = (words: string[], isInverted: boolean): string | undefined => {
  const told = isInverted
    ? words.find((word) => !particles.has(word))
    : words.findLast((word) => !generations.has(word))
  return told !== undefined && told.length > 2 ? told : undefined
}

/** Mao Zedong, whom another catalogue enters as `Mao, Zedong`. */
const familyInFront = ({ names: [name = ''], inverted, isBody }: NameClue): string | undefined =>
  isBody || inverted || /\p{sc=Han}/u.test(name) ? undefined : familyIn(name.split(' '), true)

/** An article stands in one place, whatever language its title is given in. */
const placeKey = ({ host, years }: Clues, name: string | undefined): string | undefined =>
  host?.volume && host.first ? [years[0], host.volume, host.first, name].join(' ') : undefined

/** First letters of the words, or the end of a title in Han: a slip in a word or a character changes neither. */
function slipKey({ tokens: words, isHan }: Cut): string | undefined {
  if (isHan) return words.length >= 10 ? words.slice(-8).join('') : undefined
  const long = words.filter((word) => word.length > 2)
  return long.length >= 5
    ? `${long.length} ${long
        .slice(0, 12)
        .map((word) => word[0])
        .join('')}`
    : undefined
}

/** Five longest words in the order of the alphabet: other order, other small words, a slip elsewhere do not matter. */
function wordsKey(words: string[]): string | undefined {
  if (words.length < 4) return undefined
  const different = [...new Set(words)]
  const longest =
    different.length > 5
      ? different.sort((a, b) => b.length - a.length || (a < b ? -1 : 1)).slice(0, 5)
      : different
  return longest.sort().join(' ')
}
