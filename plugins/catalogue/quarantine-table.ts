import type { QuarantineFilter } from '../../gateway/contracts/index.js'
import { remedyOf } from '../../standards/rules/remedies/index.js'
import { csvHead, csvRow } from '../../standards/text/csv.js'
import { listQuarantine } from './quarantine.js'
import type { CatalogueDatabase } from './tables.js'

const pageSize = 500

/** A table for the person who mends: which record, why, and what to do, in CSV. */
export async function* quarantineTable(
  database: CatalogueDatabase,
  filter: QuarantineFilter,
): AsyncGenerator<string> {
  yield csvHead(['number', 'source', 'id', 'byte', 'code', 'reason', '原因', 'remedy', '处理办法'])
  for (let after = 0; ; ) {
    const entries = await listQuarantine(database, { ...filter, after, limit: pageSize })
    for (const { number, source, sourceId, offset, finding } of entries) {
      const mend = remedyOf(finding.code)?.mend
      yield csvRow([
        number,
        source,
        sourceId,
        offset,
        finding.code,
        finding.detail,
        finding.detailZh,
        mend?.en,
        mend?.zh,
      ])
    }
    if (entries.length < pageSize) return
    after = entries.at(-1)!.number
  }
}
