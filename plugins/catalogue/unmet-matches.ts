import { cluesOf } from '../../standards/matching/clues.js'
import { compare, rulesVersion } from '../../standards/matching/compare.js'
import type { Description } from '../../standards/record/v1-draft.js'
import type { Edge } from './edge-store.js'
import { packEvidence } from './evidence.js'
import { isOfMember } from './of-member.js'
import type { Compared } from './pair-view.js'
import type { CatalogueDatabase } from './tables.js'

type Ends = Pick<Edge, 'a' | 'b'>

/**
 * Pairs that a librarian decided one by one and that the rules do not keep: their records no longer meet, or are plainly two
 * works now. The decision stands, and whoever takes it back has to find it.
 */
export const unmetDecided = (
  database: CatalogueDatabase,
  { member, limit, after }: { member?: string; limit: number; after?: Ends },
): Promise<Ends[]> => {
  let query = database
    .selectFrom('catalogueWordPair as pair')
    .innerJoin('catalogueWord as word', 'word.number', 'pair.word')
    .innerJoin('catalogueRecord as one', 'one.id', 'pair.a')
    .innerJoin('catalogueRecord as other', 'other.id', 'pair.b')
    .leftJoin('catalogueEdge as edge', (join) =>
      join.onRef('edge.a', '=', 'pair.a').onRef('edge.b', '=', 'pair.b'),
    )
    .select(['pair.a', 'pair.b'])
    .distinct()
    .where('word.kind', '=', 'match')
    .where('word.undoneAt', 'is', null)
    .where('edge.a', 'is', null)
    .where('one.state', '=', 'live')
    .where('other.state', '=', 'live')
  if (member !== undefined) query = query.where(isOfMember(member))
  if (after) {
    query = query.where(({ or, and, eb }) =>
      or([eb('pair.a', '>', after.a), and([eb('pair.a', '=', after.a), eb('pair.b', '>', after.b)])]),
    )
  }
  return query.orderBy('pair.a').orderBy('pair.b').limit(limit).execute()
}

/** What the rules say of the two today; nothing where one of them was deleted since the pair was read. */
export const comparedToday = (
  { a, b }: Ends,
  descriptions: ReadonlyMap<string, Description>,
): Compared | undefined => {
  const [one, other] = [descriptions.get(a), descriptions.get(b)]
  if (!one || !other) return undefined
  const { evidence, ...found } = compare(cluesOf(one), cluesOf(other))
  return { a, b, ...found, rules: rulesVersion, evidence: packEvidence(evidence), cut: null }
}
