import type { Relation } from '../../record/v1-draft.js'
import { stripIsbd } from '../isbd.js'
import { all, first, joined, type Step, sourceOf } from '../marc-steps.js'
import { addRelation, identifiersOf, relationOf } from '../relations.js'

/** 490, 830: a series with its number. 490 and 830 of the same series are one. */
export const series =
  (title: string): Step =>
  (field, draft) => {
    const value = stripIsbd(joined(field, title))
    const number = all(field, 'v').map(stripIsbd).join(', ')
    addRelation(
      draft,
      relationOf('series', value, number, identifiersOf(field, 'x', 'z')),
      sourceOf(field, 'a'),
    )
  }

/** 76X–78X: $t title (or $s uniform, $a heading), $g where in it, $x ISSN, $z ISBN. */
export const linking =
  (kind: Relation['kind']): Step =>
  (field, draft) => {
    const title = stripIsbd(first(field, 't') ?? first(field, 's') ?? '')
    const number = all(field, 'g').map(stripIsbd).join(', ')
    addRelation(draft, relationOf(kind, title, number, identifiersOf(field, 'x', 'z')), sourceOf(field, 't'))
  }

/** 7XX with $t: a work that this one contains (indicator 2 is 2) or touches. */
export const relatedWork: Step = (field, draft) => {
  const title = stripIsbd(joined(field, 'tnp'))
  if (title)
    addRelation(
      draft,
      relationOf(field.ind2 === '2' ? 'part' : 'related', title, '', []),
      sourceOf(field, 't'),
    )
}
