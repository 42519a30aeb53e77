import type { Clues } from './clues.js'
import { compareHosts } from './compare-hosts.js'
import { compareImprints } from './compare-imprints.js'
import { compareMakers, compareTranslators } from './compare-names.js'
import { compareNumbers } from './compare-numbers.js'
import { compareTitles, type TitleAgreement } from './compare-titles.js'
import type { Comparison, Evidence, Outcome } from './comparison.js'
import { Ledger } from './ledger.js'
import { thresholds } from './rules.js'
import { familyOf } from './traits.js'
import { isSameVolume } from './volumes.js'

export { rulesVersion } from './rules.js'

/**
 * What two records are to each other, with every piece of evidence. The same for (a, b) and (b, a), but for the sides of
 * the values.
 */
export function compare(a: Clues, b: Clues): Comparison {
  const ledger = new Ledger()
  const titles = compareTitles(a, b)
  weighTitles(ledger, titles)
  weighVolumes(ledger, a, b)
  weighType(ledger, a, b)
  weighLanguages(ledger, a, b)
  weighNames(ledger, a, b, titles)
  compareNumbers(ledger, a, b)
  compareImprints(ledger, a, b)
  weighHosts(ledger, a, b)
  const { evidence, score } = ledger
  return { outcome: outcomeOf(evidence, score, titles), score, evidence }
}

function outcomeOf(evidence: Evidence[], score: number, titles: TitleAgreement): Outcome {
  if (titles.agreement === 'unknown' || evidence.some(({ veto }) => veto === 'work')) return 'apart'
  if (score < thresholds.grey) return 'apart'
  if (score < thresholds.work || !isVouched(evidence, titles)) return 'grey'
  return score >= thresholds.version && !evidence.some(({ veto }) => veto === 'version') ? 'version' : 'work'
}

/** A title that many works bear needs a maker or a number that agrees; year and publisher are not enough. */
const isVouched = (evidence: Evidence[], { weight }: TitleAgreement): boolean =>
  weight === 'telling' ||
  evidence.some(
    ({ name, agreement }) => vouching.has(name) && agreement !== 'differs' && agreement !== 'unknown',
  )
const vouching = new Set(['agents', 'isbn', 'issn', 'doi', 'other-number', 'agency-number', 'place'])

const worth = { telling: 0, middling: -7, common: -15 }

function weighTitles(ledger: Ledger, titles: TitleAgreement): void {
  const { agreement, a, b, weight } = titles
  ledger.add('title', agreement, a, b, agreement === 'same' || agreement === 'close' ? worth[weight] : 0)
  if (agreement === 'same' && titles.subtitle !== 'unknown') ledger.add('subtitle', titles.subtitle, a, b)
  if (titles.part === 'one-sided') ledger.add('part', 'unknown', a, b, -20)
  else if (titles.part !== 'unknown') ledger.add('part', titles.part, a, b)
}

/** A volume is neither another volume nor the set; nor the bare title, unless the pages say that it is the same thing. */
function weighVolumes(ledger: Ledger, a: Clues, b: Clues): void {
  const [one, other] = [volumeWord(a), volumeWord(b)]
  if (one === undefined && other === undefined) return
  if (a.volume && b.volume)
    ledger.add('volume', isSameVolume(a.volume, b.volume) ? 'same' : 'differs', one, other)
  else if (a.set !== undefined && b.set !== undefined) weighSets(ledger, a, b)
  else if (a.volume && b.set !== undefined) ledger.add('volume', 'differs', one, other)
  else if (b.volume && a.set !== undefined) ledger.add('volume', 'differs', one, other)
  else if (a.volume || b.volume) {
    const isSamePages = a.extent?.pages !== undefined && a.extent.pages === b.extent?.pages
    ledger.add('volume', isSamePages ? 'close' : 'differs', one, other)
  }
}

const volumeWord = ({ volume, set }: Clues): string | undefined =>
  volume ?? (set === undefined ? undefined : set === 0 ? 'set' : `set of ${set}`)

function weighSets(ledger: Ledger, a: Clues, b: Clues): void {
  const isSame = !a.set || !b.set || a.set === b.set
  ledger.add('volume', isSame ? 'same' : 'unknown', volumeWord(a), volumeWord(b))
}

function weighType(ledger: Ledger, a: Clues, b: Clues): void {
  if (a.type === b.type || a.type === 'other' || b.type === 'other') return
  const [one, other] = [familyOf(a.type), familyOf(b.type)]
  const isRead = (one === 'text' && b.type === 'audio') || (other === 'text' && a.type === 'audio')
  const isOpen = one === undefined || other === undefined
  const mayBe = one === other || isRead || (isOpen && a.type !== 'audio' && b.type !== 'audio')
  ledger.add('type', mayBe ? 'close' : 'differs', a.type, b.type)
}

function weighLanguages(ledger: Ledger, a: Clues, b: Clues): void {
  if (a.languages.length === 0 || b.languages.length === 0) return
  const shared =
    a.languages.some((code) => b.languages.includes(code) || code === 'mul') || b.languages.includes('mul')
  ledger.add('language', shared ? 'same' : 'differs', a.languages.join(' '), b.languages.join(' '))
}

function weighNames(ledger: Ledger, a: Clues, b: Clues, titles: TitleAgreement): void {
  const agreement = titles.agreement === 'differs' ? 'unknown' : compareMakers(a, b)
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

function weighHosts(ledger: Ledger, a: Clues, b: Clues): void {
  const { host, place } = compareHosts(a.host, b.host)
  if (host !== 'unknown') ledger.add('host', host, a.host?.titles[0], b.host?.titles[0])
  if (place !== 'unknown') ledger.add('place', place, shownPlace(a), shownPlace(b))
}

const shownPlace = ({ host }: Clues): string =>
  [host?.volume, host?.issue && `(${host.issue})`, host?.first && `:${host.first}`].filter(Boolean).join('')
