import type { Clues } from './clues.js'
import { isSameJournal } from './compare-hosts.js'
import { isSupplement } from './supplements.js'

/**
 * Whether two titles are names of one serial, which its ISSN says: Nature and Nature (London), J. Am. Chem. Soc. and the
 * same in full. A section or a supplement may bear the number of the serial that it belongs to.
 */
export function areNamesOfOneSerial(a: Clues, b: Clues): boolean {
  const [one, other] = [a.titles[0], b.titles[0]]
  if (a.type !== 'serial' || b.type !== 'serial' || !one || !other) return false
  if (!a.identifiers.some((number) => number.startsWith('issn ') && b.identifiers.includes(number)))
    return false
  if (isSupplement(one) !== isSupplement(other) || one.number !== other.number) return false
  return (
    isSameJournal(one.main, other.main) ||
    isQualified(one.main, other.main) ||
    isQualified(other.main, one.main)
  )
}

/** A place, or what it is printed on, by which cataloguers tell serials of one title. */
const isQualified = (title: string, longer: string): boolean =>
  longer.startsWith(`${title} `) && qualifier.test(longer.slice(title.length + 1))
const qualifier =
  /^(?!series|section|part|new |abstracts|supplement|letters|review|and )\p{L}{4,}(?: \p{L}{3,})?$/u
