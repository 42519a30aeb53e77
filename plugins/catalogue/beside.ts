import { cluesOf } from '../../standards/matching/clues.js'
import { compare, rulesVersion } from '../../standards/matching/compare.js'
import type { Description } from '../../standards/record/v1-draft.js'
import { type PairView, pairId, told } from './pair-view.js'
import { storedDescriptions } from './stored-descriptions.js'
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
  const descriptions = new Map([...one, ...two])
  const pairs = cluesIn(one).flatMap(([a, mine]) =>
    cluesIn(two).map(([b, theirs]) => ({ a, b, ...compare(mine, theirs) })),
  )
  const likeliest = pairs.sort((x, y) => y.score - x.score).slice(0, most.pairs)
  return {
    work: current,
    pairs: likeliest.map(({ a, b, evidence, ...found }) => ({
      id: pairId(a, b),
      a,
      b,
      ...found,
      rules: rulesVersion,
      evidence: told(evidence, descriptions.get(a), descriptions.get(b)),
    })),
  }
}

const recordsOf = async (parts: ReadingParts, work: string, asked: string) => {
  const [found] = await readWorks(parts, [work])
  if (!found) throw workUnknown(asked)
  const ids = found.records.map(({ id }) => id).slice(0, most.records)
  const descriptions = await storedDescriptions(parts.database, ids)
  return ids.flatMap((id) => {
    const description = descriptions.get(id)
    return description ? [[id, description] as const] : []
  })
}

const cluesIn = (records: (readonly [string, Description])[]) =>
  records.map(([id, description]) => [id, cluesOf(description)] as const)
