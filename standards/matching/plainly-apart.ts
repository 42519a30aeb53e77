import type { Clues } from './clues.js'
import { compareKinds } from './compare-kinds.js'
import { compareMakers } from './compare-names.js'
import { areOneNumber } from './compare-numbers.js'
import type { TitleAgreement } from './compare-titles.js'
import { Ledger } from './ledger.js'
import { kindOf } from './outcome.js'
import type { Pair } from './pair.js'
import { adjustments, type RuleName, rules, thresholds } from './rules.js'

/**
 * Whether `compare` would find the two apart, told by what costs least: volumes of a set and books of one plain title
 * meet each other by hundreds, and of those nothing is kept. `true` is always right; `false` says nothing.
 */
export function arePlainlyApart({ a, b, titles: titlesOf }: Pair): boolean {
  if (areOtherKinds(a, b)) return true
  const titles = titlesOf()
  if (titles.agreement === 'unknown' || titles.part === 'differs') return true
  // What outweighs all the rest: a common number, a place in a journal, a slip in the title of one book.
  if (areOneNumber(a, b) || (a.host && b.host) || kindOf(a, b).isSameLong) return false
  const rest = mostOfRest(a, b)
  if (titles.agreement === 'differs') return rules.title.differs + rest < thresholds.grey
  const makers = compareMakers(a, b)
  const ofMakers = makers === 'unknown' ? 0 : rules.agents[makers]
  return (
    pointsOfTitles(titles, a.volume !== undefined && a.volume === b.volume) + ofMakers + rest <
    thresholds.grey
  )
}

/** Whether the title is of a volume is not known yet: it only excuses. */
const areOtherKinds = (a: Clues, b: Clues): boolean => {
  const ledger = new Ledger()
  compareKinds(ledger, a, b, { isOfVolume: true })
  return ledger.evidence.some(({ veto }) => veto === 'work')
}

const pointsOfTitles = ({ agreement, weight, part, subtitle }: TitleAgreement, isNumbered: boolean): number =>
  (agreement === 'same' ? rules.title.same : rules.title.close) +
  adjustments.title[weight] +
  (part === 'same' ? rules.part.same : part === 'one-sided' && !isNumbered ? adjustments.oneSidedPart : 0) +
  (agreement === 'same' && subtitle !== 'unknown' ? rules.subtitle[subtitle] : 0)

/** What all other evidence may add at most: what one record does not say adds nothing. */
const mostOfRest = (a: Clues, b: Clues): number =>
  (kindOf(a, b).isArticle ? adjustments.longTitle : 0) +
  (isNumbered(a) && isNumbered(b) ? most('volume') : 0) +
  (a.languages.length && b.languages.length ? most('language') : 0) +
  most('translator') +
  (a.years.length && b.years.length ? most('year') : 0) +
  (a.publishers.length && b.publishers.length ? most('publisher') : 0) +
  (a.edition && b.edition ? most('edition') : 0) +
  (a.extent && b.extent ? most('extent') : 0) +
  (a.carrier && b.carrier ? most('carrier') : 0) +
  most('type') +
  most('form') +
  most('content')

const isNumbered = ({ volume, set, inSets }: Clues): boolean =>
  volume !== undefined || set !== undefined || inSets !== undefined

const most = (name: RuleName): number => Math.max(0, rules[name].same, rules[name].close)
