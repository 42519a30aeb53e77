import { cutShortened, isInitial } from '../../../standards/text/syllables.js'
import type { Word } from '../query.js'

/** Ways of reading that are tried: each has its price in the engine. */
const mostCuts = 4
/** Fewer are any of a thousand titles. */
const fewest = 3
/** Whoever shortens some syllables changes seldom between whole ones and initials; English that is cut so changes all the time. */
const mostChanges = 3

/** Syllables and initials that words typed side by side may be, both among them, the likeliest first. */
export const shortenedOf = (words: readonly Word[]): string[][] => {
  if (words.some(({ tokens, quoted, fields }) => quoted || fields !== undefined || tokens.length > 1))
    return []
  let cuts: string[][] = [[]]
  for (const { tokens } of words) {
    const own = cutShortened(tokens[0]!, mostCuts)
    cuts = cuts.flatMap((before) => own.map((cut) => [...before, ...cut])).slice(0, mostCuts)
  }
  return cuts.filter(
    (units) =>
      units.length >= fewest &&
      units.some(isInitial) &&
      units.some((unit) => unit.length > 1 && !isInitial(unit)) &&
      changesIn(units) <= mostChanges,
  )
}

const changesIn = (units: readonly string[]): number =>
  units.filter((unit, at) => at > 0 && isInitial(unit) !== isInitial(units[at - 1]!)).length

/** The syllables that stand side by side. */
export const syllableRuns = (units: readonly string[]): string[][] => {
  const runs: string[][] = [[]]
  for (const unit of units) {
    if (isInitial(unit)) runs.push([])
    else runs.at(-1)!.push(unit)
  }
  return runs.filter(({ length }) => length > 0)
}
