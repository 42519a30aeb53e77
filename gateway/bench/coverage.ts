import { coveredFolders, fieldsUnder } from '../../standards/crosswalks/corpus-fields-testing.js'
import { corpus, skip } from '../../standards/crosswalks/corpus-testing.js'
import { type Covered, coverageOf } from '../../standards/crosswalks/coverage.js'

export const name = 'coverage'

/**
 * Which fields and subfields of real records the crosswalks use, keep as notes, pass over, or do not know; with counts,
 * places, reasons and an example of each. What is unknown comes first: it is what the tables should learn.
 */
export async function run(report: (line: string) => void): Promise<void> {
  if (skip) {
    report(`skipped: ${skip} (${corpus})`)
    return
  }
  for (const [folder, format] of coveredFolders) {
    const coverage = coverageOf(format)
    for await (const fields of fieldsUnder(folder, format)) coverage.add(fields)
    const rows = coverage.rows()
    report(`${folder} ${format}: ${coverage.records()} records, ${rows.length} fields and subfields`)
    for (const standing of ['unknown', 'used', 'kept', 'ignored'] as const)
      part(
        standing,
        rows.filter((row) => row.standing === standing),
        report,
      )
  }
}

function part(standing: string, rows: Covered[], report: (line: string) => void): void {
  const met = rows.reduce((sum, { records }) => sum + records, 0)
  report(`  ${standing}: ${rows.length}, met in ${met} records altogether`)
  for (const { tag, code, records, place, why, example } of [...rows].sort((a, b) => b.records - a.records))
    report(`    ${tag}${code ? `$${code}` : ''}\t${records}\t${place}\t${why.slice(0, 60)}\t${example}`)
}
