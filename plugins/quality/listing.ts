import type { Catalogue } from '../../gateway/contracts/index.js'
import { completeness } from '../../standards/rules/completeness.js'
import { ruleNamed } from '../../standards/rules/record-breaches.js'
import { remedyOf } from '../../standards/rules/remedies/index.js'
import { csvHead, csvRow } from '../../standards/text/csv.js'
import { rulesOf } from './facts.js'
import type { QualityDatabase } from './tables.js'
import { missingOf } from './tally.js'

const pageSize = 1000

/** Every record of a source that breaks a rule, lacks a field, or shares what one alone should have, as CSV. */
export async function* recordsTable(
  parts: { database: QualityDatabase; catalogue: Catalogue },
  source: string,
  rule: string,
): AsyncGenerator<string> {
  yield csvHead(['id', 'record'])
  for await (const ids of pagesOf(parts.database, source, rule)) {
    const names = await parts.catalogue.sourceIds(ids)
    yield ids.map((id) => csvRow([names.get(id), id])).join('')
  }
}

const sharing: Record<string, 'number' | 'likeness'> = {
  IDENTIFIER_SHARED: 'number',
  RECORD_DUPLICATE: 'likeness',
}

/** Whether the gateway has a rule of this name; those of outsiders' adapters are known by what they found. */
export const isRule = (rule: string): boolean =>
  ruleNamed(rule).title !== undefined || remedyOf(rule) !== undefined || Object.hasOwn(sharing, rule)

const pagesOf = (database: QualityDatabase, source: string, rule: string): AsyncGenerator<string[]> => {
  const column = Object.hasOwn(sharing, rule) ? sharing[rule] : undefined
  return column ? sharingPages(database, source, column) : breakingPages(database, source, rule)
}

async function* breakingPages(
  database: QualityDatabase,
  source: string,
  rule: string,
): AsyncGenerator<string[]> {
  const isMissing = completeness.some(({ code }) => code === rule)
  for (let after = ''; ; ) {
    const rows = await database
      .selectFrom('qualityFacts')
      .select(['recordId', 'rules', 'present', 'asked'])
      .where('source', '=', source)
      .where('recordId', '>', after)
      .orderBy('recordId')
      .limit(pageSize)
      .execute()
    const found = rows.filter((row) => (isMissing ? missingOf(row) : rulesOf(row)).includes(rule))
    if (found.length > 0) yield found.map(({ recordId }) => recordId)
    if (rows.length < pageSize) return
    after = rows.at(-1)!.recordId
  }
}

/** Along the index: those that share a value stand side by side, over the ends of pages too. */
async function* sharingPages(
  database: QualityDatabase,
  source: string,
  column: 'number' | 'likeness',
): AsyncGenerator<string[]> {
  let last = { value: -1, recordId: '', isTold: true }
  for (;;) {
    const { value: from, recordId: after } = last
    const rows = await database
      .selectFrom('qualityFacts')
      .select(['recordId', `${column} as value`])
      .where('source', '=', source)
      .where(column, '>=', from)
      .where(({ or, eb }) => or([eb(column, '>', from), eb('recordId', '>', after)]))
      .orderBy(column)
      .orderBy('recordId')
      .limit(pageSize)
      .execute()
    const page: string[] = []
    for (const { recordId, value } of rows) {
      const isSame = Number(value) === last.value
      if (isSame && !last.isTold) page.push(last.recordId)
      if (isSame) page.push(recordId)
      last = { value: Number(value), recordId, isTold: isSame }
    }
    if (page.length > 0) yield page
    if (rows.length < pageSize) return
  }
}
