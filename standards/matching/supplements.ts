import { foldedPattern } from '../text/folded-pattern.js'
import type { TitleClue } from './title-clues.js'

const supplements = '增刊|副刊|附刊|特刊|专刊|补编'
const latinSupplements =
  'supplements?|suppl|supplementum|beihefte?|beilage|sonderhefte?|erganzungs(?:bande?|hefte?)|supplemento?'
const asPart = foldedPattern(`^(?:${supplements})|^(?:${latinSupplements})(?= |$)`)
const atEnd = foldedPattern(`(?:${supplements})$|(?:^| )(?:${latinSupplements})$`)

/** Whether a title says at its end, or in the name or number of a part, that it is a supplement of what bears it otherwise. */
export const isSupplement = ({ main, rest = '', part = '', number = '' }: TitleClue): boolean =>
  atEnd.test(main) || [rest, part, number].some((text) => asPart.test(text))
