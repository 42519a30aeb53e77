import type { Clues } from './clues.js'
import type { NameAgreement } from './compare-names.js'
import type { Ledger } from './ledger.js'
import { likeness } from './similarity.js'

/** Year, publisher, edition, extent and carrier: which edition of it this is. */
export function compareImprints(ledger: Ledger, a: Clues, b: Clues, makers: NameAgreement): void {
  weighYears(ledger, a, b)
  if (a.publishers.length && b.publishers.length)
    ledger.add('publisher', comparePublishers(a, b), a.publishers[0], b.publishers[0])
  weighEditions(ledger, a, b)
  weighExtents(ledger, a, b, makers === 'unknown' ? unknownMakers : 0)
  if (a.carrier && b.carrier)
    ledger.add('carrier', a.carrier === b.carrier ? 'same' : 'differs', a.carrier, b.carrier)
}

/** Printings of one ISBN are catalogued with their own years; an article has one. Serials last. */
function weighYears(ledger: Ledger, a: Clues, b: Clues): void {
  if (a.years.length === 0 || b.years.length === 0 || a.type === 'serial' || b.type === 'serial') return
  const apart = Math.min(...a.years.flatMap((one) => b.years.map((other) => Math.abs(one - other))))
  const agreement = apart === 0 ? 'same' : apart === 1 ? 'close' : 'differs'
  const isArticle = a.type === 'article' && b.type === 'article'
  const isReprinted = a.identifiers.some(
    (number) => number.startsWith('isbn') && b.identifiers.includes(number),
  )
  const adjust = isArticle ? (apart === 0 ? 0 : apart === 1 ? -26 : -31) : 0
  ledger.add('year', agreement, a.years.join(' '), b.years.join(' '), adjust, !isReprinted)
}

function comparePublishers(a: Clues, b: Clues): 'same' | 'close' | 'differs' {
  for (const one of a.publishers)
    for (const other of b.publishers) {
      if (one === other) return 'same'
      if (one.includes(other) || other.includes(one) || likeness(one, other).ratio >= 0.66) return 'close'
    }
  return 'differs'
}

function weighEditions(ledger: Ledger, a: Clues, b: Clues): void {
  const [one, other] = [a.edition, b.edition]
  if (!one || !other) {
    // A second edition beside a record that names none: which one that is, nobody knows.
    return
  }
  const shown = (edition: typeof one): string => [edition.number, edition.kind].filter(Boolean).join(' ')
  if (one.number && other.number)
    ledger.add('edition', one.number === other.number ? 'same' : 'differs', shown(one), shown(other))
  else if (one.kind && one.kind === other.kind) ledger.add('edition', 'same', shown(one), shown(other))
}

/** Where nobody is named, other pages may be another book. */
const unknownMakers = -6

function weighExtents(ledger: Ledger, a: Clues, b: Clues, adjust: number): void {
  const [one, other] = [a.extent, b.extent]
  if (one?.pages && other?.pages) {
    const apart = Math.abs(one.pages - other.pages)
    const agreement = apart === 0 ? 'same' : apart <= Math.max(4, one.pages * 0.02) ? 'close' : 'differs'
    ledger.add('extent', agreement, `${one.pages}`, `${other.pages}`, agreement === 'differs' ? adjust : 0)
  } else if (one?.volumes && other?.volumes && one.volumes > 1)
    ledger.add(
      'extent',
      one.volumes === other.volumes ? 'same' : 'differs',
      `${one.volumes} v.`,
      `${other.volumes} v.`,
    )
}
