import type { Kysely } from 'kysely'
import { matchedOf } from '../../../plugins/catalogue/clues.js'
import { regroup } from '../../../plugins/catalogue/grouping.js'
import { recordIdOf } from '../../../plugins/catalogue/ids.js'
import type { CatalogueTables } from '../../../plugins/catalogue/tables.js'
import { crosswalkFor } from '../../../standards/crosswalks/index.js'
import type { Description } from '../../../standards/record/v1-draft.js'
import type { Gateway } from '../../gateway.js'
import type { Sent } from './records.js'

/** Records of the pages that are measured. */
const page = 200
const pages = 20

const described = (records: Iterable<Sent>): Description[] => {
  const descriptions: Description[] = []
  for (const { change } of records) {
    const { description } = crosswalkFor(change.format).describe(change.bytes)
    if (description) descriptions.push(description)
    if (descriptions.length === (page * pages) / 2) break
  }
  return descriptions
}

/**
 * Pages of records that are not there yet, placed and taken back: of half of them copies are there already, of the others
 * nothing but what bears the same names by chance. Microseconds a record.
 */
export const costOf = async (
  { database }: Gateway,
  copied: Iterable<Sent>,
  others: Iterable<Sent>,
): Promise<{ keys: number; places: number }> => {
  const descriptions = [...described(copied), ...described(others)]
  const began = performance.now()
  const matched = descriptions.map(matchedOf)
  const keyed = performance.now()
  const catalogue = database.kysely as Kysely<CatalogueTables>
  let placing = 0
  for (let at = 0; at < matched.length; at += page) {
    const changed = matched.slice(at, at + page).map((matched, index) => ({
      id: recordIdOf('bench/new', String(at + index)),
      matched,
      wasMatched: false,
      isMember: true,
      from: { workId: null, versionOf: null },
    }))
    const taken = new Error('taken back')
    const start = performance.now()
    await catalogue
      .transaction()
      .execute(async (transaction) => {
        await regroup(transaction, changed, { run: 'bench', at: '2026-01-01T00:00:00Z' })
        placing += performance.now() - start
        throw taken
      })
      .catch((error) => {
        if (error !== taken) throw error
      })
  }
  const each = (milliseconds: number) => (milliseconds / matched.length) * 1e3
  return { keys: each(keyed - began), places: each(placing) }
}
