import type { QualityReport } from '../../standards/record/quality-report.js'
import { remedyOf } from '../../standards/rules/remedies/index.js'
import { csvHead, csvRow } from '../../standards/text/csv.js'

const columns = [
  'part',
  'name',
  'title',
  '名称',
  'records',
  'of',
  'share',
  'before',
  'remedy',
  '处理办法',
] as const

/** Every figure of a report, a row each. */
export function* reportTable(report: QualityReport): Generator<string> {
  yield csvHead(columns)
  for (const { field, title, present, of, share, before } of report.completeness)
    yield row({ part: 'completeness', name: field, ...titled(title), records: present, of, share, before })
  for (const { rule, code, title, records, before } of report.rules)
    yield row({
      part: 'rules',
      name: rule,
      ...titled(title),
      records,
      before,
      ...remedied(remedyOf(code)?.mend),
    })
  for (const { rule, title, records, remedy } of report.mend)
    yield row({ part: 'mend', name: rule, ...titled(title), records, ...remedied(remedy) })
  for (const part of ['types', 'languages', 'years'] as const)
    for (const { value, count } of report[part]) yield row({ part, name: value, records: count })
  for (const [name, count] of Object.entries({ ...report.changes, ...prefixed(report.quarantine) }))
    yield row({ part: 'run', name, records: count })
}

type Cells = Partial<Record<(typeof columns)[number], string | number | undefined>>
type InBoth = { en: string; zh: string }

/** As many cells as there are columns (RFC 4180, 2.4). */
const row = (cells: Cells): string => csvRow(columns.map((column) => cells[column]))

const titled = ({ en, zh }: InBoth): Cells => ({ title: en, 名称: zh })
const remedied = (remedy: InBoth | undefined): Cells => ({ remedy: remedy?.en, 处理办法: remedy?.zh })

const prefixed = (counts: QualityReport['quarantine']): Record<string, number> =>
  Object.fromEntries(Object.entries(counts).map(([name, count]) => [`quarantine ${name}`, count]))
