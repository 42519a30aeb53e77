import type { HostClue } from './host-clues.js'
import { type HostName, hostName } from './host-names.js'

export interface HostAgreement {
  host: 'same' | 'close' | 'differs' | 'unknown'
  /** One is a journal and the other a meeting, or both are known by name: a paper and the article made of it. */
  isOther: boolean
  /** Of a series of meetings each year has its own. */
  isMeeting: boolean
  place: 'same' | 'close' | 'differs' | 'unknown'
}

/** Journals by name or number; the place in them by volume and first page. */
export function compareHosts(a: HostClue | undefined, b: HostClue | undefined): HostAgreement {
  if (!a || !b) return { ...unknown, place: 'unknown' }
  return { ...compareJournals(a, b), place: comparePlaces(a, b) }
}

type Journals = Pick<HostAgreement, 'host' | 'isOther' | 'isMeeting'>
const unknown: Journals = { host: 'unknown', isOther: false, isMeeting: false }

function compareJournals(a: HostClue, b: HostClue): Journals {
  if (a.numbers.some((number) => b.numbers.includes(number))) return { ...unknown, host: 'same' }
  if (isOtherRecord(a, b)) return { ...unknown, host: 'differs', isOther: true }
  if (a.titles.length === 0 || b.titles.length === 0) return unknown
  const found = a.titles
    .map(hostName)
    .flatMap((one) => b.titles.map(hostName).map((other) => compareNames(one, other)))
  return (
    found.find(({ host }) => host === 'same') ??
    found.find(({ host }) => host === 'close') ??
    found.find(({ isOther }) => !isOther) ?? { ...unknown, host: 'differs', isOther: true }
  )
}

/** One agency numbered both hosts, and not with the same number. */
const isOtherRecord = (a: HostClue, b: HostClue): boolean =>
  a.numbers.some((number) => {
    const scheme = number.slice(0, number.indexOf(' ') + 1)
    return !international.has(scheme) && b.numbers.some((other) => other.startsWith(scheme))
  })

/** A journal has an ISSN for each carrier. */
const international = new Set(['issn ', 'isbn '])

function compareNames(a: HostName, b: HostName): Journals {
  const isMeeting = a.kind === 'meeting' && b.kind === 'meeting'
  if (a.kind && b.kind && a.kind !== b.kind) return { host: 'differs', isOther: true, isMeeting }
  if (isAbbreviated(a.words, b.words) || isAbbreviated(b.words, a.words))
    return { host: 'same', isOther: false, isMeeting }
  if (sharesWords(a.words, b.words)) return { host: 'close', isOther: false, isMeeting }
  return { host: 'differs', isOther: a.isKnown && b.isKnown, isMeeting }
}

/** By its name alone, each word of which may be abbreviated. */
export function isSameJournal(a: string, b: string): boolean {
  const [one, other] = [hostName(a), hostName(b)]
  return one.words.length === other.words.length && compareNames(one, other).host === 'same'
}

/** `surg today` is `surgery today`, `acm trans database syst` is `acm transactions on database systems`: in order, little left over. */
function isAbbreviated(short: string[], long: string[]): boolean {
  if (short.length === 0 || short.length > long.length) return false
  if (short.length === 1 && long.length > 1) return short[0] === long.map((word) => word[0]).join('')
  let at = 0
  for (const word of short) {
    const found = long.findIndex((other, index) => index >= at && index <= at + 1 && standsFor(word, other))
    if (found < 0) return false
    at = found + 1
  }
  return at >= long.length - 2
}

/** `hepatol` hepatology, `natl` national, `intl` international: a beginning, perhaps with its end. */
const standsFor = (short: string, long: string): boolean =>
  long.startsWith(short) ||
  (short.length >= 3 &&
    long.length > short.length &&
    long.startsWith(short.slice(0, -1)) &&
    long.endsWith(short.at(-1) as string)) ||
  (short.endsWith('l') && long.startsWith(short.slice(0, 2)) && long.endsWith('al'))

/** What nearly every journal has in its name tells none. */
const usual = new Set(
  'journal j archives annals american european international british research studies review'.split(' '),
)

function sharesWords(ours: string[], theirs: string[]): boolean {
  const telling = ours.filter((word) => !usual.has(word))
  const shared = telling.filter((word) =>
    theirs.some((twin) => standsFor(word, twin) || standsFor(twin, word)),
  )
  return shared.length >= 2 && shared.length * 2 >= Math.min(ours.length, theirs.length)
}

function comparePlaces(a: HostClue, b: HostClue): HostAgreement['place'] {
  const [volume, first] = [same(a.volume, b.volume), same(a.first, b.first)]
  if (first === true) return volume === false ? 'close' : 'same'
  if (first === false && (isAhead(a) || isAhead(b))) return 'unknown'
  if (first === false) return volume !== false && isNear(a, b) ? 'close' : 'differs'
  if (volume === false) return 'differs'
  return volume === true && same(a.issue, b.issue) !== false ? 'close' : 'unknown'
}

const same = (a: string | undefined, b: string | undefined): boolean | undefined =>
  a === undefined || b === undefined ? undefined : a === b

/** Online before it had a volume: its pages are counted from 1. */
const isAhead = ({ volume, first }: HostClue): boolean => volume === undefined && first === '1'

/** One gives the pages of the whole, the other of a part; or one has a letter before the number: e108. */
const isNear = (a: HostClue, b: HostClue): boolean =>
  (a.last !== undefined && a.last === b.last) || digitsOf(a.first) === digitsOf(b.first)
const digitsOf = (page = ''): string => page.replace(/\D/gu, '')

/** Volume, first and last page of several: no other article has them. */
export const isWholePlace = (a: HostClue | undefined, b: HostClue | undefined): boolean =>
  a?.volume !== undefined &&
  a.volume === b?.volume &&
  a.first !== undefined &&
  a.first === b.first &&
  a.last === b.last &&
  a.last !== undefined &&
  a.last !== a.first
