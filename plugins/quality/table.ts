import type { QualityReport } from '../../standards/record/quality-report.js'
import { remedyOf } from '../../standards/rules/remedies/index.js'
import { csvHead, csvRow } from '../../standards/text/csv.js'

/** Every figure of a report, a row each. */
export function* reportTable(report: QualityReport): Generator<string> {
  yield csvHead(['part', 'name', 'title', '名称', 'records', 'of', 'share', 'before', 'remedy', '处理办法'])
  for (const { field, title, present, of, share, before } of report.completeness)
    yield csvRow(['completeness', field, title.en, title.zh, present, of, share, before])
  for (const { rule, code, title, records, before } of report.rules) {
    const mend = remedyOf(code)?.mend
    yield csvRow([
      'rules',
      rule,
      title.en,
      title.zh,
      records,
      undefined,
      undefined,
      before,
      mend?.en,
      mend?.zh,
    ])
  }
  for (const { rule, title, records, remedy } of report.mend)
    yield csvRow([
      'mend',
      rule,
      title.en,
      title.zh,
      records,
      undefined,
      undefined,
      undefined,
      remedy.en,
      remedy.zh,
    ])
  for (const part of ['types', 'languages', 'years'] as const)
    for (const { value, count } of report[part]) yield csvRow([part, value, undefined, undefined, count])
  for (const [name, count] of Object.entries({ ...report.changes, ...prefixed(report.quarantine) }))
    yield csvRow(['run', name, undefined, undefined, count])
}

const prefixed = (counts: QualityReport['quarantine']): Record<string, number> =>
  Object.fromEntries(Object.entries(counts).map(([name, count]) => [`quarantine ${name}`, count]))
