import { isOneCarrier } from './carriers.js'
import type { Clues } from './clues.js'
import type { NameAgreement } from './compare-statements.js'
import type { Ledger } from './ledger.js'
import { adjustments } from './rules.js'
import { likeness } from './similarity.js'

/** Year, publisher, edition, extent and carrier: which edition of it this is. */
export function compareImprints(ledger: Ledger, a: Clues, b: Clues, makers: NameAgreement): void {
  weighYears(ledger, a, b)
  if (a.publishers.length && b.publishers.length)
    ledger.add('publisher', comparePublishers(a, b), a.publishers[0], b.publishers[0])
  weighEditions(ledger, a, b)
  weighExtents(ledger, a, b, makers === 'unknown' ? adjustments.pagesWithoutMakers : 0)
  if (a.carrier && b.carrier)
    ledger.add('carrier', isOneCarrier(a.carrier, b.carrier) ? 'same' : 'differs', a.carrier, b.carrier)
  if (a.content && b.content)
    ledger.add('content', a.content === b.content ? 'same' : 'differs', a.content, b.content)
}

/**
 * Printings of one ISBN are catalogued with their own years; an article has one. A serial began in one, but catalogues often
 * tell the year of what they hold.
 */
function weighYears(ledger: Ledger, a: Clues, b: Clues): void {
  if (a.years.length === 0 || b.years.length === 0) return
  const apart = Math.min(...a.years.flatMap((one) => b.years.map((other) => Math.abs(one - other))))
  const isSerial = a.type === 'serial' || b.type === 'serial'
  if (isSerial && (apart > 0 || a.type !== b.type)) return
  const agreement = apart === 0 ? 'same' : apart === 1 ? 'close' : 'differs'
  const isArticle = a.type === 'article' && b.type === 'article'
  const isReprinted = a.identifiers.some(
    (number) => number.startsWith('isbn') && b.identifiers.includes(number),
  )
  const adjust = isArticle
    ? apart === 0
      ? 0
      : apart === 1
        ? adjustments.articleOfNextYear
        : adjustments.articleOfOtherYear
    : 0
  ledger.add('year', agreement, a.years.join(' '), b.years.join(' '), adjust, !isReprinted)
}

export function comparePublishers(a: Clues, b: Clues): 'same' | 'close' | 'differs' {
  for (const one of a.publishers)
    for (const other of b.publishers) {
      if (one === other) return 'same'
      if (one.includes(other) || other.includes(one) || isSlipOf(one, other)) return 'close'
    }
  return 'differs'
}

/** 广东人民 and 广西人民 are two. */
const isSlipOf = (one: string, other: string): boolean => {
  const { ratio, replaced } = likeness(one, other)
  return ratio >= 0.66 && replaced === 0
}

function weighEditions(ledger: Ledger, a: Clues, b: Clues): void {
  const [one, other] = [a.edition, b.edition]
  if (!one || !other) return
  const shown = (edition: typeof one): string => [edition.number, edition.kind].filter(Boolean).join(' ')
  if (one.number && other.number)
    ledger.add('edition', one.number === other.number ? 'same' : 'differs', shown(one), shown(other))
  else if (one.kind && one.kind === other.kind) ledger.add('edition', 'same', shown(one), shown(other))
}

function weighExtents(ledger: Ledger, a: Clues, b: Clues, adjust: number): void {
  const [one, other] = [a.extent, b.extent]
  if (!one || !other) return
  const [mine, theirs] = [one.volumes ?? 1, other.volumes ?? 1]
  if (mine !== theirs && (mine === 1 || theirs === 1 || (one.volumes && other.volumes)))
    ledger.add('extent', 'differs', `${mine} v.`, `${theirs} v.`)
  else if (one.pages && other.pages) weighPages(ledger, a, b, adjust)
  else if (mine > 1) ledger.add('extent', 'same', `${mine} v.`, `${theirs} v.`)
}

/** Both tell their pages, and too many more are in one. */
export const arePagesOther = (a: Clues, b: Clues): boolean => {
  const [one = 0, other = 0] = [a.extent?.pages, b.extent?.pages]
  return one > 0 && other > 0 && comparePages(one, other) === 'differs'
}

const comparePages = (one: number, other: number): 'same' | 'close' | 'differs' => {
  const apart = Math.abs(one - other)
  return apart === 0 ? 'same' : apart <= Math.max(4, Math.min(one, other) * 0.02) ? 'close' : 'differs'
}

/** Other pages in another year are another edition, whatever number it bears. */
function weighPages(ledger: Ledger, a: Clues, b: Clues, adjust: number): void {
  const [one = 0, other = 0] = [a.extent?.pages, b.extent?.pages]
  const agreement = comparePages(one, other)
  const isOtherYear =
    a.years.length > 0 && b.years.length > 0 && !a.years.some((year) => b.years.includes(year))
  ledger.add('extent', agreement, `${one}`, `${other}`, agreement === 'differs' ? adjust : 0, isOtherYear)
}
