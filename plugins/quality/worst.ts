import type { QuarantineGroup } from '../../gateway/contracts/index.js'
import type { QualityReport } from '../../standards/record/quality-report.js'
import { ruleNamed } from '../../standards/rules/record-breaches.js'
import { remedyOf } from '../../standards/rules/remedies/index.js'
import type { Tally } from './tally.js'

type Mend = QualityReport['mend'][number]
type SharedBy = QualityReport['duplicates']

const mostUseful = 10
/** For a code of an outsider’s adapter, which says nothing of its weight. */
const unknownWeight = 2

/** Ranked by what they cost readers: the number of records times the weight of one. */
export const worstOf = (found: {
  tally: Tally
  setAside: readonly QuarantineGroup[]
  shared: SharedBy
  duplicates: SharedBy
}): Mend[] => {
  const { tally, setAside, shared, duplicates } = found
  const all = [
    ...setAside.map(({ code, count, example: { number, sourceId, finding } }) => ({
      ...mend(code, code, count, [
        {
          recordId: String(number),
          sourceId: sourceId ?? '',
          ...(finding.got !== undefined && { got: finding.got }),
        },
      ]),
      isSetAside: true,
    })),
    ...Object.entries(tally.rules).map(([rule, { n, samples }]) =>
      mend(rule, ruleNamed(rule).code, n, samples),
    ),
    ...Object.entries(tally.missing).map(([code, { n, samples }]) => mend(code, code, n, samples)),
    mend('IDENTIFIER_SHARED', 'IDENTIFIER_SHARED', shared.records, shared.examples.flat()),
    mend('RECORD_DUPLICATE', 'RECORD_DUPLICATE', duplicates.records, duplicates.examples.flat()),
  ]
  return all
    .filter(({ records }) => records > 0)
    .sort((one, other) => other.cost - one.cost || (one.rule < other.rule ? -1 : 1))
    .slice(0, mostUseful)
}

const mend = (rule: string, code: string, records: number, examples: Mend['examples']): Mend => {
  const remedy = remedyOf(code)
  const unknown = { en: code, zh: code }
  return {
    rule,
    code,
    records,
    cost: records * (remedy?.weight ?? unknownWeight),
    title: ruleNamed(rule).title ?? remedy?.title ?? unknown,
    explanation: remedy?.explanation ?? unknown,
    remedy: remedy?.mend ?? unknown,
    examples: examples.slice(0, mostUseful),
    isSetAside: false,
  }
}
