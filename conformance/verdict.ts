import type { ConformanceReport, Result, Tally, Verdict } from './report.js'
import type { Keyword, Level } from './requirements/requirement.js'

const levels: readonly Level[] = ['L1', 'L2', 'L3']

export const tallyOf = (results: readonly Result[], keyword: Keyword): Tally => {
  const tally: Tally = {
    total: 0,
    passed: 0,
    inapplicable: 0,
    attested: 0,
    failed: 0,
    cantTell: 0,
    untested: 0,
    untestable: 0,
  }
  for (const result of results) {
    if (result.keyword !== keyword) continue
    tally.total++
    tally[result.testability === 'untestable' ? 'untestable' : result.outcome]++
  }
  return tally
}

export const coverageOf = (results: readonly Result[]): ConformanceReport['coverage'] => ({
  must: tallyOf(results, 'MUST'),
  should: tallyOf(results, 'SHOULD'),
  may: tallyOf(results, 'MAY'),
})

/**
 * A breach outweighs everything; a fault of the network outweighs a gap, since running again may close the gap.
 * No pass at all is a gap: a run that skipped everything proves nothing.
 */
export const verdictOf = (results: readonly Result[], asked: Level): Verdict => {
  const counted = countedAt(results, asked)
  if (counted.some(({ outcome }) => outcome === 'failed')) return 'not-conformant'
  const isInfrastructure = ({ outcome, party }: Result) =>
    outcome === 'cantTell' && party === 'infrastructure'
  if (counted.some(isInfrastructure)) return 'infrastructure'
  return holds(counted) ? 'conformant' : 'incomplete'
}

/** The highest level of which, and of those below it, everything counts; null when not even L1 does. */
export const levelOf = (results: readonly Result[]): Level | null => {
  let reached: Level | null = null
  for (const level of levels) {
    if (!holds(countedAt(results, level))) return reached
    reached = level
  }
  return reached
}

/** MUSTs of the level and those below it; L3 asks for the SHOULDs too. */
const countedAt = (results: readonly Result[], asked: Level): Result[] => {
  const within = (level: Level) => levels.indexOf(level) <= levels.indexOf(asked)
  return results.filter(
    ({ keyword, level, testability }) =>
      testability !== 'untestable' &&
      within(level) &&
      (keyword === 'MUST' || (keyword === 'SHOULD' && asked === 'L3')),
  )
}

const holds = (counted: readonly Result[]): boolean =>
  counted.some(({ outcome }) => outcome === 'passed') &&
  counted.every(({ outcome }) => outcome === 'passed' || outcome === 'inapplicable')
