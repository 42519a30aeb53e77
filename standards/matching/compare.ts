import type { Clues } from './clues.js'
import { compareHosts, type HostAgreement, isWholePlace } from './compare-hosts.js'
import { compareImprints } from './compare-imprints.js'
import { compareMakers, compareTranslators, type NameAgreement } from './compare-names.js'
import { compareNumbers } from './compare-numbers.js'
import { compareTitles, type TitleAgreement } from './compare-titles.js'
import type { Comparison, Evidence, Outcome } from './comparison.js'
import { Ledger } from './ledger.js'
import { rules, thresholds } from './rules.js'
import { likeness } from './similarity.js'
import { familyOf } from './traits.js'
import { isSameVolume } from './volumes.js'

export { rulesVersion } from './rules.js'

/**
 * What two records are to each other, with every piece of evidence. The same for (a, b) and (b, a), but for the sides of
 * the values.
 */
export function compare(one: Clues, other: Clues): Comparison {
  const a = withVolume(one, other)
  const b = withVolume(other, one)
  const ledger = new Ledger()
  const titles = forgiven(compareTitles(a, b), a, b)
  const hosts = compareHosts(a.host, b.host)
  const makers = titles.agreement === 'differs' && hosts.place !== 'same' ? 'unknown' : compareMakers(a, b)
  const isAddressed =
    makers === 'same' && hosts.place === 'same' && hosts.host !== 'differs' && isWholePlace(a.host, b.host)
  weighTitles(ledger, titles, isAddressed)
  weighVolumes(ledger, a, b, titles)
  weighType(ledger, a, b)
  weighForm(ledger, a, b)
  weighLanguages(ledger, a, b)
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

/** A slip in a short title: number, pages, year and publisher are one, and so is half of the title. */
function forgiven(titles: TitleAgreement, a: Clues, b: Clues): TitleAgreement {
  if (titles.agreement !== 'differs' || !isOneBook(a, b)) return titles
  const { ratio } = likeness(a.titles[0]?.main ?? '', b.titles[0]?.main ?? '')
  return ratio < 0.5 ? titles : { ...titles, agreement: 'close', weight: 'middling' }
}

const isOneBook = (a: Clues, b: Clues): boolean =>
  a.extent?.pages !== undefined &&
  a.extent.pages === b.extent?.pages &&
  a.years.some((year) => b.years.includes(year)) &&
  a.publishers.some((publisher) => b.publishers.includes(publisher)) &&
  a.identifiers.some((number) => isIsbn(number) && b.identifiers.includes(number))

/** 秋千与石榴上 is 秋千与石榴 with the volume 上 where the other record says so: by itself 上 may belong to the word. */
function withVolume(a: Clues, b: Clues): Clues {
  const [title, twin] = [a.titles[0], b.titles[0]]
  if (!b.volume || a.volume || !title || !twin || title.main.length !== twin.main.length + 1) return a
  const volume = title.main.slice(-1)
  if (!title.main.startsWith(twin.main) || !isSameVolume(volume, b.volume)) return a
  return { ...a, volume, titles: [{ ...title, main: twin.main }, ...a.titles.slice(1)] }
}

function outcomeOf(evidence: Evidence[], score: number, titles: TitleAgreement, kind: Kind): Outcome {
  if (titles.agreement === 'unknown' || evidence.some(({ veto }) => veto === 'work')) return 'apart'
  if (score < thresholds.grey) return 'apart'
  if (score < thresholds.work || !isVouched(evidence, titles, kind)) return 'grey'
  return score >= thresholds.version && !evidence.some(({ veto }) => veto === 'version') ? 'version' : 'work'
}

/**
 * A title that many works bear needs makers or a number that agree; year and publisher are not enough. A column or an
 * editorial comes again under one title and name: it needs its year, a common one its journal too.
 */
function isVouched(
  evidence: Evidence[],
  { weight }: TitleAgreement,
  { isArticle, isOtherNumber }: Kind,
): boolean {
  if (weight === 'telling') return true
  const isSame = (name: string): boolean =>
    evidence.some((one) => one.name === name && one.agreement === 'same')
  if (numbers.some(isSame)) return true
  if (!isArticle)
    return (
      isSame('agents') ||
      (weight === 'middling' && isSame('year') && isSame('publisher') && isSame('extent') && !isOtherNumber)
    )
  return isSame('agents') && isSame('year') && (weight === 'middling' || isSame('host'))
}
interface Kind {
  isArticle: boolean
  /** Both have an ISBN, and no common one. */
  isOtherNumber: boolean
}
const kindOf = (a: Clues, b: Clues): Kind => ({
  isArticle: a.type === 'article' && b.type === 'article',
  isOtherNumber:
    a.identifiers.some(isIsbn) &&
    b.identifiers.some(isIsbn) &&
    !a.identifiers.some((number) => b.identifiers.includes(number)),
})
const isIsbn = (number: string): boolean => number.startsWith('isbn')

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
function weighVolumes(ledger: Ledger, a: Clues, b: Clues, { isOfVolume }: TitleAgreement): void {
  const [one, other] = [volumeWord(a), volumeWord(b)]
  if (one === undefined && other === undefined) return
  if (a.set !== undefined && b.set !== undefined) weighSets(ledger, a, b)
  else if (a.volume && b.volume) ledger.add('volume', isOneVolume(a, b) ? 'same' : 'differs', one, other)
  else if (a.set !== undefined && b.volume) ledger.add('volume', 'differs', one, other)
  else if (b.set !== undefined && a.volume) ledger.add('volume', 'differs', one, other)
  else if (a.volume || b.volume) {
    const isSamePages = a.extent?.pages !== undefined && a.extent.pages === b.extent?.pages
    ledger.add('volume', isOfVolume ? 'unknown' : isSamePages ? 'close' : 'differs', one, other)
  }
}

/** 下 is the second of two or the third of three: with another number it may be either. */
const isOneVolume = (a: Clues, b: Clues): boolean =>
  a.volume === b.volume || (isSameVolume(a.volume ?? '', b.volume ?? '') && !kindOf(a, b).isOtherNumber)

const volumeWord = ({ volume, set }: Clues): string | undefined =>
  volume ?? (set === undefined ? undefined : set === 0 ? 'set' : `set of ${set}`)

function weighSets(ledger: Ledger, a: Clues, b: Clues): void {
  const isSame = !a.set || !b.set || a.set === b.set
  ledger.add('volume', isSame ? 'same' : 'unknown', volumeWord(a), volumeWord(b))
}

function weighType(ledger: Ledger, a: Clues, b: Clues): void {
  if (a.type === b.type || a.type === 'other' || b.type === 'other') return
  const [one, other] = [familyOf(a), familyOf(b)]
  const isRead = (one === 'text' && isRecording(b)) || (other === 'text' && isRecording(a))
  const isOpen = one === undefined || other === undefined
  const mayBe = one === other || isRead || (isOpen && a.type !== 'audio' && b.type !== 'audio')
  ledger.add('type', mayBe ? 'close' : 'differs', a.type, b.type)
}

/** What is printed is no recording, whatever its type. */
const isRecording = ({ type, carrier }: Clues): boolean => type === 'audio' && carrier !== 'print'

/** The picture book of a novel; `adapted` may be any of them. */
function weighForm(ledger: Ledger, a: Clues, b: Clues): void {
  if (a.form === b.form) return
  const mayBe = a.form !== undefined && b.form !== undefined && (a.form === 'adapted' || b.form === 'adapted')
  ledger.add('form', mayBe ? 'close' : 'differs', a.form ?? 'text', b.form ?? 'text')
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
