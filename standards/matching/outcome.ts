import type { Clues } from './clues.js'
import type { TitleAgreement } from './compare-titles.js'
import type { Evidence, Outcome } from './comparison.js'
import { thresholds } from './rules.js'

/** A veto decides alone; else the score does, and a title that is too common needs a witness. */
export function outcomeOf(evidence: Evidence[], score: number, titles: TitleAgreement, kind: Kind): Outcome {
  if (titles.agreement === 'unknown' || evidence.some(({ veto }) => veto === 'work')) return 'apart'
  if (score < thresholds.grey) return 'apart'
  if (score < thresholds.work || !isVouched(evidence, titles, kind)) return 'grey'
  return score >= thresholds.version && !evidence.some(({ veto }) => veto === 'version') ? 'version' : 'work'
}

/**
 * A title that many works bear needs makers or a number that agree; year and publisher are not enough, with the pages of a
 * long book they are. A column or an editorial comes again under one title and name: it needs its year, a common one its
 * journal too. Statutes of one university and reports of one institute differ in a word: without a number a librarian
 * decides; so of a title whose subtitles are two, where it is common or no person made either (Message from the President).
 */
function isVouched(
  evidence: Evidence[],
  { weight, subtitle, isOtherWord }: TitleAgreement,
  { isArticle, isUndated, isUnpaged, isOfNoPerson, isOtherNumber, isSameLong }: Kind,
): boolean {
  const isAnywhere = (name: string, agreement: Evidence['agreement']): boolean =>
    evidence.some((one) => one.name === name && one.agreement === agreement)
  const isSame = (name: string): boolean => isAnywhere(name, 'same')
  if (numbers.some(isSame)) return true
  if (isOtherWord && !isArticle) return false
  if (subtitle === 'differs' && (weight === 'common' || isOfNoPerson)) return false
  if (weight === 'common' && isOfNoPerson && isAnywhere('publisher', 'differs')) return false
  const isSomebodys = isSame('agents') || isAnywhere('agents', 'close')
  const isOtherBook = isAnywhere('extent', 'differs') || (isOtherNumber && !isSame('year'))
  if (!isArticle && !isSomebodys && isOtherBook && (isOtherNumber || isAnywhere('publisher', 'differs')))
    return false
  if (weight === 'telling') return true
  if (!isArticle)
    return (
      isSame('agents') ||
      ((weight === 'middling' || isSameLong) &&
        isSame('year') &&
        isSame('publisher') &&
        (isSame('extent') || isUnpaged) &&
        !isOtherNumber)
    )
  if (!isSame('agents')) return false
  return weight === 'middling' ? isSame('year') || isUndated : isSame('year') && isSame('host')
}

export interface Kind {
  isArticle: boolean
  /** One of the two names no year. */
  isUndated: boolean
  /** Both have an ISBN, and no common one. */
  isOtherNumber: boolean
  /** Both are films, or serials: of them neither pages nor makers tell. */
  isUnpaged: boolean
  /** Of neither a person is named who made it: bodies did, or nobody is named. Who translated it did not make it. */
  isOfNoPerson: boolean
  /** Both have as many pages, and so many that it is no chance. */
  isSameLong: boolean
}
const long = 100

export const kindOf = (a: Clues, b: Clues): Kind => ({
  isArticle: a.type === 'article' && b.type === 'article',
  isUndated: a.years.length === 0 || b.years.length === 0,
  isUnpaged: a.type === b.type && (a.type === 'video' || a.type === 'serial'),
  isOtherNumber:
    a.identifiers.some(isIsbn) &&
    b.identifiers.some(isIsbn) &&
    !a.identifiers.some((number) => b.identifiers.includes(number)),
  isOfNoPerson: !a.names.some(isPerson) && !b.names.some(isPerson),
  isSameLong: (a.extent?.pages ?? 0) >= long && a.extent?.pages === b.extent?.pages,
})
const isPerson = ({ isBody, role }: Clues['names'][number]): boolean => !isBody && role === 'maker'
export const isIsbn = (number: string): boolean => number.startsWith('isbn')

const numbers = ['isbn', 'issn', 'doi', 'other-number', 'agency-number', 'place']
