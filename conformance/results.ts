import type { Result } from './report.js'
import type { Requirement, Words } from './requirements/requirement.js'
import type { Observation, Outcome } from './suite.js'

/** Of several observations the worst speaks: one pass does not mend a breach, a doubt or a gap. */
const gravest: readonly Outcome[] = ['failed', 'cantTell', 'untested', 'passed', 'inapplicable']

const severities = { MUST: 'failed', SHOULD: 'warning', MAY: 'note' } as const

const neverTried: Words = { en: 'No test looked at it in this run.', zh: '本次运行没有测试涉及此项。' }
const asExpected: Words = { en: 'As expected.', zh: '符合要求。' }

/** What all tests saw of one requirement, with the words for the person who mends it. */
export const resultOf = (requirement: Requirement, observations: readonly Observation[]): Result => {
  const seen = gravestOf(observations)
  const outcome = seen?.outcome ?? 'untested'
  const came = seen?.came ?? (outcome === 'passed' ? asExpected : reasonOf(requirement))
  const party = seen?.party ?? (outcome === 'untested' ? partyOf(requirement) : undefined)
  return {
    requirement: requirement.id,
    keyword: requirement.keyword,
    level: requirement.level,
    title: requirement.title,
    outcome,
    ...(outcome === 'failed' ? { severity: severities[requirement.keyword] } : {}),
    ...(party === undefined ? {} : { party }),
    testability: requirement.testability.kind,
    messages: {
      en: { expected: requirement.title.en, came: came.en, mend: requirement.mend.en },
      zh: { expected: requirement.title.zh, came: came.zh, mend: requirement.mend.zh },
    },
    ...(seen?.request === undefined ? {} : { request: seen.request }),
  }
}

const gravestOf = (observations: readonly Observation[]): Observation | undefined => {
  for (const outcome of gravest) {
    const found = observations.find((observation) => observation.outcome === outcome)
    if (found) return found
  }
  return undefined
}

const reasonOf = ({ testability: { kind, reason } }: Requirement): Words =>
  kind === 'untestable' && reason
    ? { en: `It cannot be tested: ${reason}`, zh: '此项无法由外部测试。' }
    : neverTried

const partyOf = ({ testability }: Requirement) =>
  testability.kind === 'untestable' ? ('text' as const) : ('suite' as const)
