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
  const keys = new Map<string, MatchingKey>()
  const add = (kind: string, value: string | undefined): void => {
    if (value && keys.size < most) keys.set(`${kind} ${value}`, { kind, value })
  }
  for (const number of clues.numbers.slice(0, 2)) add('number', number)
  for (const number of clues.identifiers.filter(isOfTheThing(clues)).slice(0, 2)) add('id', number)
  const title = clues.titles[0]?.main
  if (title) titleKeys(clues, title, add)
  return [...keys.values()]
}

/** The ISSN of an article is its journal's. */
const isOfTheThing =
  ({ type }: Clues) =>
  (number: string): boolean =>
    !number.startsWith('issn') || type === 'serial'

/** A title as records meet by it alone. */
export const titleMeeting = (main: string): MatchingKey => ({
  kind: 'title',
  value: tokensOf(main).slice(0, 8).join(''),
})

type Add = (kind: string, value: string | undefined) => void

function titleKeys(clues: Clues, title: string, add: Add): void {
  const start = tokensOf(title).slice(0, 8).join('')
  const [maker] = clues.names.filter(({ role }) => role === 'maker')
  const name = maker && nameKey(maker)
  if (name) add('title-agent', `${beginning(title)} ${name}`)
  add('title', start)
  if (clues.years[0]) add('title-year', `${start} ${clues.years[0]}`)
  add('place', placeKey(clues, name))
  add('words', wordsKey(clues.titles[0]))
  add('slip', slipKey(title))
  if (clues.publishers[0] && weightOfTitle(title) !== 'telling')
    add('title-publisher', `${start} ${clues.publishers[0]}`)
  const place = /^(.{3,})[上中下]$/u.exec(title)?.[1]
  if (place && !clues.volume) add('title', tokensOf(place).slice(0, 8).join(''))
  const other = clues.titles.find(({ main }) => main !== title)
  if (other) add('title', tokensOf(other.main).slice(0, 8).join(''))
  const pages = clues.extent?.pages
  if (name && pages && clues.years[0] && clues.type !== 'article')
    add('agent-pages', [name, clues.years[0], pages].join(' '))
  if (name && clues.type === 'article') add('agent-ending', `${name} ${tokensOf(title).at(-1)}`)
  const first = maker && familyInFront(maker)
  if (first) add('title-agent', `${beginning(title)} ${first}`)
}

/**
 * As much of a title as stays when it goes on: three characters, or the first two words that tell something, before an
 * alternative title (Walden, or, Life in the woods). One word alone brings every History of one Smith together.
 */
function beginning(title: string): string {
  const words = tokensOf(title)
  if (/^\p{sc=Han}/u.test(title)) return words.slice(0, 3).join('')
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
function slipKey(title: string): string | undefined {
  const words = tokensOf(title)
  if (/^\p{sc=Han}/u.test(title)) return words.length >= 10 ? words.slice(-8).join('') : undefined
  const long = words.filter((word) => word.length > 2)
  return long.length >= 5
    ? `${long.length} ${long
        .slice(0, 12)
        .map((word) => word[0])
        .join('')}`
    : undefined
}

/** Five longest words in the order of the alphabet: other order, other small words, a slip elsewhere do not matter. */
function wordsKey(title: Clues['titles'][number] | undefined): string | undefined {
  if (!title) return undefined
  const words = tokensOf(title.rest ? `${title.main} ${title.rest}` : title.main)
  if (words.length < 4) return undefined
  const longest = [...new Set(words)].sort((a, b) => b.length - a.length || (a < b ? -1 : 1)).slice(0, 5)
  return longest.sort().join(' ')
}
