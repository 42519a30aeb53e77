import type { HostClue } from './host-clues.js'
import { tokensOf } from './similarity.js'

export interface HostAgreement {
  host: 'same' | 'close' | 'differs' | 'unknown'
  place: 'same' | 'close' | 'differs' | 'unknown'
}

/** Journals by name or number; the place in them by volume and first page. */
export function compareHosts(a: HostClue | undefined, b: HostClue | undefined): HostAgreement {
  if (!a || !b) return { host: 'unknown', place: 'unknown' }
  return { host: compareJournals(a, b), place: comparePlaces(a, b) }
}

function compareJournals(a: HostClue, b: HostClue): HostAgreement['host'] {
  if (a.numbers.some((number) => b.numbers.includes(number))) return 'same'
  if (a.titles.length === 0 || b.titles.length === 0) return 'unknown'
  let best: HostAgreement['host'] = 'differs'
  for (const one of a.titles)
    for (const other of b.titles) {
      if (one === other || isAbbreviated(one, other) || isAbbreviated(other, one)) return 'same'
      if (sharesWords(one, other)) best = 'close'
    }
  return best
}

const small = new Set('of the and for in on de la le les der die das und et a an'.split(' '))
const wordsOf = (name: string): string[] => tokensOf(name).filter((word) => !small.has(word))

/** `surg today` is `surgery today`, `acm trans database syst` is `acm transactions on database systems`; in order, none left over. */
function isAbbreviated(short: string, long: string): boolean {
  const [words, full] = [wordsOf(short), wordsOf(long)]
  if (words.length === 0 || words.length > full.length) return false
  if (words.length === 1) return (words[0] as string) === full.map((word) => word[0]).join('')
  let at = 0
  for (const word of words) {
    const found = full.findIndex((other, index) => index >= at && index <= at + 1 && standsFor(word, other))
    if (found < 0) return false
    at = found + 1
  }
  return at >= full.length - 2
}

/** `hepatol` hepatology, `natl` national, `intl` international: a beginning, perhaps with its end. */
const standsFor = (short: string, long: string): boolean =>
  long.startsWith(short) ||
  (short.length >= 3 && long.startsWith(short.slice(0, -1)) && long.endsWith(short.at(-1) as string)) ||
  (short.endsWith('l') && long.startsWith(short.slice(0, 2)) && long.endsWith('al'))

function sharesWords(one: string, other: string): boolean {
  const [ours, theirs] = [wordsOf(one), wordsOf(other)]
  const shared = ours.filter((word) => theirs.some((twin) => standsFor(word, twin) || standsFor(twin, word)))
  return shared.length >= 2 && shared.length * 2 >= Math.min(ours.length, theirs.length)
}

function comparePlaces(a: HostClue, b: HostClue): HostAgreement['place'] {
  const [volume, first, issue] = [same(a.volume, b.volume), same(a.first, b.first), same(a.issue, b.issue)]
  if (first === true) return volume === false ? 'close' : 'same'
  if (first === false && (volume !== true || !overlap(a, b))) return volume === true ? 'close' : 'differs'
  if (volume === false) return 'differs'
  if (volume === true && issue !== false) return 'close'
  return first === false ? 'close' : 'unknown'
}

const same = (a: string | undefined, b: string | undefined): boolean | undefined =>
  a === undefined || b === undefined ? undefined : a === b

/** One gives the pages of the whole, the other of a part of it. */
const overlap = (a: HostClue, b: HostClue): boolean =>
  Boolean(a.last && a.last === b.last) || a.first === b.last || a.last === b.first
