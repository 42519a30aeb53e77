import type { Clues } from './clues.js'
import { compareHosts, type HostAgreement, isWholePlace } from './compare-hosts.js'
import { compareImprints } from './compare-imprints.js'
import { compareMakers, compareTranslators, type NameAgreement } from './compare-names.js'
import { compareNumbers } from './compare-numbers.js'
import { compareTitles, type TitleAgreement } from './compare-titles.js'
import type { Comparison, Evidence, Outcome } from './comparison.js'
import { Ledger } from './ledger.js'
import { rules, thresholds } from './rules.js'
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
  const hosts = compareHosts(a.host, b.host)
  const makers = titles.agreement === 'differs' && hosts.place !== 'same' ? 'unknown' : compareMakers(a, b)
  const isAddressed =
    makers === 'same' && hosts.place === 'same' && hosts.host !== 'differs' && isWholePlace(a.host, b.host)
  weighTitles(ledger, titles, isAddressed)
  weighVolumes(ledger, a, b)
  weighType(ledger, a, b)
  weighLanguages(ledger, a, b)
  weighNames(ledger, a, b, makers)
  compareNumbers(ledger, a, b)
  compareImprints(ledger, a, b)
  weighHosts(ledger, a, b, hosts)
  const { evidence, score } = ledger
  return {
    outcome: outcomeOf(evidence, score, titles, a.type === 'article' && b.type === 'article'),
    score,
    evidence,
  }
}

function outcomeOf(evidence: Evidence[], score: number, titles: TitleAgreement, isArticle: boolean): Outcome {
  if (titles.agreement === 'unknown' || evidence.some(({ veto }) => veto === 'work')) return 'apart'
  if (score < thresholds.grey) return 'apart'
  if (score < thresholds.work || !isVouched(evidence, titles, isArticle)) return 'grey'
  return score >= thresholds.version && !evidence.some(({ veto }) => veto === 'version') ? 'version' : 'work'
}

/**
 * A title that many works bear needs makers or a number that agree; year and publisher are not enough. A column or an
 * editorial comes again under one title and name: it needs its year, a common one its journal too.
 */
function isVouched(evidence: Evidence[], { weight }: TitleAgreement, isArticle: boolean): boolean {
  if (weight === 'telling') return true
  const isSame = (name: string): boolean =>
    evidence.some((one) => one.name === name && one.agreement === 'same')
  if (numbers.some(isSame)) return true
  if (!isArticle) return isSame('agents')
  return isSame('agents') && isSame('year') && (weight === 'middling' || isSame('host'))
}
const numbers = ['isbn', 'issn', 'doi', 'other-number', 'agency-number', 'place']

const translated = 50
const worth = { telling: 0, middling: -7, common: -15 }

/** An article whose title was translated stands where it stands: `isAddressed`, by the same authors on the same pages. */
function weighTitles(ledger: Ledger, titles: TitleAgreement, isAddressed: boolean): void {
  const { agreement, a, b, weight } = titles
  const agrees = agreement === 'same' || agreement === 'close'
  ledger.add('title', agreement, a, b, agrees ? worth[weight] : isAddressed ? translated : 0)
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
    const isOtherYear =
      isMeeting && a.years.length > 0 && b.years.length > 0 && !a.years.some((year) => b.years.includes(year))
    const adjust =
      host !== 'differs'
        ? isOtherYear
          ? otherHost
          : 0
        : place === 'same'
          ? excused
          : isOther
            ? otherHost
            : 0
    ledger.add('host', host, a.host?.titles[0], b.host?.titles[0], adjust)
  }
  if (place !== 'unknown') ledger.add('place', place, shownPlace(a), shownPlace(b))
}
const excused = -rules.host.differs
const otherHost = -20

const shownPlace = ({ host }: Clues): string =>
  [host?.volume, host?.issue && `(${host.issue})`, host?.first && `:${host.first}`].filter(Boolean).join('')
