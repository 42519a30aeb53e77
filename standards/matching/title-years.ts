import type { Clues } from './clues.js'
import { areOneNumber } from './compare-numbers.js'
import { full } from './compare-titles.js'

/**
 * Years that stand in both titles, or in what is said on the title pages of two bodies’ works, and are not one of them
 * the same: premiums of 1787 and of 1788, acts passed in December 1813 and in December 1814. A number that both have is
 * stronger.
 */
export function otherYears(a: Clues, b: Clues): [string, string] | undefined {
  if (a.type === 'serial' || b.type === 'serial' || areOneNumber(a, b)) return undefined
  const inTitles = apart(titleOf(a), titleOf(b))
  if (inTitles || a.names.some(isPerson) || b.names.some(isPerson)) return inTitles
  return apart(a.statement, b.statement)
}

const titleOf = ({ titles: [title] }: Clues): string => (title ? full(title) : '')
const isPerson = ({ isBody }: Clues['names'][number]): boolean => !isBody

function apart(one = '', other = ''): [string, string] | undefined {
  const [ours, theirs] = [yearsIn(one), yearsIn(other)]
  if (ours.length === 0 || theirs.length === 0 || ours.some((year) => theirs.includes(year))) return undefined
  return [ours.join(' '), theirs.join(' ')]
}

/** 报告2010 too, where nothing stands between; 2010年版 is an edition. */
const yearsIn = (folded: string): string[] =>
  folded.match(/(?<!\d|(?!\p{sc=Han})\p{L})(?:1[5-9]|20)\d\d(?![a-z\d]|年?[版修])/gu) ?? []
