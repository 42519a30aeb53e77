import { cluesOf } from '../../standards/matching/clues.js'
import { compare, rulesVersion } from '../../standards/matching/compare.js'
import { readDescription } from '../../standards/record/packed.js'
import { type PairView, pairId, withReason } from './pair-view.js'
import { inLists } from './tables.js'
import { type ReadingParts, readWorks, resolveWorkId, workUnknown } from './work.js'

/** Records of each work that are compared, and pairs that are told. */
const most = { records: 20, pairs: 5 }

/**
 * What keeps two works apart: their records compared by the rules of today, the likeliest pairs first. None where the
 * two ids lead to one work.
 *
 * @throws ShulianError WORK_UNKNOWN (404)
 */
export const besideOf = async (
  parts: ReadingParts,
  work: string,
  other: string,
): Promise<{ work: string; pairs: PairView[] }> => {
  const current = await resolveWorkId(parts.database, other)
  const [one, two] = await Promise.all([recordsOf(parts, work, work), recordsOf(parts, current, other)])
  if (current === work) return { work: current, pairs: [] }
  const pairs = one.flatMap(([a, mine]) =>
    two.map(([b, theirs]): PairView => {
      const { evidence, ...found } = compare(mine, theirs)
      return { id: pairId(a, b), a, b, ...found, rules: rulesVersion, evidence: evidence.map(withReason) }
    }),
  )
  return { work: current, pairs: pairs.sort((x, y) => y.score - x.score).slice(0, most.pairs) }
}

const recordsOf = async (parts: ReadingParts, work: string, asked: string) => {
  const [found] = await readWorks(parts, [work])
  if (!found) throw workUnknown(asked)
  const ids = found.records.map(({ id }) => id).slice(0, most.records)
  const rows = await inLists(ids, (list) =>
    parts.database
      .selectFrom('catalogueContent')
      .select(['recordId', 'description'])
      .where('recordId', 'in', list)
      .orderBy('recordId')
      .execute(),
  )
  return rows.map(({ recordId, description }) => [recordId, cluesOf(readDescription(description))] as const)
}
