import { isOneCarrier } from './carriers.js'
import type { Clues } from './clues.js'
import type { Ledger } from './ledger.js'

const ruleOf: Record<string, 'isbn' | 'issn' | 'doi' | 'other-number'> = {
  isbn: 'isbn',
  issn: 'issn',
  doi: 'doi',
}

/** Numbers of the thing and of its descriptions: what both have is evidence, the one of each kind that weighs most. */
export function compareNumbers(ledger: Ledger, a: Clues, b: Clues): void {
  const done = new Set<string>()
  const shared = a.identifiers.filter((number) => b.identifiers.includes(number)).sort()
  for (const number of shared) {
    const scheme = number.slice(0, number.indexOf(' '))
    const rule = ruleOf[scheme] ?? 'other-number'
    if (done.has(rule)) continue
    done.add(rule)
    const value = number.slice(scheme.length + 1)
    ledger.add(rule, 'same', value, value)
  }
  for (const scheme of ['doi', 'issn'] as const) if (!done.has(scheme)) differing(ledger, scheme, a, b)
  const [number] = a.numbers.filter((one) => b.numbers.includes(one)).sort()
  if (number) ledger.add('agency-number', 'same', number, number)
}

/** Of the thing, or of a description that both go back to. */
export const areOneNumber = (a: Clues, b: Clues): boolean =>
  a.identifiers.some((number) => b.identifiers.includes(number)) ||
  a.numbers.some((number) => b.numbers.includes(number))

/** Of an article's journal an ISSN says nothing about the article; of a serial it does, but each carrier has its own. */
function differing(ledger: Ledger, scheme: 'doi' | 'issn', a: Clues, b: Clues): void {
  if (scheme === 'issn' && (a.type !== 'serial' || b.type !== 'serial')) return
  if (scheme === 'issn' && a.carrier && b.carrier && !isOneCarrier(a.carrier, b.carrier)) return
  const [one, other] = [a, b].map(({ identifiers }) =>
    identifiers.find((number) => number.startsWith(scheme)),
  )
  if (one && other)
    ledger.add(scheme, 'differs', one.slice(scheme.length + 1), other.slice(scheme.length + 1))
}
