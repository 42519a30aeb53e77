import type { DataField } from '../../formats/marc.js'
import type { Identifier, Relation } from '../../record/v1-draft.js'
import { credit, type Draft } from '../draft.js'
import { readIsbn, readIssn } from '../identifiers.js'
import { stripIsbd } from '../isbd.js'
import { all, first, joined, sourceOf, type Step } from '../marc-steps.js'

/** 490, 830: a series with its number. 490 and 830 of the same series are one. */
export const series = (title: string): Step => (field, draft) => {
  const value = stripIsbd(joined(field, title))
  const number = all(field, 'v').map(stripIsbd).join(', ')
  addRelation(draft, relationOf('series', value, number, identifiersOf(field, 'x', 'z')), sourceOf(field, 'a'))
}

/** 76X–78X: $t title (or $s uniform, $a heading), $g where in it, $x ISSN, $z ISBN. */
export const linking = (kind: Relation['kind']): Step => (field, draft) => {
  const title = stripIsbd(first(field, 't') ?? first(field, 's') ?? '')
  const number = all(field, 'g').map(stripIsbd).join(', ')
  addRelation(draft, relationOf(kind, title, number, identifiersOf(field, 'x', 'z')), sourceOf(field, 't'))
}

/** 7XX with $t: a work that this one contains (indicator 2 is 2) or touches. */
export const relatedWork: Step = (field, draft) => {
  const title = stripIsbd(joined(field, 'tnp'))
  if (title) addRelation(draft, relationOf(field.ind2 === '2' ? 'part' : 'related', title, '', []), sourceOf(field, 't'))
}

export function relationOf(kind: Relation['kind'], title: string, number: string, identifiers: Identifier[]): Relation {
  const relation: Relation = { kind }
  if (title) relation.title = title
  if (number) relation.number = number
  if (identifiers.length) relation.identifiers = identifiers
  return relation
}

/** A relation that names nothing is none. The same series stated and traced is one, with whatever number is known. */
export function addRelation(draft: Draft, relation: Relation, source: string): void {
  if (!relation.title && !relation.identifiers) return
  const { relations } = draft.description
  const same = relations.find((other) => other.kind === relation.kind && isSame(other, relation))
  if (!same) relations.push(relation)
  else {
    same.number ??= relation.number
    same.identifiers ??= relation.identifiers
    if (!same.number) delete same.number
    if (!same.identifiers) delete same.identifiers
  }
  credit(draft, 'relations', source)
}

const isSame = (one: Relation, two: Relation): boolean =>
  one.title?.toLowerCase() === two.title?.toLowerCase() && (!one.number || !two.number || one.number === two.number)

export function identifiersOf(field: DataField, issnCode: string, isbnCode: string): Identifier[] {
  const issns = all(field, issnCode).map(readIssn)
  const isbns = all(field, isbnCode).map((value) => readIsbn(value).identifier)
  return [...issns, ...isbns].filter((found) => found !== undefined)
}
