import { csvHead, csvRow } from '../../../standards/text/csv.js'
import type { SearchAnalytics } from './store.js'
import { measures } from './tables.js'

/** Every figure of a report, a row each. */
export function* analyticsTable(report: SearchAnalytics): Generator<string> {
  yield csvHead(['part', 'query', 'instead', 'week', 'language', 'script', 'measure', 'count'])
  for (const part of ['asked', 'nothingFound', 'abandoned', 'rephrased'] as const)
    for (const { q, count, ...more } of report[part])
      yield csvRow([
        part,
        q,
        'to' in more ? more.to : undefined,
        undefined,
        undefined,
        undefined,
        undefined,
        count,
      ])
  for (const { week, ...counts } of report.weekly)
    for (const measure of measures)
      yield csvRow(['weekly', undefined, undefined, week, undefined, undefined, measure, counts[measure]])
  for (const { language, script, ...counts } of report.groups)
    for (const measure of measures)
      yield csvRow(['groups', undefined, undefined, undefined, language, script, measure, counts[measure]])
}
