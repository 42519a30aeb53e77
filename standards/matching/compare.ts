import type { Clues } from './clues.js'
import { compareHosts, type HostAgreement, isWholePlace } from './compare-hosts.js'
import { arePagesOther, compareImprints, comparePublishers } from './compare-imprints.js'
import { compareKinds } from './compare-kinds.js'
import { compareMakers, compareTranslators } from './compare-names.js'
import { areOneNumber, compareNumbers } from './compare-numbers.js'
import type { NameAgreement } from './compare-statements.js'
import { full, isOfOther, type TitleAgreement } from './compare-titles.js'
import type { Comparison } from './comparison.js'
import { Ledger } from './ledger.js'
import { isIsbn, kindOf, outcomeOf } from './outcome.js'
import { type Pair, pairOf } from './pair.js'
import { adjustments, rules } from './rules.js'
import { areNamesOfOneSerial } from './serial-names.js'
import { isSlip, likeness, tokensOf } from './similarity.js'
import { isSupplement } from './supplements.js'
import type { TitleClue } from './title-clues.js'
import { otherYears } from './title-years.js'

export { rulesVersion } from './rules.js'

/**
 * What two records are to each other, with every piece of evidence. The same for (a, b) and (b, a), but for the sides of
 * the values.
 */
export const compare = (one: Clues, other: Clues): Comparison => comparePair(pairOf(one, other))

export function comparePair({ a, b, titles: titlesOf }: Pair): Comparison {
  const ledger = new Ledger()
  const titles = forgiven(unlessAnother(titlesOf(), a, b), a, b)
  const hosts = compareHosts(a.host, b.host)
  const makers = titles.agreement === 'differs' && hosts.place !== 'same' ? 'unknown' : compareMakers(a, b)
  const isAddressed =
    makers === 'same' && hosts.place === 'same' && hosts.host !== 'differs' && isWholePlace(a.host, b.host)
  weighTitles(ledger, titles, {
    isAddressed,
    isLong: titles.agreement === 'same' && isLongTitle(titles, a, b),
    isPartOfSet: titles.agreement !== 'differs' && (isOfSet(a, b) || isOfSet(b, a) || isSupplemented(a, b)),
    isNumbered: a.volume !== undefined && a.volume === b.volume,
    years: otherYears(a, b),
  })
  compareKinds(ledger, a, b, titles)
  weighNames(ledger, a, b, makers)
  compareNumbers(ledger, a, b)
  compareImprints(ledger, a, b, makers)
  weighHosts(ledger, a, b, hosts)
  const { evidence, score } = ledger
  return {
    outcome: outcomeOf(evidence, score, titles, kindOf(a, b)),
    score,
    evidence,
  }
}

/**
 * 中国文物地图集山东分册 and 山西分册: one character that is no slip, for the pages or the numbers are others too. Serials are told by
 * their title: 山东师范大学学报 and 广东师范大学学报 need a number that is one.
 */
function unlessAnother(titles: TitleAgreement, a: Clues, b: Clues): TitleAgreement {
  if (!titles.isReplaced || titles.agreement !== 'close') return titles
  const isOtherSerial = a.type === 'serial' && b.type === 'serial' && !areOneNumber(a, b)
  const isOther = kindOf(a, b).isOtherNumber || arePagesOther(a, b) || isOtherSerial
  if (!isOther) return titles
  // Two parts are two, whatever the title.
  const part = titles.part === 'differs' ? 'differs' : 'unknown'
  return { ...titles, agreement: 'differs', weight: 'common', part }
}

/**
 * A slip in a short title: number or makers, pages, year and publisher are one, and so is half of the title. Where no number tells
 * it, nothing stands in the place of anything else: 小学语文 and 小学数学 of one editor are two, whatever their pages.
 */
function forgiven(titles: TitleAgreement, a: Clues, b: Clues): TitleAgreement {
  if (titles.agreement === 'differs' && areNamesOfOneSerial(a, b))
    return { ...titles, agreement: 'close', weight: 'middling' }
  const [one, other] = [a.titles[0], b.titles[0]]
  if (titles.agreement !== 'differs' || !one || !other || isOfOther(one, other) || !isOneBook(a, b))
    return titles
  const { ratio, countsDiffer, replaced } = likeness(one.main, other.main)
  const isLike = ratio >= 0.5 && (isOneNumber(a, b) || (!countsDiffer && replaced === 0))
  return isLike || isSlip(one.main, other.main)
    ? { ...titles, agreement: 'close', weight: 'middling' }
    : titles
}

const isOneBook = (a: Clues, b: Clues): boolean =>
  a.extent?.pages !== undefined &&
  a.extent.pages === b.extent?.pages &&
  a.years.some((year) => b.years.includes(year)) &&
  (a.publishers.length === 0 || b.publishers.length === 0 || comparePublishers(a, b) !== 'differs') &&
  (isOneNumber(a, b) ||
    (kindOf(a, b).isSameLong && !kindOf(a, b).isOtherNumber && compareMakers(a, b) === 'same'))

const isOneNumber = (a: Clues, b: Clues): boolean =>
  a.identifiers.some((number) => isOfBook(number) && b.identifiers.includes(number))

/** 统一书号 is what ISBN became. */
const isOfBook = (number: string): boolean => isIsbn(number) || number.startsWith('csbn')

/** Six words and more, of which enough tell something. */
const isLongTitle = ({ weight, a: title = '' }: TitleAgreement, a: Clues, b: Clues): boolean =>
  weight === 'telling' &&
  kindOf(a, b).isArticle &&
  (a.names.length === 0 || b.names.length === 0) &&
  tokensOf(title).length >= longTitle
const longTitle = 6

/** What is told of titles by what else the records say. */
interface Beside {
  /** By the same authors on the same pages: an article whose title was translated stands where it stands. */
  isAddressed: boolean
  /** The same long title of an article, of which one record names nobody. */
  isLong: boolean
  /** Or a supplement. */
  isPartOfSet: boolean
  /** Both number the volume, with one number: that only one tells its name besides says nothing. */
  isNumbered: boolean
  /** By which alone the two differ. */
  years: [string, string] | undefined
}

/** Folge 2, Teilband A-M, Festschrift beside the record of all volumes: what is not read as a volume is a part of it too. */
const isOfSet = ({ titles: [title], volume, set }: Clues, whole: Clues): boolean =>
  whole.set !== undefined &&
  set === undefined &&
  volume === undefined &&
  !whole.titles[0]?.part &&
  (title?.number !== undefined || title?.part !== undefined) &&
  !full(whole.titles[0] as TitleClue).includes(title.part ?? '\n')

/** 地质译丛 and its 增刊, which bear one ISSN. A book may be on dietary supplements. */
const isSupplemented = (a: Clues, b: Clues): boolean =>
  a.type === 'serial' &&
  b.type === 'serial' &&
  a.titles[0] !== undefined &&
  b.titles[0] !== undefined &&
  isSupplement(a.titles[0]) !== isSupplement(b.titles[0])

function weighTitles(
  ledger: Ledger,
  titles: TitleAgreement,
  { isAddressed, isLong, isPartOfSet, isNumbered, years }: Beside,
): void {
  const { agreement, a, b, weight } = titles
  const agrees = agreement === 'same' || agreement === 'close'
  ledger.add(
    'title',
    agreement,
    a,
    b,
    agrees
      ? adjustments.title[weight] + (isLong ? adjustments.longTitle : 0)
      : isAddressed
        ? adjustments.translatedTitle
        : 0,
  )
  if (agreement === 'same' && titles.subtitle !== 'unknown') ledger.add('subtitle', titles.subtitle, a, b)
  if (isPartOfSet) ledger.add('part', 'differs', a, b)
  else if (titles.part === 'one-sided')
    ledger.add('part', 'unknown', a, b, isNumbered ? 0 : adjustments.oneSidedPart)
  else if (titles.part !== 'unknown') ledger.add('part', titles.part, a, b)
  if (titles.part !== 'differs' && !isPartOfSet && years) ledger.add('part', 'differs', ...years)
}

function weighNames(ledger: Ledger, a: Clues, b: Clues, agreement: NameAgreement): void {
  ledger.add('agents', agreement, shownNames(a, 'maker'), shownNames(b, 'maker'))
  const translators = compareTranslators(a, b)
  if (translators !== 'unknown')
    ledger.add('translator', translators, shownNames(a, 'translator'), shownNames(b, 'translator'))
}

const shownNames = ({ names }: Clues, role: 'maker' | 'translator'): string | undefined =>
  names
    .filter((name) => name.role === role)
    .map(({ names: [first] }) => first)
    .join('; ') || undefined

/** The name of a journal is written in many ways, also in two languages: where the place agrees it does not matter. */
function weighHosts(
  ledger: Ledger,
  a: Clues,
  b: Clues,
  { host, isOther, isMeeting, place }: HostAgreement,
): void {
  if (host !== 'unknown') {
    const isExcused = host === 'differs' && place === 'same'
    const isAnother = host === 'differs' ? isOther : isMeeting && isOtherYear(a, b)
    const adjust = isExcused ? -rules.host.differs : isAnother ? adjustments.otherHost : 0
    ledger.add('host', host, a.host?.titles[0], b.host?.titles[0], adjust, isOther)
  }
  if (place !== 'unknown')
    ledger.add('place', isNextVersion(a, b) ? 'differs' : place, shownPlace(a), shownPlace(b))
}

/** CD001431 of 2001 and of 2006: a review that is brought up to date keeps its number, and is another in another volume. */
const isNextVersion = (a: Clues, b: Clues): boolean =>
  a.host?.volume !== b.host?.volume && isOtherYear(a, b) && /\D/u.test(a.host?.first ?? '')

/** A conference of another year is another conference. */
const isOtherYear = (a: Clues, b: Clues): boolean =>
  a.years.length > 0 && b.years.length > 0 && !a.years.some((year) => b.years.includes(year))

const shownPlace = ({ host }: Clues): string =>
  [host?.volume, host?.issue && `(${host.issue})`, host?.first && `:${host.first}`].filter(Boolean).join('')
