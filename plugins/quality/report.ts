import type { QuarantineCounts, QuarantineGroup } from '../../gateway/contracts/index.js'
import type { QualityReport } from '../../standards/record/quality-report.js'
import { completeness } from '../../standards/rules/completeness.js'
import { ruleNamed } from '../../standards/rules/record-breaches.js'
import { remedyOf } from '../../standards/rules/remedies/index.js'
import type { Changes } from './facts-store.js'
import type { Tally } from './tally.js'
import { worstOf } from './worst.js'

type SharedBy = QualityReport['duplicates']

export interface Measured {
  source: string
  run: string
  at: string
  seconds: number
  tally: Tally
  changes: Changes
  shared: SharedBy
  duplicates: SharedBy
  setAside: readonly QuarantineGroup[]
  history: readonly QuarantineCounts[]
  before: QualityReport | null
}

/** What was counted, as the report says it, beside what the report before said. */
export const reportOf = (measured: Measured): QualityReport => {
  const { source, run, at, seconds, tally, changes, shared, duplicates, setAside, before } = measured
  const fields = completenessOf(tally, before)
  const rules = rulesOf(tally, before)
  const open = setAside.reduce((sum, { count }) => sum + count, 0)
  const kinds = { bib: 0, authority: 0, holding: 0, ...tally.kinds }
  return {
    source,
    run,
    at,
    seconds,
    records: { bib: kinds.bib, authority: kinds.authority, holding: kinds.holding, setAside: open },
    changes,
    completeness: fields,
    rules,
    identifiers: identifiersOf(tally, shared),
    duplicates,
    types: countsOf(tally.types),
    languages: countsOf(tally.languages),
    years: decadesOf(tally.decades),
    better: movedOf(fields, rules, 1),
    worse: movedOf(fields, rules, -1),
    quarantine: quarantineOf(measured, open),
    mend: worstOf({ tally, setAside, shared, duplicates }),
  }
}

const completenessOf = (tally: Tally, before: QualityReport | null): QualityReport['completeness'] =>
  completeness.flatMap(({ field, title }, at) => {
    const [present, of] = [tally.present[at] ?? 0, tally.asked[at] ?? 0]
    const earlier = before?.completeness.find((one) => one.field === field)
    if (of === 0) return []
    return [
      {
        field,
        title,
        present,
        of,
        share: rounded(present / of),
        ...(earlier && { before: earlier.share }),
      },
    ]
  })

const rounded = (share: number): number => Math.round(share * 10_000) / 10_000

const rulesOf = (tally: Tally, before: QualityReport | null): QualityReport['rules'] => {
  const earlier = new Map(before?.rules.map(({ rule, records }) => [rule, records]))
  const ids = [...new Set([...Object.keys(tally.rules), ...earlier.keys()])]
  return ids
    .map((rule) => {
      const { code, title = remedyOf(code)?.title ?? { en: code, zh: code } } = ruleNamed(rule)
      const records = tally.rules[rule]?.n ?? 0
      return { rule, code, title, records, ...(before && { before: earlier.get(rule) ?? 0 }) }
    })
    .filter(({ records, before = 0 }) => records > 0 || before > 0)
    .sort((one, other) => other.records - one.records || (one.rule < other.rule ? -1 : 1))
}

const numberRules = ['ISBN_CHECK_DIGIT', 'ISSN_CHECK_DIGIT']

const identifiersOf = (tally: Tally, shared: SharedBy): QualityReport['identifiers'] => ({
  numbered: tally.numbered,
  wrong: numberRules.reduce((sum, rule) => sum + (tally.rules[rule]?.n ?? 0), 0),
  missing: tally.missing['IDENTIFIER_MISSING']?.n ?? 0,
  shared,
})

const mostShown = 30

const countsOf = (counts: Record<string, number>): QualityReport['types'] =>
  Object.entries(counts)
    .map(([value, count]) => ({ value, count }))
    .sort((one, other) => other.count - one.count || (one.value < other.value ? -1 : 1))
    .slice(0, mostShown)

/** In their order, as years: `198` stands for 1980 to 1989. */
const decadesOf = (decades: Record<string, number>): QualityReport['years'] =>
  Object.entries(decades)
    .map(([decade, count]) => ({ value: decade === '' ? '' : `${decade}0`, count }))
    .sort((one, other) => Number(one.value) - Number(other.value))

const movedOf = (
  fields: QualityReport['completeness'],
  rules: QualityReport['rules'],
  direction: 1 | -1,
): string[] => [
  ...fields
    .filter(({ share, before }) => before !== undefined && (share - before) * direction > 0)
    .map(({ field }) => field),
  ...rules
    .filter(({ records, before }) => before !== undefined && (before - records) * direction > 0)
    .map(({ rule }) => rule),
]

/** New and resolved in all the runs since the report before. */
const quarantineOf = ({ history, before }: Measured, open: number): QualityReport['quarantine'] => {
  const from = before ? history.findIndex(({ run }) => run === before.run) + 1 : 0
  const since = before && from === 0 ? history.filter(({ at }) => at > before.at) : history.slice(from)
  return {
    open,
    new: since.reduce((sum, one) => sum + one.new, 0),
    resolved: since.reduce((sum, one) => sum + one.resolved, 0),
  }
}
